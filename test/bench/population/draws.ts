/** Random draws that are the same every time for the same name. */
export interface Draws {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  one<Item>(items: readonly Item[]): Item;
  /** So many different ones, in random order; all of them where there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[];
  /** One of the pairs' items, as often as its weight says. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
}

/** The draws of a name: FNV-1a turns it into the state of a mulberry32 (both public domain). */
export function drawsOf(name: string): Draws {
  let state = 0x811c9dc5;
  for (let index = 0; index < name.length; index++)
    state = Math.imul(state ^ name.charCodeAt(index), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    one: (items) => items[between(0, items.length - 1)]!,
    some(items, count) {
      const left = [...items];
      const taken: typeof left = [];
      while (taken.length < count && left.length > 0)
        taken.push(...left.splice(between(0, left.length - 1), 1));
      return taken;
    },
    weighted(items) {
      let place = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) if ((place -= weight) < 0) return item;
      return items.at(-1)![0];
    },
  };
}
