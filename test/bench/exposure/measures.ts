/**
 * Gini coefficient of what each has: 0 where all have the same, near 1 where one has everything (half the mean
 * absolute difference over the mean). 0 where nobody has anything.
 */
export function gini(had: readonly number[]): number {
  const ascending = had.toSorted((one, other) => one - other);
  const total = ascending.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const weighted = ascending.reduce(
    (sum, value, place) => sum + (2 * (place + 1) - had.length - 1) * value,
    0,
  );
  return weighted / (had.length * total);
}

/**
 * nDCG of the first so many of a ranking, everything wanted being worth the same (Järvelin and Kekäläinen, TOIS
 * 2002). 1 where nothing is wanted.
 */
export function ndcg(ranking: readonly string[], wanted: ReadonlySet<string>, first: number): number {
  const discount = (place: number) => 1 / Math.log2(2 + place);
  const gain = ranking
    .slice(0, first)
    .reduce((sum, one, place) => sum + (wanted.has(one) ? discount(place) : 0), 0);
  const best = Array.from({ length: Math.min(first, wanted.size) }, (_, place) => discount(place));
  return wanted.size === 0 ? 1 : gain / best.reduce((sum, value) => sum + value, 0);
}
