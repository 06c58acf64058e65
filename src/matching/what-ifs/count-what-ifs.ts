import { judge, type Circumstances } from '../conditions/index.ts';
import type { Match } from '../match.ts';
import { FAILED_FACTOR } from '../score.ts';
import type { Relaxation } from './relaxations.ts';

/** A change of the role, and how many more good candidates it would have. */
export interface WhatIf extends Omit<Relaxation, 'role'> {
  count: number;
}

/**
 * Whoever has at least this share of the best score is a good candidate, excluded or not. Chosen before it was
 * measured; what it brings on the cast's near misses stands in docs/matching.md.
 */
export const GOOD_SHARE = 0.5;

/**
 * For each relaxation, how many of those considered are left out by what it changes alone: some condition fails as
 * the role is, none would. Counted are good candidates only, by the score that they would have without a failed
 * condition. Relaxations that bring nobody are left out; most first.
 * @param considered all who were scored for the role, those with a failed condition among them.
 */
export function countWhatIfs(
  considered: readonly Match[],
  relaxations: readonly Relaxation[],
  circumstances: Circumstances,
): WhatIf[] {
  const scored = considered.map((match) => {
    const excluded = match.conditions.some(({ verdict }) => verdict === 'FAILED');
    return { match, excluded, score: excluded ? match.score / FAILED_FACTOR : match.score };
  });
  const good = GOOD_SHARE * Math.max(0, ...scored.map(({ score }) => score));
  const missed = scored.filter(({ excluded, score }) => excluded && score > 0 && score >= good);
  return relaxations
    .map(({ role, ...relaxation }) => ({
      ...relaxation,
      count: missed.filter(({ match }) =>
        judge(role, match.talent, circumstances).every(({ verdict }) => verdict !== 'FAILED'),
      ).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
