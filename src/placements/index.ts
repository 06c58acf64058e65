export { answerOffer } from './answer-offer.ts';
export { expireOffer } from './expire-offer.ts';
export type { Hosting, PlacementsContext } from './hosting.ts';
export { makeOffer } from './make-offer.ts';
export { MilestoneEntity, type Milestone } from './milestone.entity.ts';
export { MILESTONES, milestoneProblem, monthsAfter, type MilestoneKind, type Reached } from './milestones.ts';
export {
  END_REASONS,
  OFFER_STATES,
  OfferEntity,
  stateAt,
  type EndReason,
  type Offer,
  type OfferState,
} from './offer.entity.ts';
export { offerLife } from './offer-life.ts';
export type { OfferSelection } from './offer.repository.ts';
export { OfferResolver } from './offer.resolver.ts';
export { MilestoneEnum, OfferConnection, OfferType, toOfferType } from './offer.type.ts';
export { expireOfferTask, expiring } from './placements.jobs.ts';
export { listOffers, readOffer, shownOffers, type ShownOffer } from './read-offers.ts';
export { endPlacement, recordMilestone } from './record-milestone.ts';
export { releaseOffers, withdrawOffer } from './withdraw-offer.ts';
