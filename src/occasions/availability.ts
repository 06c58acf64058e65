import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'is no time such as 09:00');
const hours = { from: timeOfDay, to: timeOfDay };

/**
 * When someone can meet, in their own zone: hours by day of the week (1 is Monday, ISO 8601), with other hours on
 * single dates; an empty list of hours means not at all on that date.
 */
export const availabilityData = z.strictObject({
  zone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', {
    error: 'is no time zone such as Europe/Stockholm',
  }),
  weekly: z.array(z.strictObject({ day: z.int().min(1).max(7), ...hours })).max(100),
  exceptions: z
    .array(z.strictObject({ date: z.iso.date(), hours: z.array(z.strictObject(hours)).max(24) }))
    .max(400)
    .default([]),
});

export type Availability = z.output<typeof availabilityData>;
