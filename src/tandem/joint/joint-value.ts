/**
 * What a pair of roles is worth to two partners: the geometric mean of their scores, in [0, 1], rounded to six digits
 * like scores. A score is the probability that the two sides would want to meet, so its square, the product, is the
 * probability that both partners are wanted, as far as one does not depend on the other. Two at 0.5 (0.5) are worth
 * more than one at 0.9 with one at 0.1 (0.3), where the arithmetic mean sees no difference. Of the means that punish
 * imbalance it is the one whose order stays the same when all scores of one partner are scaled, as when the scorer is
 * shier of one occupation than of another (J. F. Nash, 'The Bargaining Problem', Econometrica 18 (2), 1950: the
 * product of the gains). It never falls when one of the scores rises, which is what the threshold algorithm needs.
 */
export const jointValue = (one: number, other: number): number =>
  Math.round(Math.sqrt(one * other) * 1e6) / 1e6;

/** Why a pair is worth what it is. */
export interface JointWorth {
  value: number;
  /** The arithmetic mean of the two scores. */
  mean: number;
  /** What the pair loses because one of the two fits less well than the other: mean less value. */
  imbalance: number;
}

/** The worth of a pair with its reasons, to six digits. */
export function jointWorth(one: number, other: number): JointWorth {
  const value = jointValue(one, other);
  const mean = Math.round(((one + other) / 2) * 1e6) / 1e6;
  return { value, mean, imbalance: Math.max(0, Math.round((mean - value) * 1e6) / 1e6) };
}
