export {
  CONDITION_CODES,
  VERDICTS,
  type ConditionCode,
  type Judgement,
  type Verdict,
} from './conditions/index.ts';
export { type Match } from './match.ts';
export { matchedRoles } from './matched-roles.ts';
export { notYetEmbedded } from './matching.failures.ts';
export { MatchingResolver } from './matching.resolver.ts';
export { type CandidateNarrowing, type RoleNarrowing } from './narrowing.ts';
export { type Ranking } from './rank.ts';
export { rankedCandidates } from './ranked-candidates.ts';
export { type ScoreParts } from './score.ts';
