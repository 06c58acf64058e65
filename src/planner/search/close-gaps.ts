import type { Model } from '../model.ts';
import type { Timetable } from './timetable.ts';

/**
 * Moves meetings to other free slots as long as that takes idle slots out of agendas; the value stays.
 * @returns when no single move helps any more, or `stop` says so.
 */
export function closeGaps(timetable: Timetable, stop: () => boolean): void {
  const { model, optionOf } = timetable;
  for (let moved = true; moved && !stop();) {
    moved = false;
    for (let c = 0; c < model.candidates.length; c += 1) {
      const from = optionOf[c]!;
      if (from < 0 || timetable.pinned[c] === 1) continue;
      if ((c & 255) === 0 && stop()) return;
      timetable.remove(c);
      const others = model.candidates[c]!.people.map((person) => slotsHeld(timetable, person));
      const idle = (option: number): number =>
        model.candidates[c]!.people.reduce(
          (sum, person, i) => sum + idleWith(model, person, others[i]!, model.slotOf[option]!),
          0,
        );
      let best = from;
      let least = idle(from);
      for (let option = model.optionStart[c]!; option < model.optionStart[c + 1]!; option += 1) {
        const here = idle(option);
        if (here < least && timetable.isFree(option)) [best, least] = [option, here];
      }
      timetable.place(best);
      moved ||= best !== from;
    }
  }
}

const slotsHeld = ({ model, optionOf }: Timetable, person: number): number[] =>
  model.candidatesOfPerson[person]!.flatMap((c) => (optionOf[c]! < 0 ? [] : [model.slotOf[optionOf[c]!]!]));

/** Idle slots of the day of `slot` with a meeting there, less those without it. */
function idleWith(model: Model, person: number, slots: readonly number[], slot: number): number {
  const days = model.directory.daysOf(person);
  const sameDay = slots.filter((other) => days[other] === days[slot]);
  if (sameDay.length === 0) return 0;
  const [first, last] = [Math.min(...sameDay), Math.max(...sameDay)];
  if (slot < first) return first - slot - 1;
  return slot > last ? slot - last - 1 : -1;
}
