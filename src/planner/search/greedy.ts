import type { Timetable } from './timetable.ts';

/**
 * Places candidates one after the other where they are free, and never moves one: what first-come-first-served
 * does by hand. A slot in which few others can meet is preferred, so that the wanted ones stay open longer.
 */
export function placeInOrder(timetable: Timetable, order: Iterable<number>): void {
  const { optionStart, slotOf } = timetable.model;
  const demand = new Float64Array(timetable.model.directory.slots.length);
  for (const slot of slotOf) demand[slot]! += 1;
  for (const candidate of order) {
    if (timetable.optionOf[candidate]! >= 0) continue;
    let best = -1;
    for (let option = optionStart[candidate]!; option < optionStart[candidate + 1]!; option += 1)
      if ((best < 0 || demand[slotOf[option]!]! < demand[slotOf[best]!]!) && timetable.isFree(option))
        best = option;
    if (best >= 0) timetable.place(best);
  }
}

/** Promised candidates first, then the most valuable; of equals the one with fewer slots to choose from. */
export function byValue({ model }: Timetable): number[] {
  const { candidates, optionStart } = model;
  const choices = (c: number) => optionStart[c + 1]! - optionStart[c]!;
  return candidates
    .map((_, c) => c)
    .sort((a, b) => {
      const [one, other] = [candidates[a]!, candidates[b]!];
      return (
        Number(other.fixed) - Number(one.fixed) ||
        other.required / other.pairs.length - one.required / one.pairs.length ||
        other.value / other.pairs.length - one.value / one.pairs.length ||
        choices(a) - choices(b) ||
        a - b
      );
    });
}

/** Places and pins what is fixed. What cannot be placed beside another fixed meeting stays out. */
export function placeFixed(timetable: Timetable): void {
  const { candidates, optionStart } = timetable.model;
  candidates.forEach(({ fixed }, c) => {
    if (!fixed) return;
    const option = optionStart[c]!;
    if (option === optionStart[c + 1] || !timetable.isFree(option)) return;
    timetable.place(option);
    timetable.pinned[c] = 1;
  });
}
