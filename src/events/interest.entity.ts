import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { InterestState } from './interest-life.ts';

/** Who asked; HOST: a host promised the meeting though neither side had asked. */
export const ASKERS = ['TALENT', 'EMPLOYER', 'HOST'] as const;
export type Asker = (typeof ASKERS)[number];

/** One for each talent and employer of an event, whoever asks first and however often. */
export const InterestEntity = defineEntity({
  name: 'Interest',
  tableName: 'interests',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    talentId: p.uuid(),
    /** The employer. */
    organisationId: p.uuid(),
    /** The role that it is about; null: any that the employer brings. */
    roleId: p.uuid().nullable(),
    askedBy: p.string().$type<Asker>(),
    askedAt: p.datetime(),
    /** Until when the other side can answer. */
    expiresAt: p.datetime(),
    state: p.string().$type<InterestState>(),
    /** Which side declined, if one did. */
    declinedBy: p.string().$type<Asker>().nullable(),
    version: p.integer().version(),
  },
});

export type Interest = InferEntity<typeof InterestEntity>;
