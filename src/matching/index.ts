export {
  CONDITION_CODES,
  VERDICTS,
  type ConditionCode,
  type Judgement,
  type Verdict,
} from './conditions/index.ts';
export { conceptReaders, type ConceptReader, type ConceptReaders } from './concepts/concept-reader.ts';
export { STRENGTHS, type Evidence, type Strength } from './evidence/evidence.ts';
export { explainMatch, type Exclusion, type Explanation } from './explain-match.ts';
export { type Match } from './match.ts';
export { matchedRoles } from './matched-roles.ts';
export { notYetEmbedded } from './matching.failures.ts';
export { MatchingResolver } from './matching.resolver.ts';
export { type CandidateNarrowing, type RoleNarrowing } from './narrowing.ts';
export { type Ranking } from './rank.ts';
export { rankedCandidates } from './ranked-candidates.ts';
export { reading, readTexts, type Readers } from './read-texts.ts';
export { type ScoreParts, type Scores } from './score.ts';
export { type ShownMatch } from './shown.ts';
export { WARNINGS, type Warning } from './warnings.ts';
