import { inTransaction, type ConsentPurpose, type Context } from '../access/index.ts';
import { parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import type { PlacementsContext } from './hosting.ts';
import { OfferEntity, stateAt, type Offer } from './offer.entity.ts';
import { reasonText } from './offer.input.ts';
import { offerLife } from './offer-life.ts';
import { lockOffersWith, visibleOffer } from './offer.repository.ts';
import { offerExpired } from './placements.failures.ts';
import { tellBoth } from './tell.ts';
import { offerWithdrawn } from './templates.ts';

/**
 * Takes an offer back before it is answered.
 * @throws PLACEMENTS_OFFER_UNKNOWN, PLACEMENTS_OFFER_EXPIRED, LIVES_ILLEGAL_MOVE, ACCESS_FORBIDDEN
 */
export function withdrawOffer(
  context: PlacementsContext,
  id: string,
  reason?: string | null,
): Promise<Offer> {
  const words = parseInput(reasonText, reason, ['reason']) ?? null;
  return inTransaction(context, async (work) => {
    const inside = { ...context, ...work };
    await lockOffersWith(inside.em, id);
    const { offer, target } = await visibleOffer(inside, id);
    const overdue = offer.state === 'OFFERED' && stateAt(offer, inside.now) === 'EXPIRED';
    moveOn(inside, offerLife, offer, 'withdraw', { target });
    if (overdue) throw offerExpired({ id, answerBy: offer.answerBy }, { path: ['id'] });
    Object.assign(offer, { settledAt: inside.now, reason: words });
    await inside.em.flush();
    await tellBoth(inside, offer, offerWithdrawn, {}, 'withdrawn');
    return offer;
  });
}

/** What ends here with the consent to be matched: the open offers; hires stay. */
export async function releaseOffers(
  context: Context,
  talentId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  if (purpose !== 'MATCHING') return;
  const open = await context.em.find(
    OfferEntity,
    { talentId, state: 'OFFERED' },
    { orderBy: { id: 'asc' }, refresh: true },
  );
  for (const offer of open) {
    moveOn(context, offerLife, offer, 'release');
    offer.settledAt = context.now;
    await context.em.flush();
    await tellBoth(context, offer, offerWithdrawn, {}, 'withdrawn');
  }
}
