import { randomBytes } from 'node:crypto';
import { inTransaction, recordAudit, type Context } from '../../access/index.ts';
import { invalidInput, newId, parseInput } from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { RoleEntity } from '../../roles/index.ts';
import { assertHost } from '../occasion.repository.ts';
import { admittedEmployers, admittedTalents, staffOf } from '../participation.repository.ts';
import { announceChanges } from './announce-changes.ts';
import { book, lockPeople } from './bookings.ts';
import { meetingLife } from './meeting-life.ts';
import { MeetingEntity, type Meeting } from './meeting.entity.ts';
import { arrangementData, bookingData } from './meeting.input.ts';
import { lockedMeeting, meetingById, type ReadMeeting } from './meeting.repository.ts';
import { meetAlready, meetingBegun, notTakingPart } from './meetings.failures.ts';

/** Stands for a meeting in its video address: 128 random bits, unguessable. */
export const newLinkSecret = (): string => randomBytes(16).toString('base64url');

/**
 * Books a meeting by hand, for hosts. It is pinned: later runs leave it where it is.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, INPUT_INVALID, OCCASIONS_NOT_TAKING_PART, OCCASIONS_MEET_ALREADY,
 * OCCASIONS_DOUBLE_BOOKED
 */
export async function bookMeeting(context: Context, input: unknown): Promise<Meeting> {
  const data = parseInput(bookingData, input);
  const occasion = await assertHost(context, 'meeting:book', data.occasionId, ['input', 'occasionId']);
  assertToCome(context, data.startsAt);
  return inTransaction(context, async (inside) => {
    const { legId = null, roleId = null, interviewerId = null, interpreterId = null, place = null } = data;
    const whole = { ...data, legId, roleId, interviewerId, interpreterId, place };
    await lockPeople(inside.em, occasion.id, [whole]);
    await assertTakePart(inside, whole);
    const standing = await inside.em.findOne(MeetingEntity, {
      occasionId: occasion.id,
      talentId: data.talentId,
      organisationId: data.organisationId,
      state: { $ne: 'CANCELLED' },
    });
    if (standing) throw meetAlready({ id: standing.id });
    const meeting = inside.em.create(MeetingEntity, {
      ...whole,
      id: newId(),
      runId: null,
      state: meetingLife.begins,
      sequence: 0,
      linkSecret: newLinkSecret(),
      pinned: true,
      missedBy: null,
      cancelReason: null,
    });
    recordAudit(inside, 'meeting:book', { kind: 'meeting', id: meeting.id }, { occasionId: occasion.id });
    await inside.em.flush();
    await book(inside.em, [meeting]);
    await announceChanges(inside, `meeting ${meeting.id} 0`, [{ meeting, kind: 'NEW' }]);
    return meeting;
  });
}

/**
 * Moves a meeting that has not begun to another time, room or person, for hosts. What is left out stays; null takes a
 * room, an interviewer or an interpreter away.
 * @throws OCCASIONS_MEETING_UNKNOWN, ACCESS_FORBIDDEN, INPUT_INVALID, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE,
 * OCCASIONS_MEETING_BEGUN, OCCASIONS_NOT_TAKING_PART, OCCASIONS_DOUBLE_BOOKED
 */
export async function moveMeeting(context: Context, read: ReadMeeting, input: unknown): Promise<Meeting> {
  const data = parseInput(arrangementData, input);
  assertToCome(context, data.startsAt);
  return inTransaction(context, async (inside) => {
    const { meeting: known, target } = await meetingById(inside, read.id);
    const { occasionId, talentId, organisationId, interviewerId, interpreterId, roleId } = known;
    const named = { occasionId, talentId, organisationId, interviewerId, interpreterId, roleId };
    const whole = { ...named, ...withoutAbsent(data) };
    await lockPeople(inside.em, known.occasionId, [known, whole]);
    const { meeting } = await lockedMeeting(inside, read);
    const before = meeting.startsAt;
    moveOn(inside, meetingLife, meeting, 'shift', { target, detail: { sequence: meeting.sequence + 1 } });
    if (before <= inside.now) throw meetingBegun({ id: meeting.id });
    await assertTakePart(inside, whole);
    Object.assign(meeting, withoutAbsent(data), { sequence: meeting.sequence + 1 });
    await inside.em.flush();
    await book(inside.em, [meeting]);
    await announceChanges(inside, `meeting ${meeting.id} ${meeting.sequence}`, [
      { meeting, kind: 'MOVED', before },
    ]);
    return meeting;
  });
}

/** Pins a meeting, so that later runs leave it where it is, or unpins it; for hosts. */
export function pinMeeting(context: Context, read: ReadMeeting, pinned: boolean): Promise<Meeting> {
  return inTransaction(context, async (inside) => {
    const { meeting, target } = await lockedMeeting(inside, read);
    moveOn(inside, meetingLife, meeting, 'pin', { target, detail: { pinned } });
    meeting.pinned = pinned;
    return meeting;
  });
}

const withoutAbsent = <Data extends object>(data: Data): Partial<Data> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Partial<Data>;

function assertToCome({ now }: Context, startsAt: Date): void {
  if (startsAt > now) return;
  throw invalidInput(
    { problem: 'input.startsAt: is not in the future', more: 0 },
    { path: ['input', 'startsAt'] },
  );
}

/**
 * That everybody named is there: the two sides admitted, the talent's consent standing, staff and role their own.
 * @throws OCCASIONS_NOT_TAKING_PART
 */
async function assertTakePart(
  { em }: Context,
  meeting: Pick<
    Meeting,
    'occasionId' | 'talentId' | 'organisationId' | 'interviewerId' | 'interpreterId' | 'roleId'
  >,
): Promise<void> {
  const { occasionId, talentId, organisationId, interviewerId, interpreterId, roleId } = meeting;
  const talents = await admittedTalents(em, occasionId);
  if (!talents.some((talent) => talent.talentId === talentId)) throw notTakingPart({ who: 'TALENT' });
  const employers = await admittedEmployers(em, occasionId);
  const employer = employers.find((each) => each.organisationId === organisationId);
  if (!employer) throw notTakingPart({ who: 'EMPLOYER' });
  const staff = await staffOf(em, occasionId);
  const interviewer = staff.find(({ id }) => id === interviewerId);
  if (interviewerId && interviewer?.participationId !== employer.id)
    throw notTakingPart({ who: 'INTERVIEWER' });
  const interpreter = staff.find(({ id }) => id === interpreterId);
  if (interpreterId && interpreter?.kind !== 'INTERPRETER') throw notTakingPart({ who: 'INTERPRETER' });
  if (
    roleId &&
    !(await em.findOne(RoleEntity, { id: roleId, employerId: organisationId, withdrawnAt: null }))
  )
    throw notTakingPart({ who: 'ROLE' });
}
