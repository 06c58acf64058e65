import { AreaIndex } from './area-index.ts';
import type { CommutingArea, Workplace } from './commuting-area.ts';

/** One role of a partner's ranking. */
export interface Offered {
  id: string;
  score: number;
  place: Workplace;
}

/** A role for each, in one commuting area. */
export interface Pair<Item extends Offered> {
  value: number;
  one: Item;
  other: Item;
  area: CommutingArea;
}

/** The place of a pair in the order of pairs: value, then the identifiers of the two roles. */
export type PairPlace = readonly [value: number, one: string, other: string];

/** What makes a pair, and how many of them are wanted. */
export interface PairSearch<Item extends Offered> {
  count: number;
  /** Only those after this place. */
  after?: PairPlace | undefined;
  /** Never falls when one of the scores rises. */
  value: (one: number, other: number) => number;
  /** Whether the two make a pair; null where they do not. */
  area: (one: Item, other: Item) => CommutingArea | null;
  /** The largest distance in kilometres at which `area` may say yes. */
  reachKm: number;
}

/** The best pairs, with what it took to find them. */
export interface BestPairs<Item extends Offered> {
  pairs: Pair<Item>[];
  /** How many roles were read from the two rankings, from the top. */
  accesses: number;
  /** How many pairs were looked at. */
  considered: number;
}

/** Best first; equals by the identifiers, so that the order is the same every time. */
export const byPlace = (
  [value, one, other]: PairPlace,
  [otherValue, otherOne, otherOther]: PairPlace,
): number => otherValue - value || compared(one, otherOne) || compared(other, otherOther);

export const placeOfPair = <Item extends Offered>({ value, one, other }: Pair<Item>): PairPlace => [
  value,
  one.id,
  other.id,
];

/**
 * The best pairs of two rankings, each best first, without trying all: the threshold algorithm (R. Fagin, A. Lotem and
 * M. Naor, 'Optimal Aggregation Algorithms for Middleware', J. Computer and System Sciences 66 (4), 2003) on pairs
 * instead of objects, as in joins of rankings (I. F. Ilyas, W. G. Aref and A. K. Elmagarmid, 'Supporting Top-k Join
 * Queries in Relational Databases', VLDB Journal 13 (3), 2004).
 *
 * Roles are read from the top of the two rankings, always from the one whose next role could still make the better
 * pair. Each role read is put together with those read before from the other ranking in groups near it, as long as
 * they can still make a pair that counts. No pair with a role that is not yet read is worth more than the threshold, the
 * value of the next role of one ranking with the best of the other: once the last wanted pair is worth more, the
 * pairs are the best there are. Equal to trying all, ties included.
 */
export function bestPairs<Item extends Offered>(
  ones: readonly Item[],
  others: readonly Item[],
  { count, after, value, area, reachKm }: PairSearch<Item>,
): BestPairs<Item> {
  const read = { ones: new AreaIndex<Item>(reachKm), others: new AreaIndex<Item>(reachKm) };
  const pairs: Pair<Item>[] = [];
  let [next, nextOther, considered] = [0, 0, 0];

  const counts = (place: PairPlace): boolean => !after || byPlace(after, place) < 0;
  const last = () => (pairs.length < count ? -Infinity : pairs[count - 1]!.value);
  const meet = (one: Item, other: Item): void => {
    considered += 1;
    const place: PairPlace = [value(one.score, other.score), one.id, other.id];
    if (!counts(place)) return;
    const shared = area(one, other);
    if (!shared) return;
    insert(pairs, { value: place[0], one, other, area: shared });
    if (pairs.length > count) pairs.pop();
  };

  for (;;) {
    const [one, other] = [ones[next], others[nextOther]];
    const bound = one && others[0] ? value(one.score, others[0].score) : -Infinity;
    const otherBound = other && ones[0] ? value(ones[0].score, other.score) : -Infinity;
    const threshold = Math.max(bound, otherBound);
    if (threshold === -Infinity || last() > threshold) break;
    if (one && bound >= otherBound) {
      next += 1;
      read.ones.add(one);
      for (const group of read.others.near(one.place))
        for (const met of group) {
          if (value(one.score, met.score) < last()) break;
          meet(one, met);
        }
    } else if (other) {
      nextOther += 1;
      read.others.add(other);
      for (const group of read.ones.near(other.place))
        for (const met of group) {
          if (value(met.score, other.score) < last()) break;
          meet(met, other);
        }
    }
  }
  return { pairs, accesses: next + nextOther, considered };
}

/** Puts a pair at its place among pairs in order. */
function insert<Item extends Offered>(pairs: Pair<Item>[], pair: Pair<Item>): void {
  const at = pairs.findIndex((one) => byPlace(placeOfPair(pair), placeOfPair(one)) < 0);
  pairs.splice(at < 0 ? pairs.length : at, 0, pair);
}

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
