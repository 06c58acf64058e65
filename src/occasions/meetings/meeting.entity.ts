import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export type MeetingState = 'PUBLISHED' | 'HELD' | 'MISSED' | 'CANCELLED';

/** A talent and an employer meet, as published to both. */
export const MeetingEntity = defineEntity({
  name: 'Meeting',
  tableName: 'meetings',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    /** The run that placed it; null where an organiser booked it by hand. */
    runId: p.uuid().nullable(),
    talentId: p.uuid(),
    /** The employer. */
    organisationId: p.uuid(),
    /** Who meets for the employer, and who interprets; null where nobody is named. */
    interviewerId: p.uuid().nullable(),
    interpreterId: p.uuid().nullable(),
    roleId: p.uuid().nullable(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** Room or table, from 0; null for video. */
    place: p.integer().nullable(),
    legId: p.uuid().nullable(),
    state: p.string().$type<MeetingState>(),
    /** Counts its changes, as SEQUENCE in iCalendar (RFC 5545, 3.8.7.4). */
    sequence: p.integer(),
    /** Stands for the meeting in the video address: 128 random bits. */
    linkSecret: p.string(),
    /** Stays where it is in every later run. */
    pinned: p.boolean(),
    /** Who did not come, of a missed one; a code of why, of a cancelled one. */
    missedBy: p.string().nullable(),
    cancelReason: p.string().nullable(),
    version: p.integer().version(),
  },
});

export type Meeting = InferEntity<typeof MeetingEntity>;
