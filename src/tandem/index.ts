export { declineTandem, joinTandem, readInvitation, type OpenInvitation } from './answer-invitation.ts';
export { apartPairs } from './apart-pairs.ts';
export { concealTandem, discloseTandem, editTandem } from './change-tandem.ts';
export { endTandem, endWithConsent, withdrawInvitation } from './end-tandem.ts';
export { invitePartner, type Invitation } from './invite-partner.ts';
export {
  bestPairs,
  byPlace,
  placeOfPair,
  type Offered,
  type Pair,
  type PairPlace,
  type PairSearch,
} from './joint/best-pairs.ts';
export {
  AREA_RULES,
  commutingArea,
  reachOf,
  type AreaRule,
  type CommutingArea,
  type Reach,
  type Workplace,
} from './joint/commuting-area.ts';
export { jointValue, jointWorth, type JointWorth } from './joint/joint-value.ts';
export { tandemMatches, type JointMatch, type JointRanking, type JointSide } from './joint/tandem-matches.ts';
export { listTandems, myTandem } from './read-tandem.ts';
export { shownPartners, type ShownPartner } from './shown-partners.ts';
export { TandemEntity, TandemPartnerEntity, type Tandem, type TandemPartner } from './tandem.entity.ts';
export {
  invitationUnknown,
  tandemNone,
  tandemStands,
  tandemUnknown,
  withOneself,
} from './tandem.failures.ts';
export { tandemLife, type TandemState } from './tandem-life.ts';
export { invitationAccepted, invitationDeclined, tandemEnded } from './tandem.messages.ts';
export { TalentTandemResolver, TandemResolver } from './tandem.resolver.ts';
export { type Couple } from './tandem.repository.ts';
