import {
  apartAndTogether,
  duplicateId,
  emptySlot,
  minimumAboveMaximum,
  selfMeeting,
  slotsOutOfOrder,
  unknownReference,
} from './planner.failures.ts';
import type { Problem } from './problem.ts';
import { togetherClasses } from './together.ts';

/**
 * Checks that what the parts of a problem say of each other can be read in one way only.
 * What cannot be satisfied but is clear is no failure: the plan explains it.
 */
export function checkReferences(problem: Problem): void {
  checkSlots(problem);
  const slots = unique(
    problem.slots.map(({ id }) => id),
    'slots',
  );
  const people = unique(
    problem.people.map(({ id }) => id),
    'people',
  );
  const pairs = unique(
    problem.pairs.map(({ id }) => id),
    'pairs',
  );
  unique(
    problem.groups.map(({ id }) => id),
    'groups',
  );
  unique(
    problem.shared.map(({ id }) => id),
    'shared',
  );

  const known = <Id extends string | number>(kind: string, all: ReadonlySet<Id>, id: Id, place: string) => {
    if (!all.has(id)) throw unknownReference({ place, id: String(id), kind });
  };
  for (const { id, available, min, max } of problem.people) {
    for (const slot of available ?? []) known('slot', slots, slot, `Person '${id}'`);
    if (max != null && min > max) throw minimumAboveMaximum({ person: id, min, max });
  }
  for (const { id, a, b, fixed, slots: only } of problem.pairs) {
    known('person', people, a, `Pair '${id}'`);
    known('person', people, b, `Pair '${id}'`);
    if (a === b) throw selfMeeting({ pair: id, person: a });
    for (const slot of [...(only ?? []), ...(fixed == null ? [] : [fixed])])
      known('slot', slots, slot, `Pair '${id}'`);
  }
  for (const { id, members } of problem.groups)
    for (const member of members) known('person', people, member, `Group '${id}'`);
  for (const { id, pairs: sharing, limits } of problem.shared) {
    for (const pair of sharing ?? []) known('pair', pairs, pair, `Shared '${id}'`);
    for (const slot of limits.flatMap((limit) => limit.slots)) known('slot', slots, slot, `Shared '${id}'`);
  }
  for (const person of Object.keys(problem.places?.home ?? {}))
    known('person', people, person, '`places.home`');
  for (const list of ['apart', 'together'] as const)
    for (const person of problem[list].flat()) known('person', people, person, `\`${list}\``);
  for (const pair of problem.precede.flat()) known('pair', pairs, pair, '`precede`');
  checkCompany(problem);
}

function checkSlots({ slots }: Problem): void {
  slots.forEach((slot, i) => {
    if (Date.parse(slot.end) <= Date.parse(slot.start)) throw emptySlot({ slot: slot.id });
    const before = slots[i - 1];
    if (before && Date.parse(slot.start) < Date.parse(before.end))
      throw slotsOutOfOrder({ earlier: before.id, later: slot.id });
  });
}

function unique<Id extends string | number>(ids: readonly Id[], kind: string): ReadonlySet<Id> {
  const seen = new Set<Id>();
  for (const id of ids) {
    if (seen.has(id)) throw duplicateId({ id: String(id), kind });
    seen.add(id);
  }
  return seen;
}

function checkCompany({ apart, together }: Problem): void {
  const classOf = new Map(
    togetherClasses(together).flatMap((members, index) => members.map((member) => [member, index] as const)),
  );
  for (const [first, second] of apart)
    if (first === second || (classOf.has(first) && classOf.get(first) === classOf.get(second)))
      throw apartAndTogether({ first, second });
}
