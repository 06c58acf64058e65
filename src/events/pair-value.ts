import type { InterestState } from './interest-life.ts';

/**
 * How much of a match's score a meeting is worth, by who wants it. One side alone counts half, since organisers of
 * matchmaking see 40 to 60 % of requests accepted (shared/domain.md, 'Sizes met in practice'); a suggestion that
 * nobody asked for half of that again.
 */
export const WANTED = { ACCEPTED: 1, PROMISED: 1, ASKED: 0.5, SUGGESTED: 0.25 } as const;

/**
 * People who want to meet may know better than the score: below this it does not count against them. Also what a pair
 * with a failed condition is worth that both sides want.
 */
export const LEAST_SCORE = 0.2;

/** What a meeting is worth to the planner, in (0, 1]; undefined where it is not to be planned at all. */
export function pairValue(
  wanted: InterestState | 'SUGGESTED',
  score: number,
  excluded: boolean,
): number | undefined {
  switch (wanted) {
    case 'ACCEPTED':
    case 'PROMISED':
    case 'ASKED':
      return WANTED[wanted] * Math.max(excluded ? 0 : score, LEAST_SCORE);
    case 'SUGGESTED':
      return excluded || score <= 0 ? undefined : WANTED.SUGGESTED * score;
    default:
      return undefined;
  }
}
