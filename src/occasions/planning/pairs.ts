import type { ProblemInput, Slot } from '../../planner/index.ts';
import type {
  Frame,
  FrameEmployer,
  FrameStaff,
  FrameTalent,
  PinnedProposal,
  StandingMeeting,
} from './frame.ts';
import { interpretersBetween, understandEachOther } from './interpreting.ts';
import type { PairWish } from './wish.ts';

export type PairInput = ProblemInput['pairs'][number];

/** Whom a pair of the problem stands for. */
export interface PosedPair {
  talentId: string;
  organisationId: string;
  interviewerId: string | null;
  roleId: string | null;
  /** The meeting that the two have already, if any. */
  meetingId: string | null;
  /** Who interprets it, and whether it has begun or is pinned: then publishing leaves it alone. */
  interpreterId: string | null;
  fixed: boolean;
}

/** A wish that is not even given to the planner, with the reason. */
export interface LeftOut {
  talentId: string;
  organisationId: string;
  reason: 'NOT_ADMITTED' | 'CALLED_OFF' | 'NO_INTERPRETER' | 'HAVE_MET';
}

/** Identifies a pair of the problem; `person` is the interviewer, or the employer where nobody is named. */
export const pairIdOf = (talentId: string, person: string): string => `${talentId} ${person}`;

/** Who meets for the employer. */
export const personOf = (meeting: Pick<StandingMeeting, 'interviewerId' | 'organisationId'>): string =>
  meeting.interviewerId ?? meeting.organisationId;

export interface Tied {
  input: PairInput;
  posed: PosedPair;
}

/** Pairs whose slot is not the planner's to choose: meetings that stay, and proposals that an organiser pinned. */
export function tiedPairs(
  fixed: readonly StandingMeeting[],
  frame: Frame,
  slots: readonly Slot[],
  slotOf: (meeting: StandingMeeting) => number | undefined,
): Tied[] {
  const wishOf = new Map(frame.request.wishes.map((wish) => [wishKey(wish), wish]));
  const tie = (
    meeting: Omit<PosedPair, 'meetingId' | 'interpreterId' | 'fixed'>,
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
    posed: { ...meeting, meetingId, interpreterId: null, fixed: meetingId !== null },
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
export function chosenPairs(
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
            interpreterId: null,
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
