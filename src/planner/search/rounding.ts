import { byValue, placeInOrder } from './greedy.ts';
import type { Timetable } from './timetable.ts';

/** Shares below this say little about where a meeting belongs. */
const LEAST_SHARE = 0.05;

/** Makes a plan out of a fractional one: the largest shares first, then what else is free. */
export function roundShares(timetable: Timetable, shares: Float64Array): void {
  const { candidateOf } = timetable.model;
  const order = [...shares.keys()]
    .filter((option) => shares[option]! > LEAST_SHARE)
    .sort((a, b) => shares[b]! - shares[a]! || a - b);
  for (const option of order)
    if (timetable.optionOf[candidateOf[option]!]! < 0 && timetable.isFree(option)) timetable.place(option);
  placeInOrder(timetable, byValue(timetable));
}
