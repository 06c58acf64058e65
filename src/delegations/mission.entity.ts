import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Sector } from '../roles/index.ts';

/** What a mission has beside the occasion of the same identifier. */
export const MissionEntity = defineEntity({
  name: 'Mission',
  tableName: 'missions',
  properties: {
    id: p.uuid().primary(),
    /** The shortage sectors that it recruits for; several for a global campaign. */
    sectors: p.array().$type<Sector[]>(),
  },
});

export type Mission = InferEntity<typeof MissionEntity>;
