export {
  CONDITION_CODES,
  VERDICTS,
  type ConditionCode,
  type Judgement,
  type Verdict,
} from './conditions/index.ts';
export { candidateFacets, type CandidateFacets } from './facets/candidate-facets.ts';
export { FacetsResolver } from './facets/facets.resolver.ts';
export { roleFacets, type RoleFacets } from './facets/role-facets.ts';
export { type Match } from './match.ts';
export { matchedRoles } from './matched-roles.ts';
export { familyHidden, notYetEmbedded } from './matching.failures.ts';
export { MatchingResolver } from './matching.resolver.ts';
export { type CandidateNarrowing, type RoleNarrowing } from './narrowing.ts';
export { type Ranking } from './rank.ts';
export { rankedCandidates } from './ranked-candidates.ts';
export { type ScoreParts } from './score.ts';
