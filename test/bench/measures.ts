/** The arithmetic mean; 0 of nothing. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Average precision of a ranking: the mean, over everything wanted, of the precision at its rank; what is not
 * ranked counts 0 (Manning, Raghavan and Schütze, 'Introduction to Information Retrieval', section 8.4).
 */
export function averagePrecision(ranking: readonly string[], wanted: ReadonlySet<string>): number {
  let found = 0;
  const precisions = ranking.map((one, index) => (wanted.has(one) ? ++found / (index + 1) : 0));
  return wanted.size === 0 ? 1 : precisions.reduce((sum, precision) => sum + precision, 0) / wanted.size;
}
