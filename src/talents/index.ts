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
export { listTalents, mayIdentify, readCv, readTalent } from './read-talent.ts';
export { SEGMENTS, TalentEntity, type Segment, type Talent } from './talent.entity.ts';
export { SegmentEnum, TalentType, toTalentType } from './talent.type.ts';
export { talentData, type TalentData } from './talent.input.ts';
export { talentById } from './talent.repository.ts';
export { TalentResolver } from './talent.resolver.ts';
export { talentExists, talentUnknown } from './talents.failures.ts';
