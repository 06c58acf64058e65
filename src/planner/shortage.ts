import type { Model } from './model.ts';

/** Meetings that have to be held in fewer openings than they are. */
export interface Shortage {
  /** Positions of the pairs. */
  pairs: number[];
  /** How many slots they may be held in. */
  slots: number;
  /** Places in each slot; null where one person is in all of them. */
  places: number | null;
}

/**
 * Finds required meetings that outnumber their openings: those of one person, who has one a slot, or all of them, of
 * which a slot holds as many as there are places. By Hall's theorem (1935) such a set exists exactly when an
 * assignment of meetings to slots, one limit at a time, does not. Clauses take exponentially long to count (Haken,
 * 'The intractability of resolution', 1985): 154 meetings at 7 tables in 21 slots were undecided after 60 s, and take
 * a millisecond so.
 */
export function shortageOf(model: Model, required: readonly number[]): Shortage | undefined {
  const { problem } = model;
  // Where a pair is held together with others it is in several candidates; without it the count still holds.
  const alone = required.filter(
    (pair) =>
      model.candidatesOfPair[pair]!.length === 1 &&
      model.candidates[model.candidatesOfPair[pair]![0]!]!.pairs.length === 1,
  );
  const slotsOf = new Map(alone.map((pair) => [pair, openingsOf(model, pair)]));
  const within = (pairs: readonly number[], places: number | null): Shortage | undefined => {
    const crowd = crowdOf(
      pairs.map((pair) => slotsOf.get(pair)!),
      places ?? 1,
    );
    return crowd && { pairs: crowd.members.map((member) => pairs[member]!), slots: crowd.slots, places };
  };
  const ofPerson = new Map<string, number[]>();
  for (const pair of alone)
    for (const person of [problem.pairs[pair]!.a, problem.pairs[pair]!.b])
      ofPerson.set(person, [...(ofPerson.get(person) ?? []), pair]);
  for (const pairs of ofPerson.values()) {
    const short = within(pairs, null);
    if (short) return short;
  }
  const places = problem.places?.count ?? 0;
  return places > 0 ? within(alone, places) : undefined;
}

const openingsOf = ({ candidatesOfPair, optionStart, slotOf }: Model, pair: number): number[] => {
  const [candidate] = candidatesOfPair[pair]!;
  return [...slotOf.subarray(optionStart[candidate!]!, optionStart[candidate! + 1]!)];
};

/** Some of the members who share too few slots, if any do: found where no augmenting path is left. */
function crowdOf(
  slotsOf: readonly (readonly number[])[],
  capacity: number,
): { members: number[]; slots: number } | undefined {
  const membersIn = new Map<number, number[]>();
  for (const [member, own] of slotsOf.entries()) {
    // Breadth first over slots: whoever is in a full one might move to another of theirs.
    const cameFrom = new Map<number, number>(own.map((slot) => [slot, member]));
    const queue = [...own];
    let free: number | undefined;
    for (let at = 0; at < queue.length && free === undefined; at += 1) {
      const inside = membersIn.get(queue[at]!) ?? [];
      if (inside.length < capacity) free = queue[at];
      else
        for (const other of inside)
          for (const slot of slotsOf[other]!)
            if (!cameFrom.has(slot)) {
              cameFrom.set(slot, other);
              queue.push(slot);
            }
    }
    if (free === undefined)
      return { members: [...queue.flatMap((slot) => membersIn.get(slot)!), member], slots: queue.length };
    for (let slot = free; ;) {
      const mover = cameFrom.get(slot)!;
      const before = mover === member ? undefined : slotWith(membersIn, mover);
      membersIn.set(slot, [...(membersIn.get(slot) ?? []), mover]);
      if (before === undefined) break;
      membersIn.set(
        before,
        membersIn.get(before)!.filter((each) => each !== mover),
      );
      slot = before;
    }
  }
  return undefined;
}

const slotWith = (membersIn: ReadonlyMap<number, readonly number[]>, member: number): number =>
  [...membersIn].find(([, members]) => members.includes(member))![0];
