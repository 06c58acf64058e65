import type { ConsentPurpose, Context } from '../access/index.ts';
import { moveOn } from '../lives/index.ts';
import { InterestEntity, type Interest } from './interest.entity.ts';
import { interestLife, LIVE_STATES, type InterestState } from './interest-life.ts';
import { expiredTemplate, tellParties } from './interest-messages.ts';

/** The state of an interest at an instant: what nobody answered in time has expired, be it written yet or not. */
export const stateAt = (
  { state, expiresAt }: Pick<Interest, 'state' | 'expiresAt'>,
  now: Date,
): InterestState => (state === 'ASKED' && expiresAt <= now ? 'EXPIRED' : state);

/** Writes that the time to answer is over, where it is, and tells whoever asked. @returns whether it was. */
export async function expireOne(context: Context, interest: Interest): Promise<boolean> {
  if (stateAt(interest, context.now) === interest.state) return false;
  moveOn(context, interestLife, interest, 'expire');
  await context.em.flush();
  if (interest.askedBy !== 'HOST') await tellParties(context, interest, [interest.askedBy], expiredTemplate);
  return true;
}

/** The same for all interests of an event, within the caller's transaction. */
export async function expireDue(context: Context, eventId: string): Promise<void> {
  const due = await context.em.find(InterestEntity, {
    occasionId: eventId,
    state: 'ASKED',
    expiresAt: { $lte: context.now },
  });
  for (const interest of due) await expireOne(context, interest);
}

/** Ends every live interest of a talent whose consent to be matched has ended, in the deed's transaction. */
export async function endInterestsOf(
  context: Context,
  talentId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  if (purpose !== 'MATCHING') return;
  const live = await context.em.find(InterestEntity, {
    talentId,
    state: { $in: [...LIVE_STATES] },
  });
  for (const interest of live) moveOn(context, interestLife, interest, 'end');
  await context.em.flush();
}
