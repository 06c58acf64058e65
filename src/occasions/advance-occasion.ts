import { inTransaction, type Context } from '../access/index.ts';
import { parseInput } from '../kernel/index.ts';
import { illegalMove, moveOn, movesFrom } from '../lives/index.ts';
import { dropAll, dropThoseWithoutSeat } from './leave-occasion.ts';
import { tellOfAnnouncement } from './occasion-messages.ts';
import { lifeOf, type OccasionMove } from './occasion-moves.ts';
import type { Occasion } from './occasion.entity.ts';
import { assertHost, hostTarget, lockedOccasion } from './occasion.repository.ts';
import { noPlan, noSessions, nothingBrought } from './occasions.failures.ts';
import { reasonData } from './participation.data.ts';
import { employersWithRoles } from './participation.repository.ts';
import { PlanRunEntity } from './planning/plan-run.entity.ts';
import { SessionEntity } from './session.entity.ts';

/**
 * Takes an occasion one step on in the life of its kind, and draws what follows: announced, its hosts and their
 * earlier employers are told; cancelled, everybody's participation ends; closed, that of those without a seat.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE, LIVES_REASON_NEEDED,
 * OCCASIONS_NO_SESSIONS, OCCASIONS_NOTHING_BROUGHT, OCCASIONS_NO_PLAN
 */
export function advanceOccasion(
  context: Context,
  id: string,
  version: number,
  move: OccasionMove,
  reason?: string | null,
): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    await assertHost(inside, 'occasion:advance', id, ['id']);
    const occasion = await lockedOccasion(inside, id, { version });
    const life = lifeOf(occasion.kind);
    const { state } = occasion;
    if (!Object.hasOwn(life.moves, move))
      throw illegalMove({ kind: 'occasion', id, state, move, legal: movesFrom(life, state) });
    const why = parseInput(reasonData, reason, ['reason']);
    moveOn(inside, life, occasion, move, { target: await hostTarget(inside.em, id), reason: why });
    await assertHolds(inside, id, move);
    await inside.em.flush();
    if (state === 'DRAFT' && move !== 'cancel') await tellOfAnnouncement(inside, occasion);
    if (move === 'cancel') await dropAll(inside, occasion, why!);
    if (move === 'close') await dropThoseWithoutSeat(inside, occasion);
    return occasion;
  });
}

/** What the lives say must hold. @throws OCCASIONS_NO_SESSIONS, OCCASIONS_NOTHING_BROUGHT, OCCASIONS_NO_PLAN */
async function assertHolds({ em }: Context, id: string, move: OccasionMove): Promise<void> {
  const needsSessions = move === 'open' || move === 'interview';
  if (needsSessions && (await em.count(SessionEntity, { occasionId: id })) === 0) throw noSessions({ id });
  if (move === 'recruit' && (await employersWithRoles(em, id)).length === 0) throw nothingBrought({ id });
  const needsPlan = move === 'plan';
  if (needsPlan && (await em.count(PlanRunEntity, { occasionId: id, state: 'PUBLISHED' })) === 0)
    throw noPlan({ id });
}
