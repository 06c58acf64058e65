import type { Literal } from './solver.ts';

/** A sum of literals that may not exceed a bound. */
interface Cardinality {
  literals: Int32Array;
  weights: Int32Array;
  bound: number;
  /** Weight of the true literals that have been propagated. */
  sum: number;
  heaviest: number;
}

/** Weighted sums of literals with their bounds, kept up to date as literals come true and are taken back. */
export class Cardinalities {
  readonly #all: Cardinality[] = [];
  /** For each literal the sums that count it, with its weight: position, weight, position, weight… */
  readonly #counts: number[][] = [];

  addVariable(): void {
    this.#counts.push([], []);
  }

  /** Adds a sum. @returns its position. */
  add(literals: readonly Literal[], weights: readonly number[], bound: number): number {
    const position = this.#all.length;
    this.#all.push({
      literals: Int32Array.from(literals),
      weights: Int32Array.from(weights),
      bound,
      sum: 0,
      heaviest: Math.max(...weights),
    });
    literals.forEach((literal, i) => this.#counts[literal]!.push(position, weights[i]!));
    return position;
  }

  literalsOf(position: number): Int32Array {
    return this.#all[position]!.literals;
  }

  /** Counts what holds already. @returns whether the bound is kept. */
  begin(position: number, values: Int8Array, full: (literal: Literal) => void): boolean {
    const cardinality = this.#all[position]!;
    const { literals, weights, bound } = cardinality;
    literals.forEach((literal, i) => {
      if (values[literal] === 1) cardinality.sum += weights[i]!;
    });
    literals.forEach((literal, i) => {
      if (values[literal] === 0 && cardinality.sum + weights[i]! > bound) full(literal);
    });
    return cardinality.sum <= bound;
  }

  /**
   * Counts a literal that has come true.
   * @param full told of each open literal that there is no room for any more, and in which sum.
   * @returns the position of a sum over its bound, or -1.
   */
  count(literal: Literal, values: Int8Array, full: (literal: Literal, position: number) => void): number {
    const counts = this.#counts[literal]!;
    let broken = -1;
    for (let k = 0; k < counts.length; k += 2) {
      const position = counts[k]!;
      const cardinality = this.#all[position]!;
      // Every sum is brought up to date even after a conflict, so that taking back takes off what was added.
      cardinality.sum += counts[k + 1]!;
      if (broken >= 0 || cardinality.sum + cardinality.heaviest <= cardinality.bound) continue;
      if (cardinality.sum > cardinality.bound) {
        broken = position;
        continue;
      }
      const { literals, weights, bound, sum } = cardinality;
      for (let i = 0; i < literals.length; i += 1)
        if (values[literals[i]!] === 0 && sum + weights[i]! > bound) full(literals[i]!, position);
    }
    return broken;
  }

  /** Takes a counted literal back. */
  uncount(literal: Literal): void {
    const counts = this.#counts[literal]!;
    for (let k = 0; k < counts.length; k += 2) this.#all[counts[k]!]!.sum -= counts[k + 1]!;
  }
}
