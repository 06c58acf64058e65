import type { Previous, ProblemInput } from '../../planner/index.ts';
import type { Frame, Presence, StandingMeeting } from './frame.ts';
import { interpreterLimits, type Interpretable, type Interpreter } from './interpreting.ts';
import {
  chosenPairs,
  pairIdOf,
  personOf,
  tiedPairs,
  type LeftOut,
  type PairInput,
  type PosedPair,
} from './pairs.ts';
import { dayLimit, employerPersons, talentPerson } from './people.ts';
import { overlaps, roomLimits, slotsFor, slotsOfSessions } from './session-slots.ts';

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
      ([id, posed]) =>
        [
          id,
          {
            ...posed,
            meetingId: standingOf.get(id)?.id ?? null,
            interpreterId: standingOf.get(id)?.interpreterId ?? null,
          },
        ] as const,
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

const peopleOf = (meeting: StandingMeeting): string[] => [meeting.talentId, personOf(meeting)];

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
