import type { ProblemInput, Slot } from '../../planner/index.ts';
import type { FrameEmployer, FrameTalent } from './frame.ts';
import type { PairInput, PosedPair, Tied } from './pairs.ts';

type PersonInput = ProblemInput['people'][number];

/** How many of somebody's meetings are tied already: no maximum is below them. */
const tiedOf = (tied: readonly Tied[], person: string): number =>
  tied.filter(({ input }) => input.a === person || input.b === person).length;

const atLeast = (max: number | null, least: number): number | null =>
  max === null ? null : Math.max(max, least);

/** A talent as the planner sees them. */
export function talentPerson(
  { id, zone, min, max, perDay }: FrameTalent,
  available: ReadonlyMap<string, number[]>,
  tied: readonly Tied[],
): PersonInput {
  const most = atLeast(max, tiedOf(tied, id));
  return {
    id,
    side: 'talent',
    organisation: null,
    zone,
    available: available.get(id)!,
    min: Math.min(min, most ?? min),
    max: most,
    maxPerDay: perDay,
  };
}

/** The people who meet for an employer, and what they have in common. */
export function employerPersons(
  { id, zone, min, max, interviewers }: FrameEmployer,
  available: ReadonlyMap<string, number[]>,
  tied: readonly Tied[],
  pairs: readonly PairInput[],
): { people: PersonInput[]; group: NonNullable<ProblemInput['groups']> } {
  const alone = interviewers.length === 0;
  // A meeting from before the first interviewer was named is the employer's own.
  const own = alone || tiedOf(tied, id) > 0;
  const hosts = [...(own ? [{ id, zone, max: alone ? max : tiedOf(tied, id) }] : []), ...interviewers];
  const wished = new Map(hosts.map((host) => [host.id, pairs.filter(({ b }) => b === host.id).length]));
  const minima = sharedOut(
    Math.min(min, max ?? min),
    hosts.map((host) => Math.min(host.max ?? Infinity, wished.get(host.id)!)),
  );
  const people = hosts.map((host, index): PersonInput => ({
    id: host.id,
    side: 'employer',
    organisation: id,
    zone: host.zone,
    available: available.get(host.id)!,
    // Nobody is guaranteed more than they may have, even where the employer as a whole is.
    min: Math.min(minima[index]!, host.max ?? Infinity),
    max: atLeast(host.max, tiedOf(tied, host.id)),
  }));
  if (alone) return { people, group: [] };
  const members = hosts.map((host) => host.id);
  const least = members.reduce((sum, member) => sum + tiedOf(tied, member), 0);
  return { people, group: [{ id, members, max: atLeast(max, least), once: true }] };
}

/** A guarantee in shares as even as the limits of each allow, in turn. */
export function sharedOut(total: number, most: readonly number[]): number[] {
  const shares = most.map(() => 0);
  for (let left = total; left > 0;) {
    const before = left;
    most.forEach((limit, index) => {
      if (left === 0 || shares[index]! >= limit) return;
      shares[index]! += 1;
      left -= 1;
    });
    if (left === before) break;
  }
  // What nobody has pairs for is the first one's to lack: the planner then says that it is not reached, and why.
  const lacking = total - shares.reduce((sum, share) => sum + share, 0);
  if (shares.length > 0) shares[0]! += lacking;
  return shares;
}

/** An employer's meetings of one of its days, all interviewers together. */
export function dayLimit(
  { id, zone, perDay }: FrameEmployer,
  slots: readonly Slot[],
  pairs: Readonly<Record<string, PosedPair>>,
): NonNullable<ProblemInput['shared']> {
  if (perDay === null) return [];
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const days = Map.groupBy(slots, ({ start }) => dayOf.format(new Date(start)));
  return [
    {
      id: `days of ${id}`,
      pairs: Object.keys(pairs).filter((pair) => pairs[pair]!.organisationId === id),
      limits: [...days.values()].map((day) => ({ slots: day.map((slot) => slot.id), max: perDay })),
    },
  ];
}
