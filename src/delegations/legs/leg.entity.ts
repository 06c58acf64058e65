import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** One stop of a mission: a market with its interview days, all in local time. */
export const LegEntity = defineEntity({
  name: 'MissionLeg',
  tableName: 'mission_legs',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    /** The order of the journey, from 0. */
    place: p.integer(),
    /** The market: ISO 3166-1 alpha-2. */
    country: p.string(),
    city: p.string(),
    /** Where in the city; null while it is not known. */
    venue: p.string().nullable(),
    zone: p.string(),
    /** The interview days, `YYYY-MM-DD`, in order. */
    days: p.array(),
    /** `HH:MM` on the wall of the zone; lunch lies between, or there is none. */
    fromTime: p.string(),
    toTime: p.string(),
    lunchFrom: p.string().nullable(),
    lunchTo: p.string().nullable(),
    /** Length of an interview, and of the pause after it, in minutes. */
    minutes: p.integer(),
    pause: p.integer(),
    rooms: p.integer(),
  },
});

export type Leg = InferEntity<typeof LegEntity>;
