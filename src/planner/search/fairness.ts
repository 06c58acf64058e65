import { bestAlone } from '../summaries.ts';
import type { Timetable } from './timetable.ts';

/**
 * Raises the worst-off one after the other: whoever gets the least share of their own best agenda is given one
 * more meeting, others giving way where they stay better off than that person was, as long as the value given up
 * stays below the price that was allowed.
 * @param most share of the value that may be given up; with 0 only what costs nothing is done.
 * @returns the value given up.
 */
export function raiseWorstOff(timetable: Timetable, most: number, stop: () => boolean): number {
  const { model } = timetable;
  const before = timetable.parts().value;
  const best = bestAlone(model.problem, model.directory);
  const held = new Float64Array(best.length);
  model.candidates.forEach(({ people, value, pairs }, c) => {
    if (timetable.optionOf[c]! >= 0) for (const person of people) held[person]! += value / pairs.length;
  });
  const share = (person: number): number => held[person]! / best[person]!;
  const waiting = [...best.keys()]
    .filter((person) => best[person]! > 0)
    .sort((p, q) => share(p) - share(q) || p - q);
  let left = most * before;
  for (const person of waiting) {
    if (left <= 0 || stop()) break;
    const move = cheapestRaise(timetable, person, left, (loser, value) => {
      const after = (held[loser]! - value) / best[loser]!;
      return after > share(person);
    });
    if (!move) continue;
    const change = (candidate: number, sign: 1 | -1): void => {
      const { people, value, pairs } = model.candidates[candidate]!;
      for (const each of people) held[each]! += (sign * value) / pairs.length;
    };
    for (const loser of move.losers) {
      timetable.remove(loser);
      change(loser, -1);
    }
    timetable.place(move.option);
    change(model.candidateOf[move.option]!, 1);
    left -= Math.max(0, move.price);
  }
  return Math.max(0, before - timetable.parts().value);
}

interface Raise {
  option: number;
  losers: number[];
  price: number;
}

function cheapestRaise(
  timetable: Timetable,
  person: number,
  most: number,
  mayLose: (person: number, value: number) => boolean,
): Raise | undefined {
  const { model } = timetable;
  const conflicts: number[] = [];
  let cheapest: Raise | undefined;
  for (const candidate of model.candidatesOfPerson[person]!) {
    if (timetable.optionOf[candidate]! >= 0) continue;
    const gain = timetable.gain(candidate);
    for (
      let option = model.optionStart[candidate]!;
      option < model.optionStart[candidate + 1]!;
      option += 1
    ) {
      const price = timetable.conflicts(option, conflicts) - gain;
      if (!(price <= most) || (cheapest && price >= cheapest.price)) continue;
      const fair = conflicts.every((loser) => {
        const { people, value } = model.candidates[loser]!;
        return people.every((each) => each !== person && mayLose(each, value));
      });
      if (fair) cheapest = { option, losers: [...conflicts], price };
    }
  }
  return cheapest;
}
