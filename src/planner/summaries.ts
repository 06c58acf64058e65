import type { Comfort, Fairness, PersonSummary, PlannedMeeting } from './answer.ts';
import type { Directory } from './directory.ts';
import type { Problem } from './problem.ts';

/** One meeting by positions instead of ids. */
export interface Placed {
  pair: number;
  slot: number;
  place: number | null;
}

export const placedOf = (directory: Directory, meetings: readonly PlannedMeeting[]): Placed[] =>
  meetings.map(({ pair, slot, place }) => ({
    pair: directory.pairIndex.get(pair)!,
    slot: directory.slotIndex.get(slot)!,
    place,
  }));

/** Each person's meetings in the order of their slots. */
export function agendasOf(directory: Directory, meetings: readonly Placed[]): Placed[][] {
  const agendas: Placed[][] = directory.people.map(() => []);
  for (const meeting of meetings)
    for (const person of [directory.first[meeting.pair]!, directory.second[meeting.pair]!])
      agendas[person]!.push(meeting);
  for (const agenda of agendas) agenda.sort((a, b) => a.slot - b.slot);
  return agendas;
}

/** What each person gets out of a plan. */
export function summariesOf(
  problem: Problem,
  directory: Directory,
  meetings: readonly Placed[],
): Record<string, PersonSummary> {
  const agendas = agendasOf(directory, meetings);
  return Object.fromEntries(
    problem.people.map(({ id }, person) => {
      const agenda = agendas[person]!;
      const days = directory.daysOf(person);
      return [
        id,
        {
          meetings: agenda.length,
          value: agenda.reduce((sum, { pair }) => sum + problem.pairs[pair]!.value, 0),
          idle: sumOfSteps(agenda, (from, to) =>
            days[from.slot] === days[to.slot] ? Math.max(0, to.slot - from.slot - 1) : 0,
          ),
          moves: sumOfSteps(agenda, (from, to) => (from.place === to.place ? 0 : 1)),
        },
      ];
    }),
  );
}

/** Breaks of each person: two meetings in a row that are not in adjacent slots, whatever lies between (Bofill et al.). */
export const breaksOf = (directory: Directory, meetings: readonly Placed[]): number[] =>
  agendasOf(directory, meetings).map((agenda) =>
    sumOfSteps(agenda, (from, to) => (to.slot - from.slot > 1 ? 1 : 0)),
  );

const sumOfSteps = (agenda: readonly Placed[], each: (from: Placed, to: Placed) => number): number =>
  agenda.reduce((sum, meeting, i) => (i === 0 ? 0 : sum + each(agenda[i - 1]!, meeting)), 0);

/**
 * What each person's agenda could be worth if nobody else were there: the most valuable pairs that the person's
 * maximum and slots leave room for.
 */
export function bestAlone(problem: Problem, directory: Directory): Float64Array {
  const values: number[][] = problem.people.map(() => []);
  problem.pairs.forEach(({ value }, pair) => {
    values[directory.first[pair]!]!.push(value);
    values[directory.second[pair]!]!.push(value);
  });
  const slots = directory.slots.length;
  return Float64Array.from(problem.people, ({ max }, person) => {
    const free = directory.available.subarray(person * slots, (person + 1) * slots);
    const room = Math.min(
      max ?? Infinity,
      free.reduce((sum, each) => sum + each, 0),
    );
    return values[person]!.sort((a, b) => b - a)
      .slice(0, room)
      .reduce((sum, value) => sum + value, 0);
  });
}

/** What everybody's agenda together asks of them. */
export function comfortOf(people: Readonly<Record<string, PersonSummary>>, price: number): Comfort {
  const all = Object.values(people);
  return {
    idle: all.reduce((sum, { idle }) => sum + idle, 0),
    moves: all.reduce((sum, { moves }) => sum + moves, 0),
    price,
  };
}

/** How evenly a plan serves those who have anything to gain. */
export function fairnessOf(
  problem: Problem,
  directory: Directory,
  people: Readonly<Record<string, PersonSummary>>,
  price: number,
): Fairness {
  const best = bestAlone(problem, directory);
  const shares = problem.people.flatMap(({ id }, person) =>
    best[person]! > 0 ? [{ id, share: people[id]!.value / best[person]! }] : [],
  );
  if (shares.length === 0) return { worstOff: 1, worstOffPerson: null, spread: 0, price };
  const worst = shares.reduce((least, each) => (each.share < least.share ? each : least));
  const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / shares.length;
  return { worstOff: worst.share, worstOffPerson: worst.id, spread: Math.sqrt(variance), price };
}
