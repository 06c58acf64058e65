/** A share of something; null where there is nothing of which it could be a share. */
export const rate = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** The middle value, of an even number the mean of the middle two; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The arithmetic mean; null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  rate(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

const DAY_MS = 86_400_000;

/** Calendar days from one date to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
