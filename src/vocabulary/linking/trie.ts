/** Most different words: a node and a word together are one key of a map, a whole number below 2^53. */
const WORDS = 2 ** 24;

/** Rows of words, each with what it stands for, found word by word. */
export class Trie<Value> {
  readonly #words = new Map<string, number>();
  readonly #next = new Map<number, number>();
  readonly #values: Value[][] = [[]];

  add(words: readonly string[], value: Value): void {
    let node = 0;
    for (const word of words) {
      let number = this.#words.get(word);
      if (number === undefined) this.#words.set(word, (number = this.#words.size));
      const key = node * WORDS + number;
      let next = this.#next.get(key);
      if (next === undefined) this.#next.set(key, (next = this.#values.push([]) - 1));
      node = next;
    }
    this.#values[node]!.push(value);
  }

  /** The number of a word, to be handed to `step`; undefined for a word in no row. */
  wordNumber(word: string): number | undefined {
    return this.#words.get(word);
  }

  /** The node behind a word, from 0 at the beginning; undefined where no row goes on like this. */
  step(node: number, word: number): number | undefined {
    return this.#next.get(node * WORDS + word);
  }

  /** What the row that ends here stands for; nothing when none does. */
  valuesAt(node: number): readonly Value[] {
    return this.#values[node]!;
  }
}
