import type { SimilarityScale } from '../documents/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import type { Role } from '../roles/index.ts';
import type { Talent } from '../talents/index.ts';
import { judge, type Circumstances, type Judgement } from './conditions/index.ts';
import type { Retrieved } from './retrieval.ts';
import { conditionsPart, scoreOf, similarityPart, wishesPart, type ScoreParts } from './score.ts';

/** A role and a talent together, with what speaks for and against. */
export interface Match {
  /** The identifier of the counterpart: of the talent in a ranking for a role, and the reverse. */
  id: string;
  role: Role;
  talent: Talent;
  score: number;
  parts: ScoreParts;
  conditions: Judgement[];
}

/** What scoring needs besides the two: how the retrievers saw them, and what is usual between their languages. */
export interface Sight {
  retrieved: Pick<Retrieved, 'id' | 'cosine' | 'found' | 'sought'>;
  scale: SimilarityScale;
  cvLanguage: TextLanguage;
  jobLanguage: TextLanguage;
  circumstances: Circumstances;
}

/** Scores one pair. The same pair gets the same score from either side. */
export function matchOf(role: Role, talent: Talent, sight: Sight): Match {
  const { id, cosine, found, sought } = sight.retrieved;
  const conditions = judge(role, talent, sight.circumstances);
  const parts: ScoreParts = {
    vector: cosine === null ? 0 : round(similarityPart(cosine, sight.scale)),
    text: sought > 0 ? round(Math.min(found / sought, 1)) : 0,
    conditions: round(conditionsPart(conditions)),
    wishes: round(wishesPart(talent, role)),
  };
  const score = scoreOf(parts, {
    sameLanguage: sight.cvLanguage === sight.jobLanguage,
    failed: conditions.some(({ verdict }) => verdict === 'FAILED'),
  });
  return { id, role, talent, score, parts, conditions };
}

const round = (part: number): number => Math.round(part * 1e4) / 1e4;
