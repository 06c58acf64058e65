import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { MilestoneKind } from './milestones.ts';

/** That a placement has come so far. */
export const MilestoneEntity = defineEntity({
  name: 'Milestone',
  tableName: 'placement_milestones',
  properties: {
    id: p.uuid().primary(),
    offerId: p.uuid(),
    kind: p.string().$type<MilestoneKind>(),
    /** `YYYY-MM-DD`; null where it is not needed. */
    onDate: p.date().nullable(),
    recordedAt: p.datetime(),
  },
});

export type Milestone = InferEntity<typeof MilestoneEntity>;
