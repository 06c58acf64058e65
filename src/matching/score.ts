import type { SimilarityScale } from '../documents/index.ts';
import { countryOf } from '../kernel/index.ts';
import type { Role } from '../roles/index.ts';
import type { Talent } from '../talents/index.ts';
import type { Judgement } from './conditions/index.ts';

/** What a score is made of; each part is in [0, 1]. */
export interface ScoreParts {
  /** How near the meaning of CV and description is as wholes, against what is usual. */
  vector: number;
  /** The share of the role's search words that the CV holds, rare words counting more; `evidence` where it has none. */
  text: number;
  /**
   * The share of the role's occupation and skills that the CV names in any language, rare ones counting more;
   * `evidence` where the vocabulary knows none of the role's.
   */
  concepts: number;
  /** How well passages of the CV speak for what the role asks for and consists of. */
  evidence: number;
  /** The share of the conditions asked for that are met; an unknown one counts half. 1 where none is asked. */
  conditions: number;
  /** The share of the talent's stated wishes that the role fulfils. 1 where none is stated. */
  wishes: number;
}

/** The score of a match, and how each side alone would see it; all in [0, 1]. */
export interface Scores {
  /** The probability that a recruiter would interview the talent, and the role be one that they wish for. */
  score: number;
  /** What the role asks for, as the talent meets it: without the talent's wishes. */
  employerSide: number;
  /** What the talent asks for, as the role meets it: without the employer's conditions. */
  talentSide: number;
}

/**
 * Weights in log odds, of what `featuresOf` makes of the parts. Learned on the development half of the cast's judgements
 * by `npm run bench:weights` (penalty 3), none below nought, and scaled on roles left out so that scores are
 * probabilities. Words decide who is looked at (see `retrieval.ts`); beside meaning and evidence they tell few apart.
 * Those of conditions and wishes are set, not learned: five open conditions of five take away as much as one log odd,
 * and so does half of what the talent wishes.
 */
export const WEIGHTS = {
  vector: 1.11,
  text: 0.19,
  concepts: 2.26,
  evidence: 1.08,
  conditions: 2,
  wishes: 2,
} as const;

/**
 * The log odds from which scores start, by bundled model: the weaker one puts those who fit less far from strangers, and
 * what it says of them means more. Fitted on the development half. Other models start as the default one does.
 */
const START: Record<string, number> = { 'tandem-e5-small': -7.1, 'tandem-static': -5 };
export const startOf = (modelId: string): number =>
  START[modelId.split('@')[0]!] ?? START['tandem-e5-small']!;

/** Beyond these log odds a part says no more: nothing is so near that it outweighs all else. */
const CLEAR = 6;

/**
 * What the score is made of: meaning and evidence in log odds, which are their distances from what is usual, words and
 * concepts as they are. As shares near 1, the best of a trade had nearly the same vector and evidence, and what they had
 * done did not tell them apart: mean average precision on the development half 0.77 so, 0.91 in log odds.
 */
export const featuresOf = ({
  vector,
  text,
  concepts,
  evidence,
}: ScoreParts): Record<'vector' | 'text' | 'concepts' | 'evidence', number> => ({
  vector: boundedLogOdds(vector),
  text,
  concepts,
  evidence: boundedLogOdds(evidence),
});

const boundedLogOdds = (share: number): number =>
  Math.max(-CLEAR, Math.min(CLEAR, Math.log(share / (1 - share))));

/** A match with a failed condition, shown on request, stays below every comparable one without. */
export const FAILED_FACTOR = 0.5;

/**
 * A cosine against what is usual: the logistic function of its distance from the mean in standard deviations,
 * one half at `HALF_WAY` deviations above. A CV picked at random gets about 0.05.
 */
const HALF_WAY = 2;
const STEEPNESS = 1.5;
export function similarityPart(cosine: number, { mean, deviation }: SimilarityScale): number {
  const deviations = (cosine - mean) / deviation;
  return 1 / (1 + Math.exp(-STEEPNESS * (deviations - HALF_WAY)));
}

/** The share of the conditions that are met, an unknown one counting half. */
export function conditionsPart(judgements: readonly Judgement[]): number {
  if (judgements.length === 0) return 1;
  const worth = { MET: 1, UNKNOWN: 0.5, FAILED: 0 };
  return judgements.reduce((sum, { verdict }) => sum + worth[verdict], 0) / judgements.length;
}

/** The share of the talent's wishes for region and kind of work that the role fulfils. */
export function wishesPart(
  talent: Pick<Talent, 'wishedRegions' | 'wishedEngagements'>,
  role: Pick<Role, 'country' | 'region' | 'engagement'>,
): number {
  const fulfilled: boolean[] = [];
  if (talent.wishedRegions.length > 0)
    fulfilled.push(
      talent.wishedRegions.some((wished) =>
        // A wish for a region is not met by a role that only names its country.
        wished === countryOf(wished) ? wished === role.country : wished === role.region,
      ),
    );
  if (talent.wishedEngagements.length > 0) fulfilled.push(talent.wishedEngagements.includes(role.engagement));
  return fulfilled.length === 0 ? 1 : fulfilled.filter(Boolean).length / fulfilled.length;
}

/**
 * The scores of a match, rounded to six digits so that equal matches are equal everywhere. Never falls when a part
 * rises.
 * @param pair.failed whether a condition fails; `start`: see `startOf`.
 */
export function scoresOf(parts: ScoreParts, pair: { failed: boolean; start: number }): Scores {
  const features = featuresOf(parts);
  const relevance =
    pair.start +
    WEIGHTS.vector * features.vector +
    WEIGHTS.text * features.text +
    WEIGHTS.concepts * features.concepts +
    WEIGHTS.evidence * features.evidence;
  const conditions = WEIGHTS.conditions * (1 - parts.conditions);
  const wishes = WEIGHTS.wishes * (1 - parts.wishes);
  const factor = pair.failed ? FAILED_FACTOR : 1;
  const probability = (odds: number) => Math.round((factor * 1e6) / (1 + Math.exp(-odds))) / 1e6;
  return {
    score: probability(relevance - conditions - wishes),
    employerSide: probability(relevance - conditions),
    talentSide: Math.round(1e6 / (1 + Math.exp(wishes - relevance))) / 1e6,
  };
}

/** Best first; equals by identifier, so that the order is the same every time. */
export const byScore = (one: { score: number; id: string }, other: { score: number; id: string }): number =>
  other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
