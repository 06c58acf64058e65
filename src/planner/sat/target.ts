import type { Literal } from './solver.ts';

/**
 * The longest trail without a conflict: decisions aim at its values (Biere and Fleury 2020). With it and restarts
 * evenly apart an event of 60 people, 195 meetings and 22 slots was proven at 0 breaks in 8 s; with restarts by the
 * quality of learnt clauses (Audemard and Simon 2012) and saved phases alone it stood at 37 after 10 s.
 */
export class Target {
  /** Of each variable 1, -1, or 0 where the trail has none. */
  #values = new Int8Array(0);
  #size = 0;

  grow(variables: number): void {
    const larger = new Int8Array(variables);
    larger.set(this.#values);
    this.#values = larger;
  }

  forget(): void {
    this.#size = 0;
    this.#values.fill(0);
  }

  /** Takes the first literals of a trail if there are more than there were before. */
  reach(trail: readonly Literal[], size: number): void {
    if (size <= this.#size) return;
    this.#size = size;
    this.#values.fill(0);
    for (let at = 0; at < size; at += 1) this.#values[trail[at]! >> 1] = (trail[at]! & 1) === 0 ? 1 : -1;
  }

  of(variable: number): number {
    return this.#values[variable]!;
  }
}
