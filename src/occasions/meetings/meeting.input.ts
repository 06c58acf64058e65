import { z } from 'zod';
import { CANCEL_REASONS } from './cancel-reason.ts';

const instant = z.coerce.date();
const HOUR = 60 * 60_000;

const arrangement = {
  startsAt: instant,
  endsAt: instant,
  /** Room or table, from 0. */
  place: z.int().min(0).max(10_000).nullish(),
  interviewerId: z.uuid().nullish(),
  interpreterId: z.uuid().nullish(),
};

const inOrder = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): boolean =>
  startsAt < endsAt && endsAt.getTime() - startsAt.getTime() <= 12 * HOUR;
const ORDER = { path: ['endsAt'], error: 'is not after startsAt, or more than twelve hours after it' };

/** A meeting that a host books by hand. */
export const bookingData = z
  .strictObject({
    occasionId: z.uuid(),
    legId: z.uuid().nullish(),
    talentId: z.uuid(),
    organisationId: z.uuid(),
    roleId: z.uuid().nullish(),
    ...arrangement,
  })
  .refine(inOrder, ORDER);

/** When, where and with whom a meeting is held instead; what is left out stays. */
export const arrangementData = z.strictObject(arrangement).refine(inOrder, ORDER);

export const cancelReason = z.enum(CANCEL_REASONS);

/** What became of a meeting. */
export const outcomeData = z
  .strictObject({
    held: z.boolean(),
    missedBy: z.enum(['EMPLOYER', 'TALENT', 'BOTH']).nullish(),
  })
  .refine(({ held, missedBy }) => held === (missedBy == null), {
    path: ['missedBy'],
    error: 'says who did not come to a meeting that was not held, and only then',
  });

/** What one side says of a meeting. */
export const feedbackData = z.strictObject({
  rating: z.int().min(1).max(5),
  interested: z.boolean(),
  note: z.string().trim().max(2000).nullish(),
});
