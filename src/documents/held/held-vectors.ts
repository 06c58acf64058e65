import { lengthOfSmall, ThreadedRows } from '../../embeddings/index.ts';

/** Cosines are told apart by so many steps before they are sorted. */
const STEPS = 4096;

/** Stands for the cosine where there is no angle. */
const NONE = -2;

/** Pooled vectors of documents, a byte a dimension, under the documents' identifiers. */
export class HeldVectors {
  readonly #places = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #writtenIn: number[] = [];
  readonly #scales: number[] = [];
  readonly #rows: ThreadedRows;

  /** @param expected how many are about to come; more find room, too. */
  constructor(dimensions: number, expected: number) {
    this.#rows = new ThreadedRows(dimensions, expected);
  }

  get size(): number {
    return this.#ids.length;
  }

  /** Whether they have to be read anew. */
  get areLost(): boolean {
    return this.#rows.areLost;
  }

  /**
   * Holds the vector of a document, in place of an earlier one.
   * @param writtenIn the number of the transaction that wrote it: one that was written before does not come back.
   */
  put(id: string, vector: Int8Array, writtenIn: number): void {
    const place = this.#places.get(id) ?? this.#ids.length;
    if (place < this.#ids.length && this.#writtenIn[place]! >= writtenIn) return;
    this.#places.set(id, place);
    this.#ids[place] = id;
    this.#writtenIn[place] = writtenIn;
    this.#scales[place] = scaleOf(vector);
    this.#rows.set(place, vector);
  }

  /**
   * Reads the documents by their cosine with the vector, nearest first, and by identifier where it is the same; none of
   * those that are all zeros, and none at all for such a vector. Documents that were taken away since are among them.
   * @returns what gives the next ones, so many or a few more, and nothing when there are no more.
   * @throws EMBEDDINGS_ROWS_LOST
   */
  async nearestFirst(vector: Int8Array): Promise<(count: number) => string[]> {
    const ids = this.#ids;
    const cosines = await this.#cosines(vector);
    const { order, ends } = byStep(cosines);
    let step = 0;
    let from = 0;
    return (count) => {
      while (step < STEPS - 1 && ends[step]! < from + count) step += 1;
      const portion = order.subarray(from, ends[step]);
      from += portion.length;
      portion.sort((one, other) => cosines[other]! - cosines[one]! || (ids[one]! < ids[other]! ? -1 : 1));
      return Array.from(portion, (place) => ids[place]!);
    };
  }

  /** NONE for those without an angle. A loop, since calls for each took twice as long as all the products. */
  async #cosines(vector: Int8Array): Promise<Float32Array> {
    const scale = scaleOf(vector);
    // Those of now: others may come while the thread multiplies.
    const scales = this.#scales.slice();
    const products = await this.#rows.products(vector, scales.length);
    const cosines = new Float32Array(products.length);
    for (let place = 0; place < products.length; place += 1) {
      const both = scale * scales[place]!;
      cosines[place] = both === 0 ? NONE : products[place]! * both;
    }
    return cosines;
  }
}

/** The places of the cosines in steps from the highest to the lowest, unsorted within, and where each step ends. */
function byStep(cosines: Float32Array): { order: Uint32Array; ends: Uint32Array } {
  const steps = new Uint16Array(cosines.length);
  const ends = new Uint32Array(STEPS + 1);
  for (let place = 0; place < cosines.length; place += 1) {
    const cosine = cosines[place]!;
    const step = cosine === NONE ? STEPS : Math.min(STEPS - 1, Math.max(0, ((1 - cosine) / 2) * STEPS));
    steps[place] = step;
    ends[steps[place]!]! += 1;
  }
  let before = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const own = ends[step]!;
    ends[step] = before;
    before += own;
  }
  const order = new Uint32Array(before);
  for (let place = 0; place < cosines.length; place += 1) {
    const step = steps[place]!;
    if (step < STEPS) order[ends[step]!++] = place;
  }
  return { order, ends };
}

/** One through the length; 0 for all zeros. */
function scaleOf(vector: Int8Array): number {
  const length = lengthOfSmall(vector);
  return length === 0 ? 0 : 1 / length;
}
