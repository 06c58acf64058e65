import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Availability } from './availability.ts';

/** INTERVIEWER: meets talents for an employer. INTERPRETER: shared by all, sits in where languages do not meet. */
export const STAFF_KINDS = ['INTERVIEWER', 'INTERPRETER'] as const;
export type StaffKind = (typeof STAFF_KINDS)[number];

/** Someone who sits in meetings besides the talents. */
export const StaffEntity = defineEntity({
  name: 'Staff',
  tableName: 'occasion_staff',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    kind: p.string().$type<StaffKind>(),
    /** The employer's participation; null for interpreters. */
    participationId: p.uuid().nullable(),
    name: p.string(),
    /** ISO 639-1 codes. */
    languages: p.array(),
    /** When they can meet; null: as their employer, or whenever there are sessions. */
    availability: p.json().$type<Availability>().nullable(),
    meetingsMax: p.integer().nullable(),
    version: p.integer().version(),
  },
});

export type Staff = InferEntity<typeof StaffEntity>;
