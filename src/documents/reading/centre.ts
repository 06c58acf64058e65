/**
 * The direction of a vector from the centre of such texts, of length 1. Vectors of a model lie in a narrow cone,
 * texts of one language closer together than translations of them; seen from the centre of each language, what is
 * left is what a text is about. With the development half of the cast and e5-small the mean average precision of
 * pooled vectors rose from 0.68 to 0.98, with the static model from 0.55 to 0.87. All zeros (no token of the text is
 * known) stay all zeros.
 */
export function centred(vector: ArrayLike<number>, centre: ArrayLike<number>): Float32Array<ArrayBuffer> {
  const direction = new Float32Array(vector.length);
  let squares = 0;
  let known = false;
  for (let i = 0; i < vector.length; i += 1) {
    known ||= vector[i] !== 0;
    direction[i] = vector[i]! - centre[i]!;
    squares += direction[i]! * direction[i]!;
  }
  if (!known || squares === 0) return direction.fill(0);
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < direction.length; i += 1) direction[i]! *= scale;
  return direction;
}

/** The mean of some vectors, of whatever length it has. */
export function centreOf(
  vectors: readonly ArrayLike<number>[],
  dimensions: number,
): Float32Array<ArrayBuffer> {
  const centre = new Float32Array(dimensions);
  for (const vector of vectors)
    for (let i = 0; i < dimensions; i += 1) centre[i]! += vector[i]! / vectors.length;
  return centre;
}
