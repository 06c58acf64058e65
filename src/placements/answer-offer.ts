import { assertPermitted, inTransaction } from '../access/index.ts';
import { calendarDay, newId, parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { discloseIdentity } from '../talents/index.ts';
import type { PlacementsContext } from './hosting.ts';
import { MilestoneEntity } from './milestone.entity.ts';
import { OfferEntity, stateAt, type Offer } from './offer.entity.ts';
import { answerData, type Answer } from './offer.input.ts';
import { offerLife } from './offer-life.ts';
import { lockOffersWith, visibleOffer } from './offer.repository.ts';
import { assertOpening } from './openings.ts';
import { offerExpired } from './placements.failures.ts';
import { tellBoth } from './tell.ts';
import { offerAccepted, offerDeclined } from './templates.ts';

/**
 * The talent accepts or declines. Accepting takes one of the role's openings and shows the employer who the talent is;
 * the other open offers are declined in the same step where the talent asks for it, and stand otherwise.
 * @throws PLACEMENTS_OFFER_UNKNOWN, PLACEMENTS_OFFER_EXPIRED, PLACEMENTS_NO_OPENING, LIVES_ILLEGAL_MOVE, ACCESS_FORBIDDEN
 */
export function answerOffer(context: PlacementsContext, id: string, input: unknown): Promise<Offer> {
  const { answer, reason, declineOthers } = parseInput(answerData, input);
  return inTransaction(context, async (work) => {
    const inside = { ...context, ...work };
    await lockOffersWith(inside.em, id);
    const { offer, target } = await visibleOffer(inside, id);
    assertPermitted(inside.actor, 'offer:answer', target);
    if (offer.state === 'OFFERED' && stateAt(offer, inside.now) === 'EXPIRED')
      throw offerExpired({ id, answerBy: offer.answerBy }, { path: ['id'] });
    await MOVES[answer](inside, offer, reason ?? null);
    if (answer === 'ACCEPT' && declineOthers) await declineAllBut(inside, offer);
    return offer;
  });
}

const MOVES: Record<
  Answer,
  (context: PlacementsContext, offer: Offer, reason: string | null) => Promise<void>
> = { ACCEPT: accept, DECLINE: decline };

async function accept(context: PlacementsContext, offer: Offer): Promise<void> {
  const { em, now } = context;
  if (offer.state === 'OFFERED') await assertOpening(em, offer.roleId);
  moveOn(context, offerLife, offer, 'accept', { target: { personId: offer.talentId } });
  offer.settledAt = now;
  em.create(MilestoneEntity, {
    id: newId(),
    offerId: offer.id,
    kind: 'ACCEPTED',
    onDate: calendarDay(now),
    recordedAt: now,
  });
  await em.flush();
  await discloseIdentity(context, offer.talentId, offer.employerId);
  await tellBoth(context, offer, offerAccepted, {}, 'accepted');
}

async function decline(context: PlacementsContext, offer: Offer, reason: string | null): Promise<void> {
  moveOn(context, offerLife, offer, 'decline', { target: { personId: offer.talentId } });
  Object.assign(offer, { settledAt: context.now, reason });
  await context.em.flush();
  await tellBoth(context, offer, offerDeclined, {}, 'declined');
}

async function declineAllBut(context: PlacementsContext, { id, talentId }: Offer): Promise<void> {
  const others = await context.em.find(
    OfferEntity,
    { talentId, id: { $ne: id }, state: 'OFFERED' },
    { orderBy: { id: 'asc' } },
  );
  for (const other of others)
    if (stateAt(other, context.now) === 'OFFERED') await decline(context, other, null);
}
