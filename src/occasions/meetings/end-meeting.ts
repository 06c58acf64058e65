import { LockMode } from '@mikro-orm/core';
import { inTransaction, type Context } from '../../access/index.ts';
import { newId, parseInput } from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { announceChanges } from './announce-changes.ts';
import { unbook } from './bookings.ts';
import { type ReleaseReason } from './cancel-reason.ts';
import { meetingLife } from './meeting-life.ts';
import { MeetingEntity, type Meeting } from './meeting.entity.ts';
import { cancelReason, outcomeData } from './meeting.input.ts';
import { lockedMeeting, type ReadMeeting } from './meeting.repository.ts';
import { meetingBegun, meetingNotBegun } from './meetings.failures.ts';

/**
 * Calls a meeting off before it begins: by the talent, the employer, whoever represents it, or a host. The time is free
 * again, and no later run puts the two together.
 * @throws OCCASIONS_MEETING_UNKNOWN, DATABASE_CHANGED_MEANWHILE, INPUT_INVALID, LIVES_ILLEGAL_MOVE,
 * OCCASIONS_MEETING_BEGUN
 */
export function cancelMeeting(context: Context, read: ReadMeeting, input: unknown): Promise<Meeting> {
  const reason = parseInput(cancelReason, input, ['reason']);
  return inTransaction(context, async (inside) => {
    const { meeting, target } = await lockedMeeting(inside, read);
    moveOn(inside, meetingLife, meeting, 'cancel', { target, reason, detail: { reason } });
    if (meeting.startsAt <= inside.now) throw meetingBegun({ id: meeting.id });
    Object.assign(meeting, { cancelReason: reason, sequence: meeting.sequence + 1 });
    await unbook(inside.em, [meeting]);
    await announceChanges(inside, `meeting ${meeting.id} ${meeting.sequence}`, [
      { meeting, kind: 'CANCELLED' },
    ]);
    return meeting;
  });
}

/**
 * Records whether a meeting that has begun was held, and if not, who did not come: by the employer, whoever represents
 * it, or a host. What was recorded wrongly is recorded again.
 * @throws OCCASIONS_MEETING_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, INPUT_INVALID, LIVES_ILLEGAL_MOVE,
 * OCCASIONS_MEETING_NOT_BEGUN
 */
export function recordMeeting(context: Context, read: ReadMeeting, input: unknown): Promise<Meeting> {
  const { held, missedBy = null } = parseInput(outcomeData, input);
  return inTransaction(context, async (inside) => {
    const { meeting, target } = await lockedMeeting(inside, read);
    moveOn(inside, meetingLife, meeting, held ? 'hold' : 'miss', { target, detail: { missedBy } });
    if (meeting.startsAt > inside.now) throw meetingNotBegun({ id: meeting.id });
    meeting.missedBy = missedBy;
    return meeting;
  });
}

/** Whose meetings are released; at least one of them is given. */
export interface Releasable {
  talentId?: string;
  organisationId?: string;
  occasionId?: string;
}

/**
 * Ends all meetings to come of a talent, an employer or an occasion, since what they stood on has ended: within the
 * caller's transaction, by whom it was authorised. Their times are free, and both sides are told, in one message each.
 * @returns the meetings that do not take place.
 */
export async function releaseMeetings(
  context: Context,
  where: Releasable,
  reason: ReleaseReason,
): Promise<Meeting[]> {
  const given = Object.fromEntries(Object.entries(where).filter(([, id]) => id !== undefined));
  if (Object.keys(given).length === 0) throw new Error('releaseMeetings was told of nobody');
  const meetings = await context.em.find(
    MeetingEntity,
    { ...given, state: 'PUBLISHED', startsAt: { $gt: context.now } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const meeting of meetings) release(context, meeting, reason);
  await context.em.flush();
  await unbook(context.em, meetings);
  await announceChanges(
    context,
    `release ${newId()}`,
    meetings.map((meeting) => ({ meeting, kind: 'CANCELLED' })),
  );
  return meetings;
}

/** Ends one meeting as a consequence; its bookings and its messages are the caller's. */
export function release(context: Context, meeting: Meeting, reason: ReleaseReason): void {
  moveOn(context, meetingLife, meeting, 'release', { detail: { reason } });
  Object.assign(meeting, { cancelReason: reason, sequence: meeting.sequence + 1 });
}
