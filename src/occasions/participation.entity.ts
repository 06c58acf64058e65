import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Availability } from './availability.ts';

export const SIDES = ['EMPLOYER', 'TALENT'] as const;
export type Side = (typeof SIDES)[number];

export type ParticipationState = 'APPLIED' | 'WAITING' | 'ADMITTED' | 'DECLINED' | 'WITHDRAWN';

/** That an employer or a talent takes part in an occasion, or would like to. */
export const ParticipationEntity = defineEntity({
  name: 'Participation',
  tableName: 'participations',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    side: p.string().$type<Side>(),
    /** The employer, or null for a talent. */
    organisationId: p.uuid().nullable(),
    /** The talent, or null for an employer. */
    talentId: p.uuid().nullable(),
    /** The host that brought them; null where they came by themselves. */
    hostId: p.uuid().nullable(),
    state: p.string().$type<ParticipationState>(),
    /** When they asked to take part: a waiting list goes by it. */
    askedAt: p.datetime(),
    /** Why they were declined or left, in the words of whoever did it; both sides may read it. */
    reason: p.string().nullable(),
    packageId: p.uuid().nullable(),
    /** The fee as it was when they joined; null where nothing is to be paid. */
    feeAmount: p.decimal('number').precision(12).scale(2).nullable(),
    feeCurrency: p.string().nullable(),
    /** The roles that an employer brings. */
    roleIds: p.array(),
    /** When they can meet; null: whenever the occasion has sessions. */
    availability: p.json().$type<Availability>().nullable(),
    /** Meetings that they are guaranteed, at most get, and at most get on one of their days. */
    meetingsMin: p.integer(),
    meetingsMax: p.integer().nullable(),
    meetingsPerDay: p.integer().nullable(),
    version: p.integer().version(),
  },
});

export type Participation = InferEntity<typeof ParticipationEntity>;
