/** Values that people type have few decimals; so has every sum of them. */
const DECIMALS = 6;

/**
 * Lowers a bound to the largest sum that values with so few decimals can have: with values in hundredths, a
 * bound of 101.0843 proves 101.08. Rounding errors of the bound, below a millionth of it, are added first.
 */
export function roundedBound(bound: number, values: Iterable<number>): number {
  let scale = 1;
  for (const value of values)
    while (Math.abs(value * scale - Math.round(value * scale)) > 1e-7 * Math.max(1, value)) {
      scale *= 10;
      if (scale > 10 ** DECIMALS) return bound * (1 + 1e-12);
    }
  const safe = bound * scale * (1 + 1e-9) + 1e-6;
  return Math.min(bound * (1 + 1e-12), Math.floor(safe) / scale);
}
