import type { SimilarityScale } from '../documents/index.ts';
import { countryOf } from '../kernel/index.ts';
import type { Role } from '../roles/index.ts';
import type { Talent } from '../talents/index.ts';
import type { Judgement } from './conditions/index.ts';

/** What a score is made of; each part is in [0, 1]. */
export interface ScoreParts {
  /** How near the meaning of CV and description is, against what is usual between their two languages. */
  vector: number;
  /** The share of the role's search words that the CV holds, rare words counting more. */
  text: number;
  /** The share of the conditions asked for that are met; an unknown one counts half. 1 where none is asked. */
  conditions: number;
  /** The share of the talent's stated wishes that the role fulfils. 1 where none is stated. */
  wishes: number;
}

/** Weights of meaning and words within relevance: words say little across languages. */
const WORDS_SAME_LANGUAGE = 0.3;
const WORDS_ACROSS_LANGUAGES = 0.1;
/** How much of the score hangs on conditions that are open, and on wishes; the rest is relevance alone. */
const CONDITIONS_SHARE = 0.15;
const WISHES_SHARE = 0.1;
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
 * The score of a match in [0, 1], rounded to six digits so that equal matches are equal everywhere.
 * Relevance (meaning and words) is lowered by open conditions and unfulfilled wishes.
 */
export function scoreOf(parts: ScoreParts, pair: { sameLanguage: boolean; failed: boolean }): number {
  const words = pair.sameLanguage ? WORDS_SAME_LANGUAGE : WORDS_ACROSS_LANGUAGES;
  const relevance = (1 - words) * parts.vector + words * parts.text;
  const circumstances = 1 - CONDITIONS_SHARE * (1 - parts.conditions) - WISHES_SHARE * (1 - parts.wishes);
  const score = relevance * circumstances * (pair.failed ? FAILED_FACTOR : 1);
  return Math.round(score * 1e6) / 1e6;
}

/** Best first; equals by identifier, so that the order is the same every time. */
export const byScore = (one: { score: number; id: string }, other: { score: number; id: string }): number =>
  other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
