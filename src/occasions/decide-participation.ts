import { assertPermitted, inTransaction, type Context } from '../access/index.ts';
import { parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { participationLife } from './occasion-lives.ts';
import { notJoinable } from './occasions.failures.ts';
import { reasonData } from './participation.data.ts';
import type { Participation } from './participation.entity.ts';
import { admittedTemplate, declinedTemplate, tellParticipants } from './participation-messages.ts';
import { inTurn, lockedParticipation } from './participation.repository.ts';
import { freeSeats, isJoinable, letIn } from './seats.ts';

/**
 * A host lets someone in who has applied. Where no seat is free, or others whom a host has let in wait for one, they
 * join the waiting list.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE,
 * OCCASIONS_NOT_JOINABLE, OCCASIONS_OVER
 */
export function admitParticipation(context: Context, id: string, version: number): Promise<Participation> {
  return inTransaction(context, async (inside) => {
    const { participation, target, occasion } = await lockedParticipation(inside, id, version);
    const { side } = participation;
    assertPermitted(inside.actor, 'participation:decide', target);
    if (!isJoinable(occasion, side)) throw notJoinable({ id: occasion.id, state: occasion.state });
    const [waiting] = await inTurn(inside.em, occasion.id, side, 'WAITING', 1);
    if (participation.state === 'APPLIED' && (waiting || (await freeSeats(inside, occasion, side)) === 0)) {
      await letIn(inside, occasion, side, [participation]);
      return participation;
    }
    moveOn(inside, participationLife, participation, 'admit', { target });
    await inside.em.flush();
    await tellParticipants(inside, occasion, [participation], admittedTemplate);
    return participation;
  });
}

/**
 * A host declines someone who has applied or waits, with a reason that they may read.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE,
 * LIVES_REASON_NEEDED, OCCASIONS_OVER
 */
export function declineParticipation(
  context: Context,
  id: string,
  version: number,
  reason: string,
): Promise<Participation> {
  return inTransaction(context, async (inside) => {
    const { participation, target, occasion } = await lockedParticipation(inside, id, version);
    const why = parseInput(reasonData, reason, ['reason']);
    moveOn(inside, participationLife, participation, 'decline', { target, reason: why });
    participation.reason = why!;
    await inside.em.flush();
    await tellParticipants(inside, occasion, [participation], declinedTemplate);
    return participation;
  });
}
