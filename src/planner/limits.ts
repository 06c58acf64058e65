import type { Candidate } from './candidates.ts';
import type { Directory } from './directory.ts';
import type { Problem } from './problem.ts';

/** Why an option may have to stay out. */
export type LimitKind =
  'pair' | 'agenda' | 'maximum' | 'day' | 'group' | 'once' | 'places' | 'shared' | 'apart' | 'precede';

/** So many units at most. */
export interface Limit {
  kind: LimitKind;
  capacity: number;
  /** Whose limit: a person's or group's position, or that of the entry in `shared`, `apart` or `precede`; -1 for places. */
  subject: number;
  /** The slot, or the first of a window of slots; -1 where the limit is on the whole plan. */
  slot: number;
}

export interface Use {
  limit: number;
  units: number;
}

/** The limits of a problem and which of them an option uses. */
export interface LimitTable {
  limits: Limit[];
  usesOf: (candidate: Candidate, index: number, slot: number) => Use[];
}

/** Writes down every limit of a problem on these candidates. */
export function limitsOf(
  problem: Problem,
  directory: Directory,
  candidates: readonly Candidate[],
): LimitTable {
  const limits: Limit[] = [];
  const add = (kind: LimitKind, capacity: number, subject: number, slot = -1): number =>
    limits.push({ kind, capacity, subject, slot }) - 1;
  const slotCount = directory.slots.length;
  const people = directory.people.map((_, person) => personLimits(problem, directory, person, add));
  const pairs = problem.pairs.map((_, pair) => add('pair', 1, pair));
  const tables = problem.places?.count
    ? directory.slots.map((_, slot) => add('places', problem.places!.count, -1, slot))
    : [];
  const sharedLimits = sharedLimitsOf(problem, directory, add);
  const apart = listsByMember(directory.people.length, problem.apart, (id) => directory.personIndex.get(id)!);
  const apartLimits = problem.apart.map((_, entry) =>
    directory.slots.map((__, slot) => add('apart', 1, entry, slot)),
  );
  const precede = listsByMember(problem.pairs.length, problem.precede, (id) => directory.pairIndex.get(id)!);
  const precedeLimits = problem.precede.map((_, entry) =>
    directory.slots.map((__, slot) => add('precede', 1, entry, slot)),
  );
  const groupsOf = new Map<number, number[]>();
  problem.groups.forEach(({ members }, group) => {
    for (const member of new Set(members)) {
      const person = directory.personIndex.get(member)!;
      groupsOf.set(person, [...(groupsOf.get(person) ?? []), group]);
    }
  });
  const groupLimits = problem.groups.map(({ max }, group) => (max == null ? -1 : add('group', max, group)));
  const onceLimits = new Map<string, number>();
  const once = (group: number, stranger: number): number => {
    const key = `${group} ${stranger}`;
    let limit = onceLimits.get(key);
    if (limit === undefined) onceLimits.set(key, (limit = add('once', 1, group)));
    return limit;
  };
  /** Limits of each candidate that do not depend on the slot. */
  const always = candidates.map((candidate) => {
    const uses: number[] = candidate.pairs.map((pair) => pairs[pair]!);
    for (const person of candidate.people)
      if (people[person]!.maximum >= 0) uses.push(people[person]!.maximum);
    for (const pair of candidate.pairs) {
      const [a, b] = [directory.first[pair]!, directory.second[pair]!];
      for (const [member, stranger] of [
        [a, b],
        [b, a],
      ] as const)
        for (const group of groupsOf.get(member) ?? []) {
          if (groupLimits[group]! >= 0) uses.push(groupLimits[group]!);
          if (problem.groups[group]!.once) uses.push(once(group, stranger));
        }
    }
    return uses;
  });

  return {
    limits,
    usesOf(candidate, index, slot) {
      const uses: Use[] = [];
      const use = (limit: number): void => {
        const known = uses.find((other) => other.limit === limit);
        if (known) known.units += 1;
        else uses.push({ limit, units: 1 });
      };
      always[index]!.forEach(use);
      for (const person of candidate.people) {
        people[person]!.windows[slot]!.forEach(use);
        if (people[person]!.days.length > 0) use(people[person]!.days[slot]!);
        for (const { entry } of apart[person] ?? []) use(apartLimits[entry]![slot]!);
      }
      for (const pair of candidate.pairs) {
        if (tables.length > 0) use(tables[slot]!);
        for (const limit of sharedLimits(pair, slot)) use(limit);
        for (const { entry, position } of precede[pair] ?? [])
          if (position === 0) for (let t = 0; t <= slot; t += 1) use(precedeLimits[entry]![t]!);
          else for (let t = slot; t < slotCount; t += 1) use(precedeLimits[entry]![t]!);
      }
      return uses;
    },
  };
}

interface PersonLimits {
  maximum: number;
  /** Limits of the windows in which each slot lies: without rest, the slot alone. */
  windows: readonly (readonly number[])[];
  /** Limit of the day of each slot, or none. */
  days: readonly number[];
}

function personLimits(
  problem: Problem,
  directory: Directory,
  person: number,
  add: (kind: LimitKind, capacity: number, subject: number, slot?: number) => number,
): PersonLimits {
  const { rest, max, maxPerDay } = problem.people[person]!;
  const maximum = max == null ? -1 : add('maximum', max, person);
  if (rest === 0 && maxPerDay == null)
    return { maximum, windows: directory.slots.map((_, slot) => [add('agenda', 1, person, slot)]), days: [] };
  const dayOf = directory.daysOf(person);
  const windows: number[][] = directory.slots.map(() => []);
  directory.slots.forEach((_, slot) => {
    // A window of rest + 1 slots of one day holds one meeting; one that would reach past the day is in the one before.
    const last = Math.min(slot + rest, directory.slots.length - 1);
    const reachesPast = dayOf[last] !== dayOf[slot] || last < slot + rest;
    if (reachesPast && slot > 0 && dayOf[slot - 1] === dayOf[slot] && rest > 0) return;
    const limit = add('agenda', 1, person, slot);
    for (let t = slot; t <= last && dayOf[t] === dayOf[slot]; t += 1) windows[t]!.push(limit);
  });
  const dayLimits = new Map<number, number>();
  if (maxPerDay != null) for (const day of new Set(dayOf)) dayLimits.set(day, add('day', maxPerDay, person));
  return { maximum, windows, days: maxPerDay == null ? [] : Array.from(dayOf, (day) => dayLimits.get(day)!) };
}

/** The limits of what is shared, by pair and slot, both by position. */
function sharedLimitsOf(
  { shared, pairs }: Problem,
  { slots, slotIndex, pairIndex }: Directory,
  add: (kind: LimitKind, capacity: number, subject: number, slot?: number) => number,
): (pair: number, slot: number) => readonly number[] {
  const entriesOf: number[][] = shared.length === 0 ? [] : pairs.map(() => []);
  const inSlot = shared.map(({ pairs: sharing, limits }, entry) => {
    for (const pair of new Set(sharing ?? pairs.map(({ id }) => id)))
      entriesOf[pairIndex.get(pair)!]!.push(entry);
    const bySlot: number[][] = slots.map(() => []);
    for (const { slots: within, max } of limits) {
      const positions = new Set(within.map((id) => slotIndex.get(id)!));
      const limit = add('shared', max, entry, positions.size === 1 ? [...positions][0] : -1);
      for (const slot of positions) bySlot[slot]!.push(limit);
    }
    return bySlot;
  });
  return (pair, slot) => entriesOf[pair]?.flatMap((entry) => inSlot[entry]![slot]!) ?? [];
}

/** For each position the entries of a list of two that name it, and as which of the two. */
function listsByMember(
  size: number,
  entries: readonly (readonly [string, string])[],
  positionOf: (id: string) => number,
): { entry: number; position: number }[][] {
  const lists: { entry: number; position: number }[][] =
    entries.length === 0 ? [] : Array.from({ length: size }, () => []);
  entries.forEach((ids, entry) =>
    ids.forEach((id, position) => lists[positionOf(id)]!.push({ entry, position })),
  );
  return lists;
}
