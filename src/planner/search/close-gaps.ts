import type { Model } from '../model.ts';
import type { Timetable } from './timetable.ts';

/**
 * Moves meetings to other free slots as long as that takes idle slots out of agendas. With a weight, meetings are
 * also left out, or held with somebody else, where that saves idle slots worth more than the value it costs;
 * promises and guarantees are kept all the same.
 * @param weight what an idle slot costs in value; with 0 the value stays as it is.
 * @returns the value given up, when no single change helps any more or `stop` says so.
 */
export function closeGaps(timetable: Timetable, weight: number, stop: () => boolean): number {
  const { model, optionOf } = timetable;
  const before = timetable.parts().value;
  for (let changed = true; changed && !stop();) {
    changed = false;
    for (let c = 0; c < model.candidates.length; c += 1) {
      if (optionOf[c]! < 0 || timetable.pinned[c] === 1) continue;
      if ((c & 255) === 0 && stop()) break;
      if (settle(timetable, c, weight)) changed = true;
    }
  }
  return Math.max(0, before - timetable.parts().value);
}

/** Gives one meeting, or what may stand for it, its best option. @returns whether anything changed. */
function settle(timetable: Timetable, c: number, weight: number): boolean {
  const { model, optionOf } = timetable;
  const from = optionOf[c]!;
  timetable.remove(c);
  // Without a weight one idle slot more or less decides, and nothing else can.
  const idleCost = weight === 0 ? 1 : weight;
  const held = new Map<number, number[]>();
  const worth = (option: number): number => {
    const { people, value } = model.candidates[model.candidateOf[option]!]!;
    const idle = people.reduce((sum, person) => {
      if (!held.has(person)) held.set(person, slotsHeld(timetable, person));
      return sum + idleWith(model, person, held.get(person)!, model.slotOf[option]!);
    }, 0);
    return value - idleCost * idle;
  };
  const mayGo = weight > 0 && timetable.gain(c) === model.candidates[c]!.value;
  let best = from;
  let most = worth(from);
  if (mayGo && most < -1e-9) [best, most] = [-1, 0];
  const others = mayGo
    ? model.candidates[c]!.people.flatMap((person) => model.candidatesOfPerson[person]!)
    : [];
  for (const candidate of new Set([c, ...others])) {
    if (optionOf[candidate]! >= 0) continue;
    for (
      let option = model.optionStart[candidate]!;
      option < model.optionStart[candidate + 1]!;
      option += 1
    ) {
      if (!timetable.isFree(option)) continue;
      const here = worth(option);
      if (here > most + 1e-9) [best, most] = [option, here];
    }
  }
  if (best >= 0) timetable.place(best);
  return best !== from;
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
