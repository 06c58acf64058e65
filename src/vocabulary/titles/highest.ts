/**
 * Positions of the highest scores, highest first.
 * @param before whether to put the first of two positions of equal score before the second: negative when so.
 */
export function highest(
  scores: Float32Array,
  limit: number,
  before: (one: number, other: number) => number,
): number[] {
  if (limit <= 0) return [];
  // Sorting numbers by themselves is ten times faster than sorting positions by a function.
  const least = scores.length > limit ? scores.toSorted()[scores.length - limit]! : -Infinity;
  const positions: number[] = [];
  scores.forEach((score, position) => {
    if (score >= least) positions.push(position);
  });
  return positions.sort((a, b) => scores[b]! - scores[a]! || before(a, b)).slice(0, limit);
}
