import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/**
 * A stretch of one day in which meetings take place. A lunch break is the gap between two of them; the interview
 * days of a delegation have theirs at each place.
 */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'occasion_sessions',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    /** Sessions that are planned together carry the same one: a delegation's leg. Null: those of the whole occasion. */
    legId: p.uuid().nullable(),
    zone: p.string(),
    /** `YYYY-MM-DD`, and `HH:MM` on the wall of the zone. */
    date: p.date(),
    fromTime: p.string(),
    toTime: p.string(),
    /** Length of a meeting, and of the pause after it, in minutes. */
    minutes: p.integer(),
    pause: p.integer(),
    /** Rooms or tables in use at the same time; null for video. */
    places: p.integer().nullable(),
  },
});

export type Session = InferEntity<typeof SessionEntity>;
