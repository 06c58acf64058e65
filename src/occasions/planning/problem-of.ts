import { availableSlots, slotsOf, type Previous, type ProblemInput, type Slot } from '../../planner/index.ts';
import type {
  Frame,
  FrameEmployer,
  FrameStaff,
  FrameTalent,
  PinnedProposal,
  Presence,
  StandingMeeting,
} from './frame.ts';
import {
  interpreterLimits,
  interpretersBetween,
  understandEachOther,
  type Interpretable,
  type Interpreter,
} from './interpreting.ts';
import { nothingToPlan } from './planning.failures.ts';
import type { PairWish } from './wish.ts';

type PersonInput = ProblemInput['people'][number];
type PairInput = ProblemInput['pairs'][number];

/** Whom a pair of the problem stands for. */
export interface PosedPair {
  talentId: string;
  organisationId: string;
  interviewerId: string | null;
  roleId: string | null;
  /** The meeting that the two have already, if any. */
  meetingId: string | null;
  /** Whether that meeting has begun or is pinned: publishing leaves it alone. */
  fixed: boolean;
}

/** A wish that is not even given to the planner, with the reason. */
export interface LeftOut {
  talentId: string;
  organisationId: string;
  reason: 'NOT_ADMITTED' | 'CALLED_OFF' | 'NO_INTERPRETER' | 'HAVE_MET';
}

/** A problem for the planner, with what is needed to read its answer. */
export interface Posed {
  problem: ProblemInput;
  /** The plan that is to be changed as little as possible; null for one made anew. */
  previous: Previous | null;
  pairs: Readonly<Record<string, PosedPair>>;
  leftOut: readonly LeftOut[];
  /** Which interpreters could sit in, by pair. */
  interpretable: Interpretable;
  interpreters: readonly { id: string; available: readonly number[]; max: number | null }[];
  /** Rooms of each slot, in the order of slots, and those of them that are taken. */
  rooms: readonly (number | null)[];
  takenRooms: readonly (readonly number[])[];
  /** The meetings that stood, as they were read, and whether publishing may change them. */
  standing: readonly { id: string; version: number; movable: boolean }[];
}

/** Identifies a pair of the problem; `person` is the interviewer, or the employer where nobody is named. */
const pairIdOf = (talentId: string, person: string): string => `${talentId} ${person}`;

/**
 * The planner's problem of a frame. Pure: the same frame gives the same problem. An employer with interviewers is a
 * group of people of whom a talent meets one; its guarantee is shared out among them, since the planner guarantees
 * meetings to people. A promised wish is tied to one interviewer, the one with the most slots in common and the
 * fewest promises yet, since the planner keeps promises of pairs.
 * Sessions that overlap the planner refuses, since nobody could tell two of its slots apart.
 * @throws OCCASIONS_NOTHING_TO_PLAN, PLANNER_UNKNOWN_ZONE
 */
export function problemOf(frame: Frame): Posed {
  const { slots, rooms } = slotsOfSessions(frame.sessions);
  const slotAt = new Map(slots.map(({ id, start, end }) => [`${start} ${end}`, id]));
  const slotOf = ({ start, end }: StandingMeeting): number | undefined => slotAt.get(`${start} ${end}`);
  const talentOf = new Map(frame.talents.map((talent) => [talent.id, talent]));
  const employerOf = new Map(frame.employers.map((employer) => [employer.id, employer]));
  const staff = frame.employers.flatMap(({ interviewers }) => interviewers);
  const hosts = new Set([...frame.employers, ...staff].map(({ id }) => id));
  const takesPart = (
    meeting: Pick<StandingMeeting, 'talentId' | 'organisationId' | 'interviewerId'>,
  ): boolean =>
    talentOf.has(meeting.talentId) && hosts.has(personOf(meeting)) && employerOf.has(meeting.organisationId);
  // What lies beside the slots, or is of somebody who takes no part, the planner cannot move: it keeps people busy.
  const fixed = frame.standing.filter(
    (meeting) => meeting.fixed && slotOf(meeting) !== undefined && takesPart(meeting),
  );
  const movable = frame.standing.filter((meeting) => !meeting.fixed && slotOf(meeting) !== undefined);
  const beside = frame.standing.filter(
    (meeting) => slotOf(meeting) === undefined || (meeting.fixed && !takesPart(meeting)),
  );
  const future = new Set(slots.filter(({ start }) => start > frame.now).map(({ id }) => id));
  const availableOf = (id: string, presence: Presence): number[] => {
    const taken = [...beside, ...fixed].filter(
      (meeting) => peopleOf(meeting).includes(id) || meeting.interpreterId === id,
    );
    return slotsFor(slots, { ...presence, busy: [...presence.busy, ...taken] }).filter((slot) =>
      future.has(slot),
    );
  };
  const available = new Map<string, number[]>(
    [...frame.talents, ...frame.employers, ...staff, ...frame.interpreters].map((someone) => [
      someone.id,
      availableOf(someone.id, someone),
    ]),
  );

  const tied = tiedPairs(fixed, { ...frame, proposals: frame.proposals.filter(takesPart) }, slots, slotOf);
  const choice = chosenPairs(frame, talentOf, employerOf, tied, available, slots);
  const pairInputs = [...tied.map(({ input }) => input), ...choice.inputs];
  const standingOf = new Map(
    movable.map((meeting) => [pairIdOf(meeting.talentId, personOf(meeting)), meeting]),
  );
  const pairs = Object.fromEntries([
    ...tied.map(({ input, posed }) => [input.id, posed] as const),
    ...choice.posed.map(
      ([id, posed]) => [id, { ...posed, meetingId: standingOf.get(id)?.id ?? null }] as const,
    ),
  ]);
  for (const { input } of tied)
    for (const person of [input.a, input.b])
      if (input.fixed != null) available.set(person, [...(available.get(person) ?? []), input.fixed]);

  const interpreters: Interpreter[] = frame.interpreters.map(({ id, max }) => ({
    id,
    max,
    available: new Set(available.get(id)),
  }));
  const places = roomLimits(rooms, slots, beside, pairInputs.length);
  const talentPeople = frame.talents.map((talent) => talentPerson(talent, available, tied));
  const employerPeople = frame.employers.flatMap((employer) =>
    employerPersons(employer, available, tied, pairInputs),
  );
  const problem: ProblemInput = {
    slots,
    people: [...talentPeople, ...employerPeople.flatMap(({ people }) => people)],
    pairs: pairInputs,
    groups: employerPeople.flatMap(({ group }) => group),
    places: places.count === 0 ? null : { count: places.count },
    shared: [
      ...places.shared,
      ...frame.employers.flatMap((employer) => dayLimit(employer, slots, pairs)),
      ...interpreterLimits(
        choice.interpretable,
        interpreters,
        slots.map(({ id }) => id),
      ),
    ],
    apart: frame.request.apart.filter(
      ([one, other]) => one !== other && talentOf.has(one) && talentOf.has(other),
    ),
    weights: frame.request.weights,
    limits: {
      seconds: frame.request.seconds,
      seed: frame.request.seed,
      work: frame.request.work ?? null,
    },
  };
  return {
    problem,
    previous:
      frame.lost === null
        ? null
        : previousOf([...fixed, ...movable], frame.lost, pairs, pairInputs, slotOf, frame.now),
    pairs,
    leftOut: choice.leftOut,
    interpretable: choice.interpretable,
    interpreters: interpreters.map((each) => ({ ...each, available: [...each.available] })),
    rooms,
    takenRooms: slots.map((slot) =>
      [...beside, ...fixed].flatMap((meeting) =>
        meeting.place !== null && overlaps(meeting, slot) ? [meeting.place] : [],
      ),
    ),
    standing: frame.standing.map((meeting) => ({
      id: meeting.id,
      version: meeting.version,
      movable: movable.includes(meeting),
    })),
  };
}

const personOf = (meeting: Pick<StandingMeeting, 'interviewerId' | 'organisationId'>): string =>
  meeting.interviewerId ?? meeting.organisationId;

const peopleOf = (meeting: StandingMeeting): string[] => [meeting.talentId, personOf(meeting)];

const overlaps = (one: { start: string; end: string }, other: { start: string; end: string }): boolean =>
  one.start < other.end && other.start < one.end;

/**
 * The slots of all sessions in order, and the rooms of each.
 * @throws OCCASIONS_NOTHING_TO_PLAN
 */
export function slotsOfSessions(sessions: Frame['sessions']): { slots: Slot[]; rooms: (number | null)[] } {
  const all = sessions
    .flatMap(({ zone, date, fromTime, toTime, minutes, pause, places }) =>
      slotsOf({ zone, hours: [{ date, from: fromTime, to: toTime }], minutes, pause }).map((slot) => ({
        ...slot,
        places: places ?? null,
      })),
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  if (all.length === 0) throw nothingToPlan();
  return {
    slots: all.map(({ start, end }, id) => ({ id, start, end })),
    rooms: all.map(({ places }) => places),
  };
}

function slotsFor(slots: readonly Slot[], { zone, hours, busy }: Presence): number[] {
  if (hours !== null) return availableSlots(slots, { zone, hours, busy });
  return slots.filter((slot) => !busy.some((taken) => overlaps(taken, slot))).map(({ id }) => id);
}

interface Tied {
  input: PairInput;
  posed: PosedPair;
}

/** Pairs whose slot is not the planner's to choose: meetings that stay, and proposals that an organiser pinned. */
function tiedPairs(
  fixed: readonly StandingMeeting[],
  frame: Frame,
  slots: readonly Slot[],
  slotOf: (meeting: StandingMeeting) => number | undefined,
): Tied[] {
  const wishOf = new Map(frame.request.wishes.map((wish) => [wishKey(wish), wish]));
  const tie = (
    meeting: Omit<PosedPair, 'meetingId' | 'fixed'>,
    slot: number,
    meetingId: string | null,
  ): Tied => ({
    input: {
      id: pairIdOf(meeting.talentId, personOf(meeting)),
      a: meeting.talentId,
      b: personOf(meeting),
      value: wishOf.get(wishKey(meeting))?.value ?? 0,
      required: true,
      fixed: slot,
      slots: null,
    },
    posed: { ...meeting, meetingId, fixed: meetingId !== null },
  });
  const meetings = fixed.map(({ id, talentId, organisationId, interviewerId, roleId, ...when }) =>
    tie(
      { talentId, organisationId, interviewerId, roleId },
      slotOf({ id, talentId, organisationId, interviewerId, roleId, ...when })!,
      id,
    ),
  );
  const met = new Set(meetings.map(({ posed }) => wishKey(posed)));
  const proposals = frame.proposals.flatMap((proposal: PinnedProposal) => {
    const slot = slots.find(({ start }) => start === proposal.start);
    const wish = wishOf.get(wishKey(proposal));
    if (!slot || !wish || met.has(wishKey(proposal))) return [];
    const { talentId, organisationId, interviewerId } = proposal;
    return [tie({ talentId, organisationId, interviewerId, roleId: wish.roleId ?? null }, slot.id, null)];
  });
  return [...meetings, ...proposals];
}

const wishKey = ({ talentId, organisationId }: { talentId: string; organisationId: string }): string =>
  `${talentId} ${organisationId}`;

/** The pairs that the planner may place as it likes, and why the others are not among them. */
function chosenPairs(
  frame: Frame,
  talentOf: ReadonlyMap<string, FrameTalent>,
  employerOf: ReadonlyMap<string, FrameEmployer>,
  tied: readonly Tied[],
  available: ReadonlyMap<string, readonly number[]>,
  slots: readonly Slot[],
) {
  const met = new Set(tied.filter(({ posed }) => posed.fixed).map(({ posed }) => wishKey(posed)));
  const pinned = new Set(tied.filter(({ posed }) => !posed.fixed).map(({ posed }) => wishKey(posed)));
  const calledOff = new Set(frame.calledOff.map(wishKey));
  const inputs: PairInput[] = [];
  const posed: [string, PosedPair][] = [];
  const leftOut: LeftOut[] = [];
  const interpretable: Record<string, readonly string[]> = {};
  const promises = new Map<string, number>();
  for (const wish of frame.request.wishes) {
    const { talentId, organisationId } = wish;
    const [talent, employer] = [talentOf.get(talentId), employerOf.get(organisationId)];
    const out = (reason: LeftOut['reason']): void => void leftOut.push({ talentId, organisationId, reason });
    if (pinned.has(wishKey(wish))) continue;
    if (!talent || !employer) out('NOT_ADMITTED');
    else if (met.has(wishKey(wish))) out('HAVE_MET');
    else if (calledOff.has(wishKey(wish))) out('CALLED_OFF');
    else {
      const able = hostsFor(frame, talent, employer);
      if (able.length === 0) out('NO_INTERPRETER');
      const hosts = wish.promised ? mostCommon(able, talent, available, promises) : able;
      for (const { id: person, interviewerId, interpreters } of hosts) {
        const id = pairIdOf(talentId, person);
        inputs.push(pairInput(id, wish, person, slots));
        posed.push([
          id,
          {
            talentId,
            organisationId,
            interviewerId,
            roleId: wish.roleId ?? null,
            meetingId: null,
            fixed: false,
          },
        ]);
        if (interpreters.length > 0) interpretable[id] = interpreters;
      }
    }
  }
  return { inputs, posed, leftOut, interpretable };
}

interface Host {
  id: string;
  interviewerId: string | null;
  /** Who could interpret; empty where nobody need. */
  interpreters: string[];
}

/** Who of the employer could meet the talent. */
function hostsFor({ interpreters }: Frame, talent: FrameTalent, employer: FrameEmployer): Host[] {
  if (employer.interviewers.length === 0) return [{ id: employer.id, interviewerId: null, interpreters: [] }];
  return employer.interviewers.flatMap(({ id, languages }: FrameStaff) => {
    if (understandEachOther(talent.languages, languages))
      return [{ id, interviewerId: id, interpreters: [] }];
    const between = interpretersBetween(interpreters, talent.languages, languages);
    return between.length === 0 ? [] : [{ id, interviewerId: id, interpreters: between }];
  });
}

/** The one host to whom a promise is tied. */
function mostCommon(
  hosts: readonly Host[],
  talent: FrameTalent,
  available: ReadonlyMap<string, readonly number[]>,
  promises: Map<string, number>,
): Host[] {
  const free = new Set(available.get(talent.id));
  const worth = ({ id }: Host): number =>
    available.get(id)!.filter((slot) => free.has(slot)).length - (promises.get(id) ?? 0);
  const [chosen] = hosts.toSorted((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1));
  if (chosen) promises.set(chosen.id, (promises.get(chosen.id) ?? 0) + 1);
  return chosen ? [chosen] : [];
}

function pairInput(id: string, wish: PairWish, person: string, slots: readonly Slot[]): PairInput {
  const begins = wish.slots && new Set(wish.slots.map((start) => Date.parse(start)));
  return {
    id,
    a: wish.talentId,
    b: person,
    value: wish.value,
    required: wish.promised,
    fixed: null,
    slots: begins ? slots.filter(({ start }) => begins.has(Date.parse(start))).map((slot) => slot.id) : null,
  };
}

/** How many of somebody's meetings are tied already: no maximum is below them. */
const tiedOf = (tied: readonly Tied[], person: string): number =>
  tied.filter(({ input }) => input.a === person || input.b === person).length;

const atLeast = (max: number | null, least: number): number | null =>
  max === null ? null : Math.max(max, least);

function talentPerson(
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
function employerPersons(
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
    min: minima[index]!,
    max: atLeast(host.max, Math.max(minima[index]!, tiedOf(tied, host.id))),
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
function dayLimit(
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

/** Rooms: as many as the largest session has, and fewer where a session or a meeting that stays leaves fewer. */
function roomLimits(
  rooms: readonly (number | null)[],
  slots: readonly Slot[],
  beside: readonly StandingMeeting[],
  pairs: number,
): { count: number; shared: NonNullable<ProblemInput['shared']> } {
  if (rooms.every((count) => count === null)) return { count: 0, shared: [] };
  // By video as many meet as like.
  const count = Math.max(...rooms.map((places) => places ?? Math.max(pairs, 1)));
  const limits = slots.flatMap((slot) => {
    const places = rooms[slot.id];
    if (places == null) return [];
    const taken = beside.filter((meeting) => meeting.place !== null && overlaps(meeting, slot)).length;
    return places - taken < count ? [{ slots: [slot.id], max: Math.max(0, places - taken) }] : [];
  });
  return { count, shared: limits.length === 0 ? [] : [{ id: 'rooms', limits }] };
}

/** What stands, in the planner's words. */
function previousOf(
  meetings: readonly StandingMeeting[],
  lost: readonly string[],
  pairs: Readonly<Record<string, PosedPair>>,
  inputs: readonly PairInput[],
  slotOf: (meeting: StandingMeeting) => number | undefined,
  now: string,
): Previous {
  const valueOf = new Map(inputs.map(({ id, value }) => [id, value ?? 0]));
  const held = meetings.flatMap((meeting) => {
    const pair = pairIdOf(meeting.talentId, personOf(meeting));
    return pairs[pair] ? [{ pair, slot: slotOf(meeting)!, place: meeting.place }] : [];
  });
  const people: Previous['plan']['people'] = {};
  for (const person of [...meetings.flatMap(peopleOf), ...lost]) {
    people[person] ??= { meetings: 0, value: 0, idle: 0, moves: 0 };
    people[person].meetings += 1;
  }
  return {
    plan: {
      meetings: held,
      people,
      value: held.reduce((sum, { pair }) => sum + valueOf.get(pair)!, 0),
    },
    now,
  };
}
