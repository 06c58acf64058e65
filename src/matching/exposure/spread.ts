import { byScore } from '../score.ts';

/**
 * At most this share of a score is given up for attention: see `bench:exposure` for what it brings and costs.
 */
export const GIVEN_UP_AT_MOST = 0.2;

/** One of a ranking, with the value that orders it. */
export interface Placed<Match> {
  match: Match;
  value: number;
}

/**
 * Orders matches by their scores, each lowered by up to `atMost` of itself the more attention the talent had from
 * other roles, against the mean x̄ of those compared: score × (1 − atMost · x / (x + x̄)). Whoever had as much as the
 * mean gives up half of it, whoever had none nothing.
 *
 * It is a proportional controller on attention, as in FairCo (Morik, Singh, Hong and Joachims, 'Controlling Fairness
 * and Bias in Dynamic Learning-to-Rank', SIGIR 2020), for persons instead of groups, and amortised over rankings
 * (Biega, Gummadi and Weikum, 'Equity of Attention', SIGIR 2018), with a bound for each single ranking: no value is
 * below (1 − atMost) times its score, so whoever comes to stand at a place has at least (1 − atMost) times the score
 * of whom relevance alone would have put there.
 *
 * The order is the same for the same scores and attention; equals are ordered by identifier.
 */
export function spread<Match extends { id: string; score: number }>(
  matches: readonly Match[],
  attentionOf: (id: string) => number,
  atMost: number = GIVEN_UP_AT_MOST,
): Placed<Match>[] {
  const total = matches.reduce((sum, { id }) => sum + attentionOf(id), 0);
  const usual = total / matches.length;
  return matches
    .map((match) => {
      const had = attentionOf(match.id);
      const share = had > 0 ? had / (had + usual) : 0;
      return { match, value: Math.round(match.score * (1 - atMost * share) * 1e6) / 1e6 };
    })
    .sort((one, other) =>
      byScore({ score: one.value, id: one.match.id }, { score: other.value, id: other.match.id }),
    );
}
