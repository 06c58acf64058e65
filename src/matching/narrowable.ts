import type { Actor } from '../access/index.ts';
import { blindSegment } from '../talents/index.ts';
import { familyHidden } from './matching.failures.ts';
import type { CandidateNarrowing } from './narrowing.ts';

/**
 * Stops an employer from narrowing by what the blind view hides: the answer would tell it of everybody in it.
 * @throws MATCHING_FAMILY_HIDDEN
 */
export function assertNarrowable(actor: Actor, { segment }: Pick<CandidateNarrowing, 'segment'>): void {
  if (actor.kind === 'employer' && segment != null && blindSegment(segment) === null)
    throw familyHidden({ segment }, { path: ['filter', 'segment'] });
}
