/** The normal quantile of 95 % two-sided intervals. */
const Z = 1.959964;

/** A share or mean with the bounds between which it lies with 95 % confidence. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/**
 * A share seen in a random sample, with the interval of E. B. Wilson (1927), Probable inference, the law of
 * succession, and statistical inference, JASA 22, formula for the limits of p: it keeps within [0, 1] and is of use
 * where nobody or everybody was hit, unlike p ± z·s.
 * @param hits of `sampled`, which is at least 1.
 */
export function wilson(hits: number, sampled: number): Interval {
  const share = hits / sampled;
  const slack = Z ** 2 / sampled;
  const centre = (share + slack / 2) / (1 + slack);
  const half = (Z / (1 + slack)) * Math.sqrt((share * (1 - share)) / sampled + slack / (4 * sampled));
  // At the ends of the scale the formula gives 0 and 1 but for a rounding error of the last digits.
  return {
    value: share,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === sampled ? 1 : Math.min(1, centre + half),
  };
}

/** How many of a population, from a sample of it: no fewer than were seen, no more than were not ruled out. */
export function countFrom(hits: number, sampled: number, population: number): Interval {
  if (sampled === population) return { value: hits, low: hits, high: hits };
  const { value, low, high } = wilson(hits, sampled);
  return {
    value: Math.round(value * population),
    low: Math.max(hits, Math.floor(low * population)),
    high: Math.min(population - (sampled - hits), Math.ceil(high * population)),
  };
}

/** A share of a population, from a sample of it: exact where everybody was asked. */
export function shareFrom(hits: number, sampled: number, population: number): Interval {
  const { value, low, high } = wilson(hits, sampled);
  return sampled === population ? { value, low: value, high: value } : { value, low, high };
}

/**
 * A mean of figures in [0, 1] over a population, from a sample of it: the normal interval with the correction for
 * sampling without replacement, √((N − n) / (N − 1)). Of a single one nothing can be said: then it is [0, 1].
 */
export function meanFrom(figures: readonly number[], population: number): Interval {
  const sampled = figures.length;
  const value = figures.reduce((sum, figure) => sum + figure, 0) / sampled;
  if (sampled === population) return { value, low: value, high: value };
  if (sampled === 1) return { value, low: 0, high: 1 };
  const variance = figures.reduce((sum, figure) => sum + (figure - value) ** 2, 0) / (sampled - 1);
  const half = Z * Math.sqrt((variance / sampled) * ((population - sampled) / (population - 1)));
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}
