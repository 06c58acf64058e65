import type { SimilarityScales } from '../documents/index.ts';
import type { Role } from '../roles/index.ts';
import type { Talent } from '../talents/index.ts';
import { judge, type Circumstances, type Judgement } from './conditions/index.ts';
import type { Interaction, Pair } from './evidence/interaction.ts';
import type { Retrieved } from './retrieval.ts';
import {
  conditionsPart,
  scoresOf,
  similarityPart,
  wishesPart,
  type ScoreParts,
  type Scores,
} from './score.ts';
import { warningsOf, type Warning } from './warnings.ts';

/** A role and a talent together, with what speaks for and against. */
export interface Match extends Scores {
  /** The identifier of the counterpart: of the talent in a ranking for a role, and the reverse. */
  id: string;
  role: Role;
  talent: Talent;
  parts: ScoreParts;
  /** Of the pooled vectors; null while a text has no vector by the serving model, or nothing to read. */
  cosine: number | null;
  conditions: Judgement[];
  /** Every requirement of the role with the passage of the CV nearest to it, in the order of the role. */
  pairs: Pair[];
  /** The passages of the CV that can be evidence, in its order. */
  passages: Interaction['passages'];
  warnings: Warning[];
}

/** What scoring needs besides the two: how the retrievers saw them, what evidence there is, and what is usual. */
export interface Sight {
  retrieved: Pick<Retrieved, 'id' | 'found' | 'sought' | 'shared' | 'named'>;
  /** Which shares of the CV were not read. */
  cv: { repeated: number; otherScript: number };
  /** Whether what is known of both is of their present texts. */
  fresh: boolean;
  cosine: Match['cosine'];
  interaction: Interaction;
  scales: SimilarityScales;
  /** The log odds from which scores by the model start: see `startOf`. */
  start: number;
  circumstances: Circumstances;
}

/** Scores one pair. The same pair gets the same score from either side. */
export function matchOf(role: Role, talent: Talent, sight: Sight): Match {
  const { retrieved, interaction, scales } = sight;
  const { found, sought, shared, named } = retrieved;
  const conditions = judge(role, talent, sight.circumstances);
  const cosine = sight.cosine === null ? null : (interaction.cosine ?? sight.cosine);
  // What was copied from the description has its words and names its concepts, and says nothing of the talent.
  const own = 1 - interaction.copied;
  const parts: ScoreParts = {
    vector: cosine === null ? 0 : round(similarityPart(cosine, scales.DOCUMENTS)),
    text: round(sought > 0 ? own * Math.min(found / sought, 1) : interaction.part),
    concepts: round(named > 0 ? own * Math.min(shared / named, 1) : interaction.part),
    evidence: round(interaction.part),
    conditions: round(conditionsPart(conditions)),
    wishes: round(wishesPart(talent, role)),
  };
  return {
    id: retrieved.id,
    role,
    talent,
    ...scoresOf(parts, {
      failed: conditions.some(({ verdict }) => verdict === 'FAILED'),
      start: sight.start,
    }),
    parts,
    cosine: sight.cosine,
    conditions,
    pairs: interaction.pairs,
    passages: interaction.passages,
    warnings: warningsOf({ ...sight.cv, fresh: sight.fresh, copied: interaction.copied }),
  };
}

const round = (part: number): number => Math.round(part * 1e4) / 1e4;
