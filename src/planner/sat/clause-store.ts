import type { Literal } from './solver.ts';

/** Where the literals of a clause begin, after its length, the levels that it joins, and its use. */
export const LITERALS = 3;

const LEARNT = -1;

/** Learnt clauses that join so few levels are never dropped. */
const ALWAYS_KEPT = 2;

/** All clauses in one array, and who watches what. A clause is named by where it begins. */
export class ClauseStore {
  store: Int32Array = new Int32Array(1 << 16);
  /** For each literal the clauses to look at when it becomes false: clause, another of its literals, … */
  readonly watches: number[][] = [];
  #given: number[] = [];
  #learnt: number[] = [];
  #end = 0;

  addVariable(): void {
    this.watches.push([], []);
  }

  /** Adds a clause of two literals or more; the first two are watched. */
  add(literals: readonly Literal[], learnt: boolean, joined: number): number {
    const clause = this.#append(literals, joined, learnt ? 1 : LEARNT);
    (learnt ? this.#learnt : this.#given).push(clause);
    return clause;
  }

  #append(literals: ArrayLike<Literal>, joined: number, use: number): number {
    const needed = this.#end + LITERALS + literals.length;
    if (needed > this.store.length) {
      const larger = new Int32Array(2 * needed);
      larger.set(this.store);
      this.store = larger;
    }
    const clause = this.#end;
    this.store[clause] = literals.length;
    this.store[clause + 1] = joined;
    this.store[clause + 2] = use;
    for (let i = 0; i < literals.length; i += 1) this.store[clause + LITERALS + i] = literals[i]!;
    this.#end = needed;
    this.watches[literals[0]!]!.push(clause, literals[1]!);
    this.watches[literals[1]!]!.push(clause, literals[0]!);
    return clause;
  }

  /** Tells that a clause took part in a conflict. */
  used(clause: number): void {
    if (this.store[clause + 2]! >= 0) this.store[clause + 2]! += 1;
  }

  /** Drops what is true for ever and the half of the learnt clauses that helped least. */
  reduce(isTrue: (literal: Literal) => boolean): void {
    const { store } = this;
    const worst = this.#learnt
      .filter((clause) => store[clause + 1]! > ALWAYS_KEPT)
      .sort((a, b) => store[b + 1]! - store[a + 1]! || store[a + 2]! - store[b + 2]! || a - b);
    const dropped = new Set(worst.slice(0, worst.length >> 1));
    for (const list of this.watches) list.length = 0;
    this.store = new Int32Array(store.length);
    this.#end = 0;
    const move = (clause: number): number[] => {
      const literals = store.subarray(clause + LITERALS, clause + LITERALS + store[clause]!);
      if (dropped.has(clause) || literals.some(isTrue)) return [];
      const use = store[clause + 2]!;
      return [this.#append(literals, store[clause + 1]!, use < 0 ? use : use >> 1)];
    };
    this.#given = this.#given.flatMap(move);
    this.#learnt = this.#learnt.flatMap(move);
  }
}
