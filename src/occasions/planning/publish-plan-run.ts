import { inTransaction, recordAudit, type Context, type Target } from '../../access/index.ts';
import { rows } from '../../database/index.ts';
import { newId } from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { announceChanges, type ChangedMeeting } from '../meetings/announce-changes.ts';
import { newLinkSecret } from '../meetings/book-meeting.ts';
import { book, lockPeople, unbook } from '../meetings/bookings.ts';
import { release } from '../meetings/end-meeting.ts';
import { CALLED_OFF_BY_PEOPLE } from '../meetings/cancel-reason.ts';
import { meetingLife } from '../meetings/meeting-life.ts';
import { MeetingEntity, type Meeting } from '../meetings/meeting.entity.ts';
import { hostTarget } from '../occasion.repository.ts';
import { admittedEmployers, admittedTalents } from '../participation.repository.ts';
import {
  PlanRunEntity,
  type LeftOutAtPublishing,
  type PlanRun,
  type PublicationReport,
} from './plan-run.entity.ts';
import { assertRunVersion, hostedRun, lockedRun } from './plan-run.repository.ts';
import { planRunOutdated, planRunState } from './planning.failures.ts';
import { publicationOf, type Arrangement, type Publication } from './publication.ts';

/** A proposal of a run, with instants instead of slots. */
export interface PlannedArrangement extends Arrangement {
  pair: string;
  talentId: string;
  organisationId: string;
  roleId: string | null;
}

/** The proposals of a finished run that publishing may change something by: all but those that stay anyhow. */
export function plannedBy({ answer, problem, given }: PlanRun): PlannedArrangement[] {
  const slots = new Map(problem.slots.map((slot) => [slot.id, slot]));
  return (answer?.meetings ?? []).flatMap(({ pair, slot, place }) => {
    const { talentId, organisationId, interviewerId, roleId, fixed } = given.pairs[pair]!;
    if (fixed) return [];
    const { start, end } = slots.get(slot)!;
    const interpreterId = answer!.interpreters[pair] ?? null;
    return [
      {
        pair,
        talentId,
        organisationId,
        roleId,
        interviewerId,
        interpreterId,
        startsAt: start,
        endsAt: end,
        place,
      },
    ];
  });
}

/**
 * Makes a run the plan of the occasion, or of the leg, all at once or not at all: meetings that stay keep their
 * identity and their sequence, moved ones count up, dropped ones are released, new ones get a secret for their video
 * address; everybody's time is booked anew; whoever published before is superseded; each talent and each employer gets
 * one message with what changed for them. Whoever takes part no more, or whose consent has ended, or who called a
 * meeting off since the run was asked for, is left out and named in `publication`.
 * @throws OCCASIONS_RUN_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_RUN_STATE,
 * OCCASIONS_RUN_OUTDATED, OCCASIONS_DOUBLE_BOOKED
 */
export async function publishPlanRun(context: Context, id: string, version: number): Promise<PlanRun> {
  await hostedRun(context, 'plan:publish', id);
  return inTransaction(context, async (inside) => {
    const run = await lockedRun(inside, id);
    assertRunVersion(run, version);
    if (run.state !== 'READY') throw planRunState({ id, state: run.state, needed: 'READY' });
    const { em } = inside;
    const everybody = [...plannedBy(run), ...(await meetingsOf(inside, run))];
    await lockPeople(em, run.occasionId, everybody);

    const meetings = await meetingsOf(inside, run);
    const standing = changeable(inside, run, meetings);
    const { planned, leftOut } = await stillPossible(inside, run, plannedBy(run), meetings);
    const publication = publicationOf(
      standing.map((meeting) => ({ ...arrangementOf(meeting), meeting })),
      planned,
    );
    const changed = writeMeetings(inside, { run, hosts: await hostTarget(em, run.occasionId) }, publication);
    run.publication = {
      unchanged: publication.unchanged.length,
      moved: publication.moved.length,
      added: publication.added.length,
      released: publication.dropped.length,
      leftOut,
    } satisfies PublicationReport;
    // One at a time, since the database lets only one be published at any moment.
    const before = await em.findOne(PlanRunEntity, {
      occasionId: run.occasionId,
      legId: run.legId ?? null,
      state: 'PUBLISHED',
    });
    if (before) before.state = 'SUPERSEDED';
    await em.flush();
    run.state = 'PUBLISHED';
    const { leftOut: _, ...counts } = run.publication;
    recordAudit(inside, 'plan:publish', { kind: 'plan-run', id }, { ...counts, leftOut: leftOut.length });
    await em.flush();

    await rows(em, 'UPDATE meetings SET run_id = ? WHERE id = ANY (?::uuid[])', [
      id,
      publication.unchanged.map(({ standing: { meeting } }) => meeting.id),
    ]);
    // All that is given up is free before anything is taken: two meetings may change places.
    await unbook(
      em,
      publication.dropped.map(({ meeting }) => meeting),
    );
    await book(
      em,
      changed.filter(({ kind }) => kind !== 'CANCELLED').map(({ meeting }) => meeting),
    );
    await announceChanges(inside, `publication ${id}`, changed);
    return run;
  });
}

const meetingsOf = ({ em }: Context, { occasionId, legId }: PlanRun): Promise<Meeting[]> =>
  em.find(
    MeetingEntity,
    { occasionId, legId: legId ?? null },
    { orderBy: { startsAt: 'asc', id: 'asc' }, refresh: true },
  );

/**
 * The meetings that this publication may move or drop: those to come that the run was free to place.
 * @throws OCCASIONS_RUN_OUTDATED when meetings were booked, moved or pinned since
 */
function changeable({ now }: Context, { id, given }: PlanRun, meetings: readonly Meeting[]): Meeting[] {
  const known = new Map(given.standing.map((each) => [each.id, each]));
  const toCome = meetings.filter(({ state, startsAt }) => state === 'PUBLISHED' && startsAt > now);
  const strange = toCome.filter((meeting) => known.get(meeting.id)?.version !== meeting.version);
  if (strange.length > 0) throw planRunOutdated({ id, meetings: strange.map((meeting) => meeting.id) });
  return toCome.filter((meeting) => known.get(meeting.id)!.movable);
}

/** The proposals to come between people who still take part, and who have neither met nor called it off since. */
async function stillPossible(
  { em, now }: Context,
  { occasionId }: PlanRun,
  proposals: readonly PlannedArrangement[],
  meetings: readonly Meeting[],
): Promise<Pick<PublicationReport, 'leftOut'> & { planned: PlannedArrangement[] }> {
  const talents = new Set((await admittedTalents(em, occasionId)).map(({ talentId }) => talentId));
  const employers = new Set(
    (await admittedEmployers(em, occasionId)).map(({ organisationId }) => organisationId),
  );
  const pairs = Map.groupBy(meetings, ({ talentId, organisationId }) => `${talentId} ${organisationId}`);
  const instead = ({
    talentId,
    organisationId,
    startsAt,
  }: PlannedArrangement): LeftOutAtPublishing | null => {
    const own = pairs.get(`${talentId} ${organisationId}`) ?? [];
    const begun = own.some((meeting) => meeting.state !== 'CANCELLED' && meeting.startsAt <= now);
    if (!talents.has(talentId)) return 'TALENT_GONE';
    if (!employers.has(organisationId)) return 'EMPLOYER_GONE';
    if (begun || new Date(startsAt) <= now) return 'TOO_LATE';
    const off =
      own.length > 0 &&
      own.every(({ state }) => state === 'CANCELLED') &&
      own.some(({ cancelReason }) => CALLED_OFF_BY_PEOPLE.has(cancelReason ?? ''));
    return off ? 'CALLED_OFF' : null;
  };
  const judged = proposals.map((proposal) => ({ proposal, reason: instead(proposal) }));
  return {
    planned: judged.filter(({ reason }) => reason === null).map(({ proposal }) => proposal),
    leftOut: judged.flatMap(({ proposal: { talentId, organisationId }, reason }) =>
      reason === null ? [] : [{ talentId, organisationId, reason }],
    ),
  };
}

const arrangementOf = (meeting: Meeting) => ({
  talentId: meeting.talentId,
  organisationId: meeting.organisationId,
  startsAt: meeting.startsAt.toISOString(),
  endsAt: meeting.endsAt.toISOString(),
  place: meeting.place ?? null,
  interviewerId: meeting.interviewerId ?? null,
  interpreterId: meeting.interpreterId ?? null,
});

type Standing = ReturnType<typeof arrangementOf> & { meeting: Meeting };

/** Writes what becomes of the meetings, without their bookings, and says what both sides are to be told. */
function writeMeetings(
  context: Context,
  { run, hosts }: { run: PlanRun; hosts: Target },
  { moved, added, dropped }: Publication<Standing, PlannedArrangement>,
): ChangedMeeting[] {
  const arranged = ({
    startsAt,
    endsAt,
    place,
    interviewerId,
    interpreterId,
    roleId,
  }: PlannedArrangement) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    place,
    interviewerId,
    interpreterId,
    roleId,
    runId: run.id,
  });
  return [
    ...moved.map(({ standing: { meeting }, planned }): ChangedMeeting => {
      const before = meeting.startsAt;
      const sequence = meeting.sequence + 1;
      moveOn(context, meetingLife, meeting, 'shift', { target: hosts, detail: { runId: run.id, sequence } });
      Object.assign(meeting, arranged(planned), { sequence });
      return { meeting, kind: 'MOVED', before };
    }),
    ...added.map((planned): ChangedMeeting => {
      const meeting = context.em.create(MeetingEntity, {
        ...arranged(planned),
        id: newId(),
        occasionId: run.occasionId,
        legId: run.legId ?? null,
        talentId: planned.talentId,
        organisationId: planned.organisationId,
        state: meetingLife.begins,
        sequence: 0,
        linkSecret: newLinkSecret(),
        pinned: false,
        missedBy: null,
        cancelReason: null,
      });
      recordAudit(context, 'meeting:book', { kind: 'meeting', id: meeting.id }, { runId: run.id });
      return { meeting, kind: 'NEW' };
    }),
    ...dropped.map(({ meeting }): ChangedMeeting => {
      release(context, meeting, 'PLAN_CHANGED');
      return { meeting, kind: 'CANCELLED' };
    }),
  ];
}
