/** What was foretold, and whether it came true. */
export interface Forecast {
  probability: number;
  outcome: boolean;
}

/** The mean square of what a forecast was off (Brier, 'Verification of forecasts expressed in terms of probability', 1950). */
export const brierScore = (forecasts: readonly Forecast[]): number =>
  forecasts.reduce((sum, { probability, outcome }) => sum + (probability - Number(outcome)) ** 2, 0) /
  forecasts.length;

/** Forecasts between two probabilities: how many, what was foretold on average, and what share came true. */
export interface ReliabilityRow {
  from: number;
  to: number;
  count: number;
  foretold: number;
  cameTrue: number;
}

const BOUNDS = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];

/** The reliability table; rows without a forecast are left out. */
export const reliability = (forecasts: readonly Forecast[]): ReliabilityRow[] =>
  BOUNDS.slice(1).flatMap((to, i) => {
    const from = BOUNDS[i]!;
    const own = forecasts.filter(
      ({ probability }) => probability >= from && (probability < to || (to === 1 && probability === 1)),
    );
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return own.length === 0
      ? []
      : [
          {
            from,
            to,
            count: own.length,
            foretold: mean(own.map(({ probability }) => probability)),
            cameTrue: mean(own.map(({ outcome }) => Number(outcome))),
          },
        ];
  });
