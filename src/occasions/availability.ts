import { z } from 'zod';
import { zoneData } from './zone.ts';

/** `HH:MM` on a wall clock. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time such as 09:00');

/** The same, or `24:00`: the end of a day. */
export const endOfHours = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is no time such as 17:30');

const hours = { from: timeOfDay, to: endOfHours };
const someTime = ({ from, to }: { from: string; to: string }): boolean => from !== to;
const NO_TIME = { error: 'begins when it ends' };

/**
 * When someone can meet, in their own zone: hours by day of the week (1 is Monday, ISO 8601), with other hours on
 * single dates; an empty list of hours means not at all on that date. Hours that end before they begin go on into the
 * next day, unless that day has hours of its own as an exception.
 */
export const availabilityData = z.strictObject({
  zone: zoneData,
  weekly: z
    .array(z.strictObject({ day: z.int().min(1).max(7), ...hours }).refine(someTime, NO_TIME))
    .max(100),
  exceptions: z
    .array(
      z.strictObject({
        date: z.iso.date('is no date such as 2026-10-26'),
        hours: z.array(z.strictObject(hours).refine(someTime, NO_TIME)).max(24),
      }),
    )
    .max(400)
    .refine(
      (exceptions) => new Set(exceptions.map(({ date }) => date)).size === exceptions.length,
      'names a date twice',
    )
    .default([]),
});

export type Availability = z.output<typeof availabilityData>;
