import { setImmediate } from 'node:timers/promises';

/** Steps of a component in 8 bits: vectors of length 1 have components in [-1, 1]. */
const STEPS = 127;

/** Rows that are compared without a pause. */
const PORTION = 16_384;

/** Sums kept side by side, so that no addition waits for the one before. */
const LANES = 4;

/**
 * Vectors of length 1, each scaled to its own largest component and kept in a byte a component. All rows are
 * compared with a query: exact but for the rounding.
 */
export class DenseIndex {
  /** Components kept of each vector: its own, and zeros up to a multiple of `LANES`. */
  readonly #width: number;
  #codes: Int8Array;
  #scales: Float32Array;

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

  /** Vectors that are in bytes already, one after the other, each of any length; all zeros for none. */
  static ofBytes(codes: Int8Array, dimensions: number): DenseIndex {
    const rows = codes.length / dimensions;
    const index = new DenseIndex(0, dimensions, () => undefined);
    index.#scales = new Float32Array(rows);
    index.#codes = index.#width === dimensions ? codes : new Int8Array(rows * index.#width);
    for (let row = 0; row < rows; row += 1) {
      const own = codes.subarray(row * dimensions, (row + 1) * dimensions);
      if (index.#codes !== codes) index.#codes.set(own, row * index.#width);
      let squares = 0;
      for (let i = 0; i < dimensions; i += 1) squares += own[i]! * own[i]!;
      index.#scales[row] = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    }
    return index;
  }

  /** Cosines of the query with every row; 0 for rows without a vector. */
  score(query: Float32Array): Float32Array {
    const scores = new Float32Array(this.#scales.length);
    const width = this.#width;
    const sought = new Int8Array(width);
    const scale = quantise(query, sought);
    for (let row = 0; row < scores.length; row += 1)
      scores[row] = this.#dot(sought, row) * scale * this.#scales[row]!;
    return scores;
  }

  /**
   * Cosines of the query with these rows, in their order. Others have a turn in between: 32,000 rows of 384
   * components take some 15 ms of computing.
   */
  async scoreOf(query: Float32Array, rows: Uint32Array): Promise<Float32Array> {
    const scores = new Float32Array(rows.length);
    const sought = new Int8Array(this.#width);
    const scale = quantise(query, sought);
    for (let from = 0; from < rows.length; from += PORTION) {
      const to = Math.min(from + PORTION, rows.length);
      for (let at = from; at < to; at += 1)
        scores[at] = this.#dot(sought, rows[at]!) * scale * this.#scales[rows[at]!]!;
      if (to < rows.length) await setImmediate();
    }
    return scores;
  }

  #dot(sought: Int8Array, row: number): number {
    const codes = this.#codes;
    const width = this.#width;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0, at = row * width; i < width; i += LANES, at += LANES) {
      a += codes[at]! * sought[i]!;
      b += codes[at + 1]! * sought[i + 1]!;
      c += codes[at + 2]! * sought[i + 2]!;
      d += codes[at + 3]! * sought[i + 3]!;
    }
    return a + b + c + d;
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
