/** A stream of numbers in [0, 1) that depends on the seed alone: mulberry32 (Tommy Ettinger, public domain). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `count - 1`. */
export const pick = (random: Random, count: number): number => Math.floor(random() * count);

/** Puts a list into random order, in place (Fisher and Yates). */
export function shuffle<List extends unknown[] | Int32Array>(list: List, random: Random): List {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = pick(random, i + 1);
    const kept = list[i];
    list[i] = list[j] as never;
    list[j] = kept as never;
  }
  return list;
}
