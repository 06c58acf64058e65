import { assertPermitted, inTransaction, permits, recordAudit, type Context } from '../../access/index.ts';
import { newId, parseInput } from '../../kernel/index.ts';
import type { Side } from '../participation.entity.ts';
import { FeedbackEntity, type Feedback } from './feedback.entity.ts';
import { feedbackData } from './meeting.input.ts';
import { meetingById } from './meeting.repository.ts';
import { meetingNotBegun, meetingNotHeld } from './meetings.failures.ts';

/**
 * Says how a meeting was, for the actor's side: the talent, or the employer and whoever represents it. Said again, it
 * replaces what was said before.
 * @throws OCCASIONS_MEETING_UNKNOWN, ACCESS_FORBIDDEN, INPUT_INVALID, OCCASIONS_MEETING_NOT_BEGUN,
 * OCCASIONS_MEETING_NOT_HELD
 */
export async function giveFeedback(context: Context, meetingId: string, input: unknown): Promise<Feedback> {
  const { meeting, target } = await meetingById(context, meetingId, ['meetingId']);
  const { organisationIds: _hosts, ...own } = target;
  assertPermitted(context.actor, 'feedback:give', own);
  const data = parseInput(feedbackData, input);
  if (meeting.startsAt > context.now) throw meetingNotBegun({ id: meeting.id });
  if (meeting.state !== 'HELD' && meeting.state !== 'PUBLISHED')
    throw meetingNotHeld({ id: meeting.id, state: meeting.state });
  const side: Side = permits(context.actor, 'feedback:give', { personId: meeting.talentId })
    ? 'TALENT'
    : 'EMPLOYER';
  return inTransaction(context, async (inside) => {
    const given = { ...data, note: data.note || null, givenAt: inside.now };
    const before = await inside.em.findOne(FeedbackEntity, { meetingId, side });
    recordAudit(inside, 'feedback:give', { kind: 'meeting', id: meeting.id }, { side });
    if (before) return inside.em.assign(before, given);
    return inside.em.create(FeedbackEntity, { id: newId(), meetingId, side, ...given });
  });
}
