export { candidatesAmong, scoreThese } from './candidates-among.ts';
export {
  beginsOn,
  CONDITION_CODES,
  VERDICTS,
  type ConditionCode,
  type Judgement,
  type Verdict,
} from './conditions/index.ts';
export { COMMUTE_KM } from './conditions/location.ts';
export { permitRoutes, type Route } from './conditions/permit-routes.ts';
export { conceptReaders, type ConceptReader, type ConceptReaders } from './concepts/concept-reader.ts';
export { STRENGTHS, type Evidence, type Strength } from './evidence/evidence.ts';
export { explainMatch, type Exclusion, type Explanation } from './explain-match.ts';
export { attentionAt } from './exposure/attention.ts';
export { CANDIDATE_ORDERS, type CandidateOrder } from './exposure/order.ts';
export { REMEMBERED_DAYS } from './exposure/showings.ts';
export { GIVEN_UP_AT_MOST, spread, type Placed } from './exposure/spread.ts';
export { candidateFacets, type CandidateFacets } from './facets/candidate-facets.ts';
export { FacetsResolver } from './facets/facets.resolver.ts';
export { roleFacets, type RoleFacets } from './facets/role-facets.ts';
export { fittingRoles } from './fitting-roles.ts';
export { freezeMatch, thawed, type FrozenMatch } from './frozen-match.ts';
export { type Match } from './match.ts';
export { ConditionVerdict, ExclusionEnum, MatchType, RoleMatch, toRoleMatch } from './match.type.ts';
export { matchedRoles } from './matched-roles.ts';
export { familyHidden, notYetEmbedded } from './matching.failures.ts';
export { MatchingResolver } from './matching.resolver.ts';
export { narrowedRoles, type CandidateNarrowing, type RoleNarrowing } from './narrowing.ts';
export { atOneMoment, consider, type Considered, type Ranking } from './rank.ts';
export { rankedCandidates } from './ranked-candidates.ts';
export { reading, readTexts, type Readers } from './read-texts.ts';
export { scorePairs, type PairScore } from './score-pairs.ts';
export { type ScoreParts, type Scores } from './score.ts';
export { shown, type ShownMatch } from './shown.ts';
export { WARNINGS, type Warning } from './warnings.ts';
export { RELAXATION_CODES, type RelaxationCode } from './what-ifs/relaxations.ts';
export { type WhatIf } from './what-ifs/count-what-ifs.ts';
export { whatIfs } from './what-ifs/what-ifs.ts';
export { WhatIfsResolver } from './what-ifs/what-ifs.resolver.ts';
