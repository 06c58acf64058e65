import { inTransaction, permits, type ConsentPurpose, type Context } from '../access/index.ts';
import { parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { leftTemplate, tellHostOf, tellHostsOfCancelling } from './host-messages.ts';
import { releaseMeetings } from './meetings/end-meeting.ts';
import { participationLife } from './occasion-lives.ts';
import type { Occasion } from './occasion.entity.ts';
import { locked } from './occasion.repository.ts';
import { reasonData } from './participation.data.ts';
import { ParticipationEntity, SIDES, type Participation } from './participation.entity.ts';
import {
  cancelledTemplate,
  droppedTemplate,
  tellParticipants,
  type DropCause,
} from './participation-messages.ts';
import { lockedParticipation, STANDING } from './participation.repository.ts';
import { letIn } from './seats.ts';

/**
 * Someone leaves, or a host takes them out and tells them so; the first who waits gets the seat.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE,
 * OCCASIONS_OVER
 */
export function withdrawParticipation(
  context: Context,
  id: string,
  version: number,
  reason?: string | null,
): Promise<Participation> {
  return inTransaction(context, async (inside) => {
    const { participation, target, occasion } = await lockedParticipation(inside, id, version);
    const why = parseInput(reasonData, reason, ['reason']);
    const { state } = participation;
    moveOn(inside, participationLife, participation, 'withdraw', { target });
    participation.reason = why || null;
    await inside.em.flush();
    const { organisationIds: _hosts, ...own } = target;
    const byThemselves =
      inside.actor.kind !== 'operator' && permits(inside.actor, 'participation:withdraw', own);
    if (!byThemselves)
      await tellParticipants(inside, occasion, [participation], droppedTemplate, { cause: 'HOST' });
    else if (state === 'ADMITTED') await tellHostOf(inside, occasion, participation, leftTemplate);
    await afterLeaving(inside, occasion, [participation]);
    return participation;
  });
}

/** A talent's participations stand on their consent to be matched: with it they end. */
export async function dropOnConsentEnd(
  context: Context,
  talentId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  if (purpose !== 'MATCHING') return;
  // In one order, whoever does it: two that lock several occasions never wait for each other.
  const standing = await context.em.find(
    ParticipationEntity,
    { talentId, state: { $in: [...STANDING] } },
    { orderBy: { occasionId: 'asc' } },
  );
  for (const participation of standing) {
    const occasion = await locked(context.em, participation.occasionId);
    await context.em.refresh(participation);
    if (!STANDING.includes(participation.state)) continue;
    await drop(context, occasion!, [participation], 'CONSENT_ENDED');
    await afterLeaving(context, occasion!, [participation]);
  }
}

/** Ends every participation in an occasion that does not take place, with the hosts' reason. */
export async function dropAll(context: Context, occasion: Occasion, reason: string): Promise<void> {
  const standing = await context.em.find(ParticipationEntity, {
    occasionId: occasion.id,
    state: { $in: [...STANDING] },
  });
  for (const participation of standing) {
    moveOn(context, participationLife, participation, 'drop');
    participation.reason = reason;
  }
  await context.em.flush();
  await releaseMeetings(context, { occasionId: occasion.id }, 'OCCASION_CANCELLED');
  await tellParticipants(context, occasion, standing, cancelledTemplate);
  await tellHostsOfCancelling(context, occasion);
}

/** Ends the hopes of those who have no seat when an occasion is over. */
export async function dropThoseWithoutSeat(context: Context, occasion: Occasion): Promise<void> {
  const hoping = await context.em.find(ParticipationEntity, {
    occasionId: occasion.id,
    state: { $in: ['APPLIED', 'WAITING'] },
  });
  await drop(context, occasion, hoping, 'OCCASION_CLOSED');
}

async function drop(
  context: Context,
  occasion: Occasion,
  participations: readonly Participation[],
  cause: DropCause,
): Promise<void> {
  for (const participation of participations) moveOn(context, participationLife, participation, 'drop');
  await context.em.flush();
  await tellParticipants(context, occasion, participations, droppedTemplate, { cause });
}

/** What follows when someone is out: their meetings end, and their seats go to those who wait. */
async function afterLeaving(
  context: Context,
  occasion: Occasion,
  left: readonly Participation[],
): Promise<void> {
  for (const { talentId, organisationId } of left)
    await releaseMeetings(
      context,
      { occasionId: occasion.id, ...(talentId ? { talentId } : { organisationId: organisationId! }) },
      'PARTICIPATION_ENDED',
    );
  for (const side of SIDES)
    if (left.some((participation) => participation.side === side)) await letIn(context, occasion, side);
}
