import type { Directory } from './directory.ts';
import type { Problem } from './problem.ts';
import { spareMoves } from './spare-moves.ts';

/**
 * Gives meetings of a plan their rooms or tables, slot by slot: at a home of one of the two where it is free,
 * then where one of the two was last (the one with more meetings first), then the lowest free number; then meetings
 * of one slot swap places where that spares a move. Slots never hold more meetings than there are places, so each
 * finds one.
 * @param before places that meetings had in an earlier plan, by pair and slot; they keep them.
 * @returns the place of each meeting, or null where meetings need none.
 */
export function placeMeetings(
  problem: Problem,
  directory: Directory,
  meetings: readonly { pair: number; slot: number }[],
  before: ReadonlyMap<string, number> = new Map(),
): (number | null)[] {
  const count = problem.places?.count ?? 0;
  const places: (number | null)[] = meetings.map(() => null);
  const staying = new Set<number>();
  if (count === 0) return places;
  const home = new Map(
    Object.entries(problem.places!.home)
      .filter(([, place]) => place < count)
      .map(([id, place]) => [directory.personIndex.get(id)!, place]),
  );
  const load = new Int32Array(directory.people.length);
  const bySlot = new Map<number, number[]>();
  meetings.forEach(({ pair, slot }, m) => {
    for (const person of peopleOf(directory, pair)) load[person]! += 1;
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), m]);
  });
  const last = new Map<number, number>();
  for (const slot of [...bySlot.keys()].sort((a, b) => a - b)) {
    const waiting = bySlot.get(slot)!;
    const taken = new Set<number>();
    const settle = (m: number, place: number | undefined): void => {
      if (place === undefined || places[m] !== null || taken.has(place)) return;
      places[m] = place;
      taken.add(place);
    };
    for (const m of waiting) settle(m, before.get(`${meetings[m]!.pair} ${slot}`));
    const busiestFirst = (m: number) =>
      [...peopleOf(directory, meetings[m]!.pair)].sort((p, q) => load[q]! - load[p]!);
    for (const m of waiting) for (const person of busiestFirst(m)) settle(m, home.get(person));
    for (const m of waiting) if (places[m] !== null) staying.add(m);
    const lead = (m: number) => load[busiestFirst(m)[0]!]!;
    for (const m of waiting.toSorted((a, b) => lead(b) - lead(a) || a - b))
      for (const person of busiestFirst(m)) settle(m, last.get(person));
    let next = 0;
    for (const m of waiting) {
      while (taken.has(next)) next += 1;
      settle(m, next);
      for (const person of peopleOf(directory, meetings[m]!.pair)) last.set(person, places[m]!);
    }
  }
  spareMoves(directory, meetings, places, count, (m) => staying.has(m));
  return places;
}

const peopleOf = ({ first, second }: Directory, pair: number): readonly [number, number] => [
  first[pair]!,
  second[pair]!,
];
