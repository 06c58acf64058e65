/** Steps of a component in 8 bits: vectors of length 1 have components in [-1, 1]. */
const STEPS = 127;

/** Sums kept side by side, so that no addition waits for the one before. */
const LANES = 4;

/**
 * Vectors of length 1, each scaled to its own largest component and kept in a byte a component. All rows are
 * compared with a query: exact but for the rounding.
 */
export class DenseIndex {
  /** Components kept of each vector: its own, and zeros up to a multiple of `LANES`. */
  readonly #width: number;
  readonly #codes: Int8Array;
  readonly #scales: Float32Array;

  /** @param vectorOf the vector of a row; undefined for one without. */
  constructor(rows: number, dimensions: number, vectorOf: (row: number) => Float32Array | undefined) {
    this.#width = Math.ceil(dimensions / LANES) * LANES;
    this.#codes = new Int8Array(rows * this.#width);
    this.#scales = new Float32Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const vector = vectorOf(row);
      if (vector)
        this.#scales[row] = quantise(
          vector,
          this.#codes.subarray(row * this.#width, (row + 1) * this.#width),
        );
    }
  }

  /** Cosines of the query with every row; 0 for rows without a vector. */
  score(query: Float32Array): Float32Array {
    const width = this.#width;
    const scores = new Float32Array(this.#scales.length);
    const codes = this.#codes;
    const sought = new Int8Array(width);
    const scale = quantise(query, sought);
    for (let row = 0, at = 0; row < scores.length; row += 1) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let i = 0; i < width; i += LANES, at += LANES) {
        a += codes[at]! * sought[i]!;
        b += codes[at + 1]! * sought[i + 1]!;
        c += codes[at + 2]! * sought[i + 2]!;
        d += codes[at + 3]! * sought[i + 3]!;
      }
      scores[row] = (a + b + c + d) * scale * this.#scales[row]!;
    }
    return scores;
  }
}

/** Writes the components in steps and returns how much a step is. */
function quantise(vector: Float32Array, codes: Int8Array): number {
  let largest = 0;
  for (const component of vector) largest = Math.max(largest, Math.abs(component));
  if (largest === 0) return 0;
  vector.forEach((component, i) => {
    codes[i] = Math.round((component / largest) * STEPS);
  });
  return largest / STEPS;
}
