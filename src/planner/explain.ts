import type { UnplacedLimit, UnplacedPair, UnservedPerson } from './answer.ts';
import { slotsOfPair } from './candidates.ts';
import type { Limit } from './limits.ts';
import type { Model } from './model.ts';
import type { Timetable } from './search/timetable.ts';

/** Limits on the whole plan bite before those on a slot: they name what would have to change. */
const ORDER: readonly UnplacedLimit[] = [
  'once',
  'maximum',
  'group',
  'day',
  'precede',
  'apart',
  'shared',
  'places',
  'agenda',
];

/** Why each pair that is out is out, by the limits that stand in its way as the plan is. */
export function explainUnplaced(timetable: Timetable): UnplacedPair[] {
  const { model } = timetable;
  const placed = new Set(
    model.candidates.flatMap(({ pairs }, c) => (timetable.optionOf[c]! >= 0 ? pairs : [])),
  );
  return model.problem.pairs.flatMap(({ id }, pair) =>
    placed.has(pair) ? [] : [{ pair: id, ...reasonFor(timetable, pair) }],
  );
}

function reasonFor(timetable: Timetable, pair: number): Omit<UnplacedPair, 'pair'> {
  const { model } = timetable;
  const { problem, directory } = model;
  const { a, b, fixed } = problem.pairs[pair]!;
  const options = model.candidatesOfPair[pair]!.flatMap((c) =>
    Array.from(
      { length: model.optionStart[c + 1]! - model.optionStart[c]! },
      (_, k) => model.optionStart[c]! + k,
    ),
  );
  if (options.length === 0) return whyImpossible(model, pair);
  if (problem.weights.idle > 0 && options.some((option) => timetable.isFree(option)))
    return { limit: 'idle', reason: WORDS.idle };
  const blockers = options.map((option) =>
    timetable.blockers(option).map(({ limit }) => model.limits[limit]!),
  );
  const where = fixed == null ? `in all ${countOf(blockers.length, 'common slot')}` : `in slot ${fixed}`;
  const everywhere = ORDER.flatMap((kind) => {
    const first = blockers[0]?.find((limit) => limit.kind === kind && limit.slot < 0);
    return first && blockers.every((limits) => limits.includes(first)) ? [first] : [];
  })[0];
  if (everywhere && everywhere.kind !== 'pair')
    return { limit: everywhere.kind, reason: sentence(model, everywhere) };
  const always = ORDER.find((kind) =>
    blockers.every((limits) => limits.some((limit) => limit.kind === kind)),
  );
  if (always === 'places') return { limit: 'places', reason: `no place is free ${where}` };
  if (always === 'agenda') {
    const busy = [
      ...new Set(
        blockers
          .flat()
          .filter(({ kind }) => kind === 'agenda')
          .map(({ subject }) => subject),
      ),
    ];
    const names = busy.map((person) => `'${directory.people[person]}'`).join(' or ');
    return { limit: 'agenda', reason: `${names} is taken ${where}` };
  }
  const kinds = ORDER.filter((kind) => blockers.flat().some((limit) => limit.kind === kind));
  if (always) return { limit: always, reason: `${WORDS[always]} ${where}` };
  if (kinds.length === 0)
    return { limit: 'change', reason: `'${a}' and '${b}' could meet only if another agenda changed` };
  return { limit: kinds.at(-1)!, reason: `${kinds.map((kind) => WORDS[kind]).join(', or ')} ${where}` };
}

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const WORDS: Record<UnplacedLimit, string> = {
  'no common slot': 'there is no common slot',
  apart: 'someone who is to be apart meets',
  together: 'those who are to be together cannot',
  maximum: 'the maximum is reached',
  day: 'the maximum of the day is reached',
  agenda: 'one of the two is taken',
  group: 'the joint maximum is reached',
  once: 'another member of the group is met',
  places: 'no place is free',
  shared: 'nothing is left of what it shares with others',
  precede: 'the order of meetings forbids it',
  idle: 'it is worth less than the idle slots that it would make',
  change: 'another agenda would have to change',
};

function sentence({ problem, directory }: Model, { kind, capacity, subject }: Limit): string {
  const person = (): string => `'${directory.people[subject]}'`;
  switch (kind) {
    case 'maximum':
      return `${person()} has ${capacity} of at most ${countOf(capacity, 'meeting')}`;
    case 'day':
      return `${person()} has ${capacity} of at most ${countOf(capacity, 'meeting')} that day`;
    case 'group':
      return `group '${problem.groups[subject]!.id}' has ${capacity} of at most ${countOf(capacity, 'meeting')}`;
    case 'once':
      return `another member of group '${problem.groups[subject]!.id}' is met already`;
    case 'shared':
      return `all ${capacity} of '${problem.shared[subject]!.id}' are taken`;
    default:
      return kind === 'pair' ? WORDS.together : WORDS[kind];
  }
}

/** Why nothing at all can come of a pair, whatever the rest of the plan. */
function whyImpossible({ problem, directory }: Model, pair: number): Omit<UnplacedPair, 'pair'> {
  const { a, b, fixed, slots } = problem.pairs[pair]!;
  if (problem.apart.some((two) => two.includes(a) && two.includes(b)))
    return { limit: 'apart', reason: `'${a}' and '${b}' are to be apart` };
  const nobody = [a, b].find((id) => problem.people[directory.personIndex.get(id)!]!.max === 0);
  if (nobody !== undefined) return { limit: 'maximum', reason: `'${nobody}' may have no meeting` };
  const idle = [a, b].find((id) => problem.people[directory.personIndex.get(id)!]!.available?.length === 0);
  if (idle !== undefined) return { limit: 'no common slot', reason: `'${idle}' is never available` };
  if (slotsOfPair(problem, directory, pair).length > 0) {
    const shut = problem.groups.find(
      ({ max, members }) => max === 0 && (members.includes(a) || members.includes(b)),
    );
    if (shut) return { limit: 'group', reason: `group '${shut.id}' may have no meeting` };
    const used = problem.shared.find(
      ({ pairs, limits }) =>
        limits.some(({ max }) => max === 0) && (pairs == null || pairs.includes(problem.pairs[pair]!.id)),
    );
    if (used) return { limit: 'shared', reason: `there is nothing of '${used.id}' in a common slot` };
    return {
      limit: 'together',
      reason: `whoever is together with '${a}' or '${b}' has no meeting that could be at the same time`,
    };
  }
  if (fixed != null)
    return {
      limit: 'no common slot',
      reason: `'${a}' or '${b}' is not available in slot ${fixed}, where it is fixed`,
    };
  return {
    limit: 'no common slot',
    reason: `'${a}' and '${b}' are never available at once${slots == null ? '' : ' in the slots that the pair allows'}`,
  };
}

/** Who gets less than guaranteed, and why. */
export function explainUnserved(timetable: Timetable, unplaced: readonly UnplacedPair[]): UnservedPerson[] {
  const { problem } = timetable.model;
  const reasons = new Map(unplaced.map(({ pair, reason }) => [pair, reason]));
  const short = new Map<string, UnservedPerson & { lacking: number }>();
  problem.people.forEach(({ id, min }, person) => {
    const meetings = timetable.meetings[person]!;
    if (meetings < min)
      short.set(id, { person: id, min, meetings, reason: 'no pair names this person', lacking: 0 });
  });
  for (const { id, a, b } of problem.pairs)
    for (const person of [a, b]) {
      const entry = short.get(person);
      const reason = reasons.get(id);
      if (!entry || reason === undefined) continue;
      entry.lacking += 1;
      entry.reason = entry.lacking === 1 ? reason : entry.reason;
    }
  return [...short.values()].map(({ person, min, meetings, reason, lacking }) => ({
    person,
    min,
    meetings,
    reason:
      lacking > 1
        ? `none of ${lacking} further pairs can be placed: ${reason}, for one`
        : lacking === 0 && meetings > 0
          ? 'no further pair names this person'
          : reason,
  }));
}
