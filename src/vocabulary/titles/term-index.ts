/** Saturation of repeated terms, and how much long rows are marked down: the usual values of BM25. */
const K1 = 1.2;
const B = 0.75;

/**
 * BM25 over rows of terms (Robertson and Zaragoza, 'The Probabilistic Relevance Framework', 2009), divided by
 * what a row equal to the query would reach: 1 for the same terms, 0 for none in common. Terms that are in no row
 * count in the divisor, so that a query of which only common words are known scores low everywhere.
 */
export class TermIndex {
  /** Of each term its place in `offsets`. */
  readonly #terms: Map<string, number>;
  /** Where the postings of each term begin; one more at the end. */
  readonly #offsets: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #weights: Float32Array;
  readonly #meanLength: number;
  readonly size: number;

  constructor(rows: readonly (readonly string[])[]) {
    this.size = rows.length;
    this.#terms = new Map();
    const frequencies: number[] = [];
    const counted = rows.map((terms) => {
      const counts = new Map<number, number>();
      for (const term of terms) {
        let number = this.#terms.get(term);
        if (number === undefined) {
          number = this.#terms.size;
          this.#terms.set(term, number);
          frequencies.push(0);
        }
        counts.set(number, (counts.get(number) ?? 0) + 1);
      }
      for (const number of counts.keys()) frequencies[number]! += 1;
      return { counts, length: terms.length };
    });
    this.#meanLength = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(rows.length, 1);
    this.#offsets = new Uint32Array(frequencies.length + 1);
    frequencies.forEach((frequency, number) => {
      this.#offsets[number + 1] = this.#offsets[number]! + frequency;
    });
    this.#rows = new Uint32Array(this.#offsets.at(-1)!);
    this.#weights = new Float32Array(this.#rows.length);
    const next = this.#offsets.slice();
    counted.forEach(({ counts, length }, row) => {
      for (const [number, count] of counts) {
        const at = next[number]!++;
        this.#rows[at] = row;
        this.#weights[at] = this.#rarity(frequencies[number]!) * this.#saturated(count, length);
      }
    });
  }

  /** The scores of all rows. */
  score(terms: readonly string[]): Float32Array {
    const scores = new Float32Array(this.size);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    let best = 0;
    for (const [term, count] of counts) {
      const [from, to] = this.#postings(term);
      best += this.#rarity(to - from) * this.#saturated(count, terms.length);
    }
    for (const term of counts.keys()) {
      const [from, to] = this.#postings(term);
      for (let at = from; at < to; at += 1) scores[this.#rows[at]!]! += this.#weights[at]! / best;
    }
    return scores;
  }

  #postings(term: string): [from: number, to: number] {
    const number = this.#terms.get(term);
    return number === undefined ? [0, 0] : [this.#offsets[number]!, this.#offsets[number + 1]!];
  }

  #rarity(frequency: number): number {
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5));
  }

  #saturated(count: number, length: number): number {
    return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / (this.#meanLength || 1)));
  }
}
