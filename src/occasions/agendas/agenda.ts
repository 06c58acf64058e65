import type { FilterQuery } from '@mikro-orm/core';
import { assertPermitted, permits, type Actor, type Context, type Target } from '../../access/index.ts';
import { isId } from '../../kernel/index.ts';
import { calendarFile } from '../../planner/index.ts';
import { MeetingEntity, type Meeting } from '../meetings/meeting.entity.ts';
import { actedFor } from '../meetings/read-meetings.ts';
import { shownMeetings, type ShownMeeting } from '../meetings/shown-meetings.ts';
import { ParticipationEntity } from '../participation.entity.ts';
import { StaffEntity } from '../staff.entity.ts';
import { interviewerUnknown } from './agendas.failures.ts';
import { calendarEntry } from './calendar-entry.ts';

/** How far back an agenda goes, and how much it holds: more than any calendar program would show. */
const BACK_DAYS = 90;
const MOST = 2000;

/** Whose agenda of those that the actor may read; left out, the actor's own. */
export interface AgendaOwner {
  /** The agenda of one interviewer of the actor's organisation. */
  interviewerId?: string | null | undefined;
}

/**
 * The meetings of the last three months and those to come, cancelled ones too, as the actor may see them: a talent's
 * own; an organisation's, with those of the organisations that it represents; or one interviewer's.
 * @throws OCCASIONS_INTERVIEWER_UNKNOWN, ACCESS_…
 */
export async function agendaOf(
  context: Context,
  { interviewerId }: AgendaOwner = {},
): Promise<ShownMeeting[]> {
  const { actor, em } = context;
  const own: FilterQuery<Meeting> =
    actor.kind === 'talent'
      ? { talentId: actor.id }
      : { organisationId: { $in: await actedFor(em, actor.organisationId) } };
  assertPermitted(actor, 'meeting:read', ownTarget(actor));
  if (interviewerId != null) await assertInterviewer(context, interviewerId);
  const since = new Date(context.now.getTime() - BACK_DAYS * 86_400_000);
  const where: FilterQuery<Meeting>[] = [own, { startsAt: { $gt: since } }];
  if (interviewerId != null) where.push({ interviewerId });
  const meetings = await em.find(
    MeetingEntity,
    { $and: where },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit: MOST },
  );
  return shownMeetings(context, meetings);
}

/** The same as an iCalendar file. */
export async function agendaCalendar(context: Context, owner: AgendaOwner = {}): Promise<string> {
  const entries = (await agendaOf(context, owner)).map((shown) => calendarEntry(shown, context.actor));
  return calendarFile(entries, context.now, 'Agenda');
}

/** @throws OCCASIONS_INTERVIEWER_UNKNOWN unless it is an interviewer of an employer for which the actor acts */
export async function assertInterviewer({ actor, em }: Context, id: string): Promise<void> {
  const staff = isId(id) ? await em.findOne(StaffEntity, { id, kind: 'INTERVIEWER' }) : null;
  const employer = staff && (await em.findOneOrFail(ParticipationEntity, { id: staff.participationId! }));
  const acting = await actedFor(em, actor.organisationId);
  if (
    !employer ||
    !acting.includes(employer.organisationId!) ||
    !permits(actor, 'agenda:share', ownTarget(actor))
  )
    throw interviewerUnknown({ id }, { path: ['interviewerId'] });
}

/** What is the actor's own: the person, or the organisation. */
export const ownTarget = ({ kind, id, organisationId }: Actor): Target =>
  kind === 'talent' ? { personId: id } : organisationId ? { organisationId } : {};
