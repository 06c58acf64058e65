import type { Problem } from './problem.ts';
import { localDate } from './zones.ts';

/** Positions of slots, people and pairs by their ids, and the facts that every part of the planner asks for. */
export interface Directory {
  slots: readonly number[];
  slotIndex: ReadonlyMap<number, number>;
  people: readonly string[];
  personIndex: ReadonlyMap<string, number>;
  pairIndex: ReadonlyMap<string, number>;
  /** First and second person of each pair. */
  first: Int32Array;
  second: Int32Array;
  /** Whether a person can meet in a slot: 1 at `person * slots + slot`. */
  available: Uint8Array;
  /** For each person the day of each slot, numbered from 0 in that person's own zone. */
  daysOf: (person: number) => Int32Array;
}

/** Indexes a checked problem. */
export function indexProblem(problem: Problem): Directory {
  const slotIndex = indexOf(problem.slots.map(({ id }) => id));
  const personIndex = indexOf(problem.people.map(({ id }) => id));
  const slotCount = problem.slots.length;
  const available = new Uint8Array(problem.people.length * slotCount);
  problem.people.forEach((person, p) => {
    if (person.available == null) available.fill(1, p * slotCount, (p + 1) * slotCount);
    else for (const id of person.available) available[p * slotCount + slotIndex.get(id)!] = 1;
  });
  const daysOfZone = new Map<string, Int32Array>();
  return {
    slots: problem.slots.map(({ id }) => id),
    slotIndex,
    people: problem.people.map(({ id }) => id),
    personIndex,
    pairIndex: indexOf(problem.pairs.map(({ id }) => id)),
    first: Int32Array.from(problem.pairs, ({ a }) => personIndex.get(a)!),
    second: Int32Array.from(problem.pairs, ({ b }) => personIndex.get(b)!),
    available,
    daysOf: (person) => {
      const { zone } = problem.people[person]!;
      let days = daysOfZone.get(zone);
      if (!days) daysOfZone.set(zone, (days = dayNumbers(problem, zone)));
      return days;
    },
  };
}

const indexOf = <Id>(ids: readonly Id[]): ReadonlyMap<Id, number> => new Map(ids.map((id, i) => [id, i]));

function dayNumbers({ slots }: Problem, zone: string): Int32Array {
  const dates = slots.map(({ start }) => localDate(Date.parse(start), zone));
  const numbers = indexOf([...new Set(dates)]);
  return Int32Array.from(dates, (date) => numbers.get(date)!);
}
