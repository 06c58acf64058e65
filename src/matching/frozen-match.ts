import type { EntityManager } from '../database/index.ts';
import type { Requirement } from '../documents/index.ts';
import type { Role } from '../roles/index.ts';
import { cvsOf, type Talent } from '../talents/index.ts';
import type { Judgement } from './conditions/index.ts';
import type { Evidence, Strength } from './evidence/evidence.ts';
import { explainedAsOfNow, type Exclusion } from './explain-match.ts';
import { atOneMoment } from './rank.ts';
import type { ScoreParts, Scores } from './score.ts';
import type { Warning } from './warnings.ts';

/** A requirement with its passage, as open and as blind readers may see it. */
interface FrozenEvidence {
  requirement: Requirement;
  passage: { start: number; end: number; open: string; blind: string } | null;
  similarity: number;
  strength: Strength;
}

/**
 * An explanation as it was at one moment, as data that can be kept: whatever changes later, it says what a decision
 * was made on. Who may read whose words is decided when it is read: see `thawed`.
 */
export interface FrozenMatch extends Scores {
  modelId: string;
  /** The place in the ranking of candidates, from 1; null for whoever was not in it. */
  place: number | null;
  exclusions: Exclusion[];
  parts: ScoreParts;
  conditions: Judgement[];
  /** Must-have skills; without offsets, which would point into a CV that may have changed. */
  skills: { skill: string; met: boolean }[];
  warnings: Warning[];
  evidence: FrozenEvidence[];
}

/**
 * Explains a pair to keep it, whoever will read it. The caller has authorised it.
 * @throws MATCHING_NOT_YET_EMBEDDED
 */
export const freezeMatch = (
  em: EntityManager,
  role: Role,
  talent: Talent,
  today: string,
): Promise<FrozenMatch> =>
  atOneMoment(em, async (inside) => {
    const { modelId, place, exclusions, match } = await explainedAsOfNow(
      inside,
      'CANDIDATES',
      role,
      talent,
      today,
      async (_em, talentIds) => new Set(talentIds),
    );
    const { blind } = (await cvsOf(inside, [talent.id])).get(talent.id)!;
    const { score, employerSide, talentSide, parts, conditions, skills, warnings, evidence } = match;
    return {
      modelId,
      place,
      exclusions,
      score,
      employerSide,
      talentSide,
      parts,
      conditions,
      warnings,
      skills: skills.map(({ skill, met }) => ({ skill, met })),
      evidence: evidence.map(({ passage, ...asked }) => ({
        ...asked,
        // A blind CV is as long as the CV itself.
        passage: passage && {
          start: passage.start,
          end: passage.end,
          open: passage.text!,
          blind: blind.slice(passage.start, passage.end),
        },
      })),
    };
  });

/** The evidence of a frozen match as somebody may read it who knows who the talent is, or does not. */
export const thawed = ({ evidence }: Pick<FrozenMatch, 'evidence'>, identified: boolean): Evidence[] =>
  evidence.map(({ passage, ...asked }) => ({
    ...asked,
    passage: passage && {
      start: passage.start,
      end: passage.end,
      text: identified ? passage.open : passage.blind,
    },
  }));
