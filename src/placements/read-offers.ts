import { ConsentEntity } from '../access/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import { identified, TalentEntity, toTalentType, type TalentType } from '../talents/index.ts';
import type { PlacementsContext } from './hosting.ts';
import { MilestoneEntity, type Milestone } from './milestone.entity.ts';
import { MILESTONES } from './milestones.ts';
import { stateAt, type Offer, type OfferState } from './offer.entity.ts';
import { offersBy, visibleOffer, type OfferSelection } from './offer.repository.ts';

/** An offer as the actor sees it now. */
export interface ShownOffer {
  offer: Offer;
  state: OfferState;
  /** In order. */
  milestones: Milestone[];
  /** Blind unless identified; null where the actor may not see the talent any more. */
  talent: TalentType | null;
  tandemId: string | null;
}

/** One offer. @throws PLACEMENTS_OFFER_UNKNOWN */
export async function readOffer(context: PlacementsContext, id: string): Promise<Offer> {
  return (await visibleOffer(context, id)).offer;
}

/**
 * Offers, newest first: a talent's own; those of an employer and of whom it represents; those of the occasions that an
 * organiser hosts.
 */
export const listOffers = (
  context: PlacementsContext,
  selection: OfferSelection,
  page: PageRequest,
): Promise<Page<Offer>> => offersBy(context, selection, page);

/** Adds to offers what is shown with them, in a few queries however many they are. The caller may see them. */
export async function shownOffers(
  context: PlacementsContext,
  offers: readonly Offer[],
): Promise<ShownOffer[]> {
  const { em, actor, now } = context;
  const milestones = Map.groupBy(
    await em.find(MilestoneEntity, { offerId: { $in: offers.map(({ id }) => id) } }),
    ({ offerId }) => offerId,
  );
  const talentIds = [...new Set(offers.map(({ talentId }) => talentId))];
  const talents = new Map(
    (await em.find(TalentEntity, { id: { $in: talentIds } })).map((talent) => [talent.id, talent]),
  );
  const known = await identified(context, talentIds);
  const seen = actor.kind === 'employer' ? await agreeing(context, talentIds) : new Set(talentIds);
  return offers.map((offer) => ({
    offer,
    state: stateAt(offer, now),
    milestones: (milestones.get(offer.id) ?? []).toSorted(
      (one, other) => MILESTONES.indexOf(one.kind) - MILESTONES.indexOf(other.kind),
    ),
    talent: seen.has(offer.talentId)
      ? toTalentType(talents.get(offer.talentId)!, known.has(offer.talentId))
      : null,
    tandemId: actor.kind === 'employer' ? null : (offer.tandemId ?? null),
  }));
}

async function agreeing(
  { em }: PlacementsContext,
  talentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const consents = await em.find(ConsentEntity, {
    subjectId: { $in: [...talentIds] },
    purpose: 'MATCHING',
    withdrawnAt: null,
  });
  return new Set(consents.map(({ subjectId }) => subjectId));
}
