import { inTransaction, type Context } from '../access/index.ts';
import { moveOn } from '../lives/index.ts';
import { OfferEntity, stateAt, type Offer } from './offer.entity.ts';
import { offerLife } from './offer-life.ts';
import { lockOffersWith } from './offer.repository.ts';
import { tellBoth } from './tell.ts';
import { offerNotAnswered } from './templates.ts';

/**
 * Notes that an offer was not answered in time, and tells both sides. Everything else goes by its last instant, so
 * that nothing depends on when this is done. One that was settled meanwhile stays as it is.
 * @returns false when its time is not over.
 */
export function expireOffer(context: Context, id: string): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    await lockOffersWith(inside.em, id);
    const offer = await inside.em.findOne(OfferEntity, { id });
    if (offer?.state !== 'OFFERED') return true;
    if (stateAt(offer, inside.now) !== 'EXPIRED') return false;
    await expireNow(inside, offer);
    return true;
  });
}

/** The same for an offer of which the caller knows that its time is over, within the caller's transaction. */
export async function expireNow(context: Context, offer: Offer): Promise<void> {
  moveOn(context, offerLife, offer, 'expire');
  offer.settledAt = offer.answerBy;
  await context.em.flush();
  await tellBoth(context, offer, offerNotAnswered, {}, 'expired');
}
