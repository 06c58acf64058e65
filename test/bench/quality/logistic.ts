/** One observation: what is known, and whether it came true. */
export interface Observation {
  features: readonly number[];
  /** Added to the log odds as it is. */
  offset: number;
  outcome: boolean;
}

export interface Logistic {
  bias: number;
  weights: number[];
}

const STEPS = 20_000;
const PATIENCE = 1e-7;

/**
 * Logistic regression with a penalty on the squares of the weights and no weight below nought, by projected
 * gradient descent with a step that halves when it overshoots. The same observations give the same weights.
 */
export function fitLogistic(observations: readonly Observation[], penalty: number): Logistic {
  const size = observations[0]!.features.length;
  let model: Logistic = { bias: 0, weights: new Array<number>(size).fill(0) };
  let loss = penalised(model, observations, penalty);
  let step = 1;
  for (let n = 0; n < STEPS && step > PATIENCE; n += 1) {
    const slope = gradient(model, observations, penalty);
    const next = {
      bias: model.bias - step * slope.bias,
      weights: model.weights.map((weight, i) => Math.max(0, weight - step * slope.weights[i]!)),
    };
    const nextLoss = penalised(next, observations, penalty);
    if (nextLoss >= loss) step /= 2;
    else [model, loss, step] = [next, nextLoss, step * 1.1];
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

const penalised = (model: Logistic, observations: readonly Observation[], penalty: number): number =>
  logLoss(model, observations) +
  (penalty * model.weights.reduce((sum, weight) => sum + weight * weight, 0)) / observations.length;

function gradient(model: Logistic, observations: readonly Observation[], penalty: number): Logistic {
  const slope: Logistic = { bias: 0, weights: new Array<number>(model.weights.length).fill(0) };
  for (const one of observations) {
    const error = probability(logOdds(model, one)) - Number(one.outcome);
    slope.bias += error / observations.length;
    one.features.forEach((feature, i) => (slope.weights[i]! += (error * feature) / observations.length));
  }
  return {
    bias: slope.bias,
    weights: slope.weights.map((part, i) => part + (2 * penalty * model.weights[i]!) / observations.length),
  };
}
