import { assertPermitted, inTransaction, type Context } from '../access/index.ts';
import { changedMeanwhile } from '../database/index.ts';
import { illegalMove, moveOn, movesFrom } from '../lives/index.ts';
import { occasionById } from '../occasions/index.ts';
import { other } from './ask-for-meeting.ts';
import { notAsking, notYours } from './events.failures.ts';
import { expireOne } from './expire.ts';
import type { Asker, Interest } from './interest.entity.ts';
import { interestLife } from './interest-life.ts';
import { acceptedTemplate, declinedTemplate, tellParties } from './interest-messages.ts';
import { lockedInterest, targetOf, type Parties } from './interest.repository.ts';

/** What can be said to an interest, by whoever it is up to. */
export const ANSWERS = ['ACCEPT', 'DECLINE', 'TAKE_BACK', 'BREAK_PROMISE'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * Accepts, declines or takes back an interest; a host takes back a promise. Whoever is asked answers, whoever asked
 * takes back; once both agreed either may decline.
 * @throws EVENTS_INTEREST_UNKNOWN, EVENTS_NOT_YOUR_MOVE, EVENTS_NOT_ASKING, DATABASE_CHANGED_MEANWHILE,
 * LIVES_ILLEGAL_MOVE, ACCESS_FORBIDDEN
 */
export async function answerInterest(
  context: Context,
  id: string,
  version: number,
  answer: Answer,
): Promise<Interest> {
  // Its own transaction: that the time is over stands, though the answer is refused.
  await inTransaction(context, async (inside) => {
    const { interest } = await lockedInterest(inside, id);
    if (interest.version === version && (await expireOne(inside, interest))) version += 1;
  });
  return inTransaction(context, async (inside) => {
    const { interest, parties, side } = await lockedInterest(inside, id);
    if (interest.version !== version) throw changedMeanwhile({ kind: 'interest', id });
    const { state } = await occasionById(inside, interest.occasionId);
    if (state === 'CLOSED' || state === 'CANCELLED') throw notAsking({ id: interest.occasionId, state });
    await MOVES[answer](inside, interest, parties, side);
    return interest;
  });
}

type MoveOfSide = (context: Context, interest: Interest, parties: Parties, side: Asker) => Promise<void>;

const MOVES: Record<Answer, MoveOfSide> = {
  async ACCEPT(context, interest, parties, side) {
    // To be told first what the state allows: a late answer is illegal, whoever gives it.
    if (interest.state === 'ASKED' && (side === 'HOST' || side === interest.askedBy))
      throw notYours({ move: 'accept', side: other(interest.askedBy) });
    step(context, interest, 'accept', parties, side);
    await context.em.flush();
    await tellParties(context, interest, [other(side)], acceptedTemplate);
  },
  async DECLINE(context, interest, parties, side) {
    if (side === 'HOST') throw notYours({ move: 'decline', side: 'TALENT or EMPLOYER' });
    if (interest.state === 'ASKED' && side === interest.askedBy)
      throw notYours({ move: 'decline', side: other(side) });
    step(context, interest, 'decline', parties, side);
    interest.declinedBy = side;
    await context.em.flush();
    await tellParties(context, interest, [other(side)], declinedTemplate);
  },
  async TAKE_BACK(context, interest, parties, side) {
    if (side !== interest.askedBy) throw notYours({ move: 'take back', side: interest.askedBy });
    const wasAccepted = interest.state === 'ACCEPTED';
    step(context, interest, 'takeBack', parties, side);
    await context.em.flush();
    if (wasAccepted) await tellParties(context, interest, [other(side)], declinedTemplate);
  },
  async BREAK_PROMISE(context, interest, parties) {
    assertPermitted(context.actor, 'interest:promise', parties.hosts);
    moveOn(context, interestLife, interest, 'breakPromise', { target: parties.hosts });
    await context.em.flush();
  },
};

/** A move of the talent, or of the employer, be it by its proxy. */
function step(
  context: Context,
  interest: Interest,
  move: 'accept' | 'decline' | 'takeBack',
  parties: Parties,
  side: Asker,
): void {
  if (side === 'HOST')
    throw illegalMove({
      kind: 'interest',
      id: interest.id,
      state: interest.state,
      move,
      legal: movesFrom(interestLife, interest.state),
    });
  moveOn(context, interestLife, interest, move, { target: targetOf(parties, side) });
}
