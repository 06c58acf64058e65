import { monthsAfter } from '../placements/index.ts';
import type { OfferFact } from './facts/placements.ts';

/** Whether an offer became a hire, ended early or not. */
export const isHire = ({ state }: Pick<OfferFact, 'state'>): boolean =>
  state === 'ACCEPTED' || state === 'ENDED';

/**
 * The first day at work: that of the arrival or, where none was needed, the later of the acceptance and the agreed
 * first day. Null until the arrival is recorded, or recorded as not needed.
 */
export function beganOn({ milestones, startsOn }: Pick<OfferFact, 'milestones' | 'startsOn'>): string | null {
  if (milestones.ARRIVAL === undefined) return null;
  if (milestones.ARRIVAL !== null) return milestones.ARRIVAL;
  const accepted = milestones.ACCEPTED ?? null;
  return startsOn !== null && (accepted === null || startsOn > accepted) ? startsOn : accepted;
}

/**
 * Whether a hire has lasted so many months.
 * @param today the date of the report, `YYYY-MM-DD`.
 * @returns null for one that is not old enough to tell, or has not begun.
 */
export function lasted(
  hire: Pick<OfferFact, 'milestones' | 'startsOn' | 'endedOn'>,
  months: number,
  today: string,
): boolean | null {
  const began = beganOn(hire);
  if (began === null) return null;
  const due = monthsAfter(began, months);
  return due > today ? null : hire.endedOn === null || hire.endedOn >= due;
}
