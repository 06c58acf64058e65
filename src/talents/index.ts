export { BLIND_RULES, blindText, MASK, type Person, type PlaceOf } from './blind/index.ts';
export {
  createTalent,
  editTalent,
  talentInput,
  withdrawTalent,
  writeTalent,
  writeTalents,
  type TalentWrite,
} from './change-talent.ts';
export { ConsentResolver } from './consent.resolver.ts';
export { blindPending, cvsOf, placesInCvsOf, type Cv } from './cvs.ts';
export {
  concealIdentity,
  discloseIdentity,
  disclosuresOf,
  type DisclosureState,
} from './disclose-identity.ts';
export { DisclosureEntity, type Disclosure } from './disclosure.entity.ts';
export { DisclosureResolver, TalentDisclosureResolver } from './disclosure.resolver.ts';
export { identified } from './identified.ts';
export { talentContact } from './talent-contact.ts';
export { listTalents, readCv, readTalent, type VisibleCv } from './read-talent.ts';
export {
  LICENCE_STATUSES,
  SEGMENTS,
  TalentEntity,
  type Licence,
  type LicenceStatus,
  type Segment,
  type Talent,
} from './talent.entity.ts';
export { blindSegment, SegmentEnum, TalentType, toTalentType } from './talent.type.ts';
export { talentData, type TalentData } from './talent.input.ts';
export { talentById } from './talent.repository.ts';
export { TalentResolver } from './talent.resolver.ts';
export { talentExists, talentUnknown } from './talents.failures.ts';
