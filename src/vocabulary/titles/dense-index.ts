import { ByteRows, lengthOfSmall } from '../../embeddings/index.ts';

/** Steps of a component in 8 bits: vectors of length 1 have components in [-1, 1]. */
const STEPS = 127;

/**
 * Vectors of length 1, each scaled to its own largest component and kept in a byte a component. All rows are
 * compared with a query: exact but for the rounding.
 */
export class DenseIndex {
  readonly #dimensions: number;
  readonly #rows: ByteRows;
  readonly #scales: Float32Array;

  /** @param vectorOf the vector of a row; undefined for one without. */
  constructor(rows: number, dimensions: number, vectorOf: (row: number) => Float32Array | undefined) {
    this.#dimensions = dimensions;
    this.#rows = new ByteRows(rows, dimensions);
    this.#scales = new Float32Array(rows);
    const codes = new Int8Array(dimensions);
    for (let row = 0; row < rows; row += 1) {
      const vector = vectorOf(row);
      if (!vector) continue;
      this.#scales[row] = quantise(vector, codes);
      this.#rows.set(row, codes);
    }
  }

  /** Vectors that are in bytes already, one after the other, each of any length; all zeros for none. */
  static ofBytes(codes: Int8Array, dimensions: number): DenseIndex {
    const index = new DenseIndex(codes.length / dimensions, dimensions, () => undefined);
    for (let row = 0; row < index.#rows.length; row += 1) {
      const own = codes.subarray(row * dimensions, (row + 1) * dimensions);
      index.#rows.set(row, own);
      const length = lengthOfSmall(own);
      index.#scales[row] = length === 0 ? 0 : 1 / length;
    }
    return index;
  }

  /** Cosines of the query with every row; 0 for rows without a vector. */
  score(query: Float32Array): Float32Array {
    const codes = new Int8Array(this.#dimensions);
    const scale = quantise(query, codes);
    const products = this.#rows.products(codes);
    return Float32Array.from(this.#scales, (own, row) => products[row]! * scale * own);
  }

  /** Cosines of the query with these rows, in their order. */
  scoreOf(query: Float32Array, rows: Uint32Array): Float32Array {
    const scores = this.score(query);
    return Float32Array.from(rows, (row) => scores[row]!);
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
