import { pick, type Random } from '../random.ts';
import type { Timetable } from './timetable.ts';

const conflicts: number[] = [];

/**
 * Finds a place for a candidate that is out: a free option, or one whose only obstacle can move to a free one,
 * or one whose obstacle is worth less.
 * @param remember is told of every candidate before it changes.
 */
export function relocate(
  timetable: Timetable,
  candidate: number,
  random: Random,
  remember: (candidate: number) => void,
): boolean {
  const { optionStart } = timetable.model;
  const start = optionStart[candidate]!;
  const count = optionStart[candidate + 1]! - start;
  if (count === 0) return false;
  const from = pick(random, count);
  const free = timetable.freeOption(candidate, from);
  remember(candidate);
  if (free >= 0) {
    timetable.place(free);
    return true;
  }
  const gain = timetable.gain(candidate);
  for (let k = 0; k < count; k += 1) {
    const option = start + ((from + k) % count);
    const cost = timetable.conflicts(option, conflicts);
    if (!Number.isFinite(cost) || conflicts.length !== 1) continue;
    const obstacle = conflicts[0]!;
    const old = timetable.optionOf[obstacle]!;
    remember(obstacle);
    timetable.remove(obstacle);
    timetable.place(option);
    const other = timetable.freeOption(obstacle);
    if (other >= 0) {
      timetable.place(other);
      return true;
    }
    if (gain > cost) return true;
    timetable.remove(candidate);
    timetable.place(old);
  }
  return false;
}
