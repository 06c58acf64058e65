/** One observation: what is known, and whether it came true. */
export interface Observation {
  features: readonly number[];
  /** Added to the log odds as it is. */
  offset: number;
  outcome: boolean;
  /** How much it counts; 1 where nothing is said. */
  weight?: number;
}

export interface Logistic {
  bias: number;
  weights: number[];
}

const SWEEPS = 2000;
const PRECISION = 1e-7;
/** The most that one step changes a weight: far from the goal Newton's steps are too long. */
const LONGEST_STEP = 1;

/**
 * Logistic regression with a penalty on the squares of the weights and no weight below nought, by Newton's method on one
 * weight after the other (Genkin, Lewis and Madigan, 'Large-scale Bayesian logistic regression', 2007). The same
 * observations give the same weights.
 * @param options.bias whether odds may be other than even where nothing is known.
 */
export function fitLogistic(
  observations: readonly Observation[],
  penalty: number,
  { bias: hasBias = true }: { bias?: boolean } = {},
): Logistic {
  const size = observations[0]!.features.length;
  const model: Logistic = { bias: 0, weights: new Array<number>(size).fill(0) };
  const odds = observations.map(({ offset }) => offset);
  const improve = (at: number | 'bias'): number => {
    const old = at === 'bias' ? model.bias : model.weights[at]!;
    let slope = at === 'bias' ? 0 : 2 * penalty * old;
    let curve = at === 'bias' ? 1e-9 : 2 * penalty + 1e-9;
    observations.forEach(({ features, outcome, weight = 1 }, n) => {
      const feature = at === 'bias' ? 1 : features[at]!;
      const expected = probability(odds[n]!);
      slope += weight * (expected - Number(outcome)) * feature;
      curve += weight * expected * (1 - expected) * feature * feature;
    });
    const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / curve));
    const next = at === 'bias' ? old + step : Math.max(0, old + step);
    if (at === 'bias') model.bias = next;
    else model.weights[at] = next;
    observations.forEach(({ features }, n) => {
      odds[n]! += (next - old) * (at === 'bias' ? 1 : features[at]!);
    });
    return Math.abs(next - old);
  };
  for (let n = 0; n < SWEEPS; n += 1) {
    const changes = [hasBias ? improve('bias') : 0, ...model.weights.map((_, at) => improve(at))];
    if (Math.max(...changes) < PRECISION) break;
  }
  return model;
}

export const logOdds = (
  { bias, weights }: Logistic,
  { features, offset }: Omit<Observation, 'outcome'>,
): number => weights.reduce((sum, weight, i) => sum + weight * features[i]!, bias + offset);

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The mean of the surprise at each outcome, in nats. */
export const logLoss = (model: Logistic, observations: readonly Observation[]): number =>
  observations.reduce((sum, one) => sum + surprise(logOdds(model, one), one.outcome), 0) /
  observations.length;

const surprise = (odds: number, outcome: boolean): number => {
  const against = outcome ? -odds : odds;
  return against > 30 ? against : Math.log1p(Math.exp(against));
};
