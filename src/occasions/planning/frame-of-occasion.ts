import { rows, type EntityManager } from '../../database/index.ts';
import { reachesLevel, type LanguageLevel } from '../../kernel/index.ts';
import type { LocalHours } from '../../planner/index.ts';
import { TalentEntity } from '../../talents/index.ts';
import { availableHours } from '../available-hours.ts';
import type { Availability } from '../availability.ts';
import { CALLED_OFF_BY_PEOPLE } from '../meetings/cancel-reason.ts';
import { MeetingEntity, type Meeting } from '../meetings/meeting.entity.ts';
import type { Occasion } from '../occasion.entity.ts';
import { sessionsOf } from '../occasion.repository.ts';
import { admittedEmployers, admittedTalents, staffOf } from '../participation.repository.ts';
import type { Staff } from '../staff.entity.ts';
import type { Frame, FrameEmployer, FrameStaff, PinnedProposal, Presence, StandingMeeting } from './frame.ts';
import type { PlanRun } from './plan-run.entity.ts';
import type { PlanRequest } from './wish.ts';

/** From this level on someone is interviewed in a language; below it they need an interpreter. */
const INTERVIEW_LEVEL: LanguageLevel = 'B1';

/** Reads all that a planning run goes by. */
export async function frameOf(
  em: EntityManager,
  occasion: Occasion,
  legId: string | null,
  request: PlanRequest,
  base: PlanRun | null,
  now: Date,
): Promise<Frame> {
  const sessions = await sessionsOf(em, occasion.id, legId);
  const dates = [...new Set(sessions.map(({ date }) => date))];
  const [talents, employers, staff] = [
    await admittedTalents(em, occasion.id),
    await admittedEmployers(em, occasion.id),
    await staffOf(em, occasion.id),
  ];
  const meetings = await em.find(
    MeetingEntity,
    { occasionId: occasion.id, legId },
    { orderBy: { startsAt: 'asc', id: 'asc' } },
  );
  const talentIds = talents.map(({ talentId }) => talentId!);
  const busy = await busyElsewhere(
    em,
    [...talentIds, ...employers.map(({ organisationId }) => organisationId!), ...staff.map(({ id }) => id)],
    dates,
    meetings,
  );
  const spoken = await languagesOf(em, talentIds);
  const presence = (id: string, availability: Availability | null | undefined, zone: string): Presence => ({
    ...(availability ? readHours(availability, dates) : { zone, hours: null }),
    busy: busy.get(id) ?? [],
  });
  const member = (each: Staff, instead: Availability | null | undefined): FrameStaff => ({
    id: each.id,
    languages: each.languages,
    max: each.meetingsMax ?? null,
    ...presence(each.id, each.availability ?? instead, occasion.zone),
  });
  const pinned = new Set(request.pinnedMeetingIds);
  return {
    now: now.toISOString(),
    sessions,
    talents: talents.map(({ talentId, availability, meetingsMin, meetingsMax, meetingsPerDay }) => ({
      id: talentId!,
      languages: spoken.get(talentId!) ?? [],
      min: meetingsMin,
      max: meetingsMax ?? null,
      perDay: meetingsPerDay ?? null,
      ...presence(talentId!, availability, occasion.zone),
    })),
    employers: employers.map(
      ({ id, organisationId, availability, meetingsMin, meetingsMax, meetingsPerDay }): FrameEmployer => ({
        id: organisationId!,
        min: meetingsMin,
        max: meetingsMax ?? null,
        perDay: meetingsPerDay ?? null,
        ...presence(organisationId!, availability, occasion.zone),
        interviewers: staff
          .filter(({ participationId }) => participationId === id)
          .map((each) => member(each, availability)),
      }),
    ),
    interpreters: staff.filter(({ kind }) => kind === 'INTERPRETER').map((each) => member(each, null)),
    standing: meetings
      .filter(({ state }) => state !== 'CANCELLED')
      .map((meeting) => standingOf(meeting, now, pinned)),
    proposals: base && base.state !== 'PUBLISHED' ? pinnedProposals(base) : [],
    calledOff: calledOff(meetings),
    lost: base?.state === 'PUBLISHED' ? peopleWhoLost(base, meetings) : null,
    request,
  };
}

const readHours = (
  availability: Availability,
  dates: readonly string[],
): { zone: string; hours: readonly LocalHours[] } => {
  const { zone, hours } = availableHours(availability, dates);
  return { zone, hours };
};

const standingOf = (meeting: Meeting, now: Date, pinned: ReadonlySet<string>): StandingMeeting => ({
  id: meeting.id,
  version: meeting.version,
  talentId: meeting.talentId,
  organisationId: meeting.organisationId,
  interviewerId: meeting.interviewerId ?? null,
  interpreterId: meeting.interpreterId ?? null,
  roleId: meeting.roleId ?? null,
  start: meeting.startsAt.toISOString(),
  end: meeting.endsAt.toISOString(),
  place: meeting.place ?? null,
  fixed: meeting.pinned || pinned.has(meeting.id) || meeting.startsAt <= now || meeting.state !== 'PUBLISHED',
});

const DAY = 24 * 60 * 60_000;

/** When each of these people is in meetings of other occasions, or of another leg, around the dates of sessions. */
async function busyElsewhere(
  em: EntityManager,
  people: readonly string[],
  dates: readonly string[],
  own: readonly Meeting[],
): Promise<Map<string, { start: string; end: string }[]>> {
  if (dates.length === 0) return new Map();
  const days = dates.map((date) => Date.parse(`${date}T00:00:00Z`));
  const found = await rows<{ person_id: string; starts_at: Date | string; ends_at: Date | string }>(
    em,
    `SELECT bookings.person_id, bookings.starts_at, bookings.ends_at
     FROM unnest(?::uuid[]) AS someone (id)
       JOIN bookings ON bookings.claim && claim_of(someone.id, ?::timestamptz, ?::timestamptz)
     WHERE NOT bookings.meeting_id = ANY (?::uuid[])`,
    [
      people,
      new Date(Math.min(...days) - DAY),
      new Date(Math.max(...days) + 2 * DAY),
      own.map(({ id }) => id),
    ],
  );
  return Map.groupBy(
    found.map(({ person_id, starts_at, ends_at }) => ({
      person: person_id,
      start: new Date(starts_at).toISOString(),
      end: new Date(ends_at).toISOString(),
    })),
    ({ person }) => person,
  );
}

/** What each talent speaks well enough to be interviewed in. */
async function languagesOf(em: EntityManager, talentIds: readonly string[]): Promise<Map<string, string[]>> {
  const talents = await em.find(TalentEntity, { id: { $in: talentIds } }, { fields: ['id', 'languages'] });
  return new Map(
    talents.map(({ id, languages }) => [
      id,
      Object.entries(languages as Record<string, LanguageLevel>)
        .filter(([, level]) => reachesLevel(level, INTERVIEW_LEVEL))
        .map(([language]) => language),
    ]),
  );
}

/** Pairs whose last meeting one of the two, or a host, called off. */
function calledOff(meetings: readonly Meeting[]): { talentId: string; organisationId: string }[] {
  const byPair = Map.groupBy(meetings, ({ talentId, organisationId }) => `${talentId} ${organisationId}`);
  return [...byPair.values()].flatMap((own) =>
    own.every(({ state }) => state === 'CANCELLED') &&
    own.some(({ cancelReason }) => CALLED_OFF_BY_PEOPLE.has(cancelReason ?? ''))
      ? [{ talentId: own[0]!.talentId, organisationId: own[0]!.organisationId }]
      : [],
  );
}

/** The people of the meetings that the published plan had and that do not take place, once for each. */
const peopleWhoLost = (base: PlanRun, meetings: readonly Meeting[]): string[] =>
  meetings
    .filter(({ state, runId }) => state === 'CANCELLED' && runId === base.id)
    .flatMap(({ talentId, organisationId, interviewerId }) => [talentId, interviewerId ?? organisationId]);

function pinnedProposals({ pinnedPairs, answer, problem, given }: PlanRun): PinnedProposal[] {
  const pinned = new Set(pinnedPairs);
  const slots = new Map(problem.slots.map(({ id, start }) => [id, start]));
  return (answer?.meetings ?? []).flatMap(({ pair, slot }) => {
    if (!pinned.has(pair)) return [];
    const { talentId, organisationId, interviewerId } = given.pairs[pair]!;
    return [{ talentId, organisationId, interviewerId, start: slots.get(slot)! }];
  });
}
