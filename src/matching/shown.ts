import type { EntityManager } from '../database/index.ts';
import { blindCvs } from '../talents/index.ts';
import type { Evidence } from './evidence/evidence.ts';
import { evidenceOf } from './evidence/show-evidence.ts';
import type { Match } from './match.ts';
import { withSkills, type NamedSkill } from './named-skills.ts';

/** A match with its words. */
export interface ShownMatch extends Match {
  /** Every requirement of the role, in its order. */
  evidence: Evidence[];
  /** Every must-have skill of the role, in its order. */
  skills: NamedSkill[];
}

/** Of whom among these talents the reader may know who they are: the CVs of the others are quoted blind. */
export type KnownOf = (em: EntityManager, talentIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Adds to matches that are about to be shown what the ranking itself does not need: skills named, and evidence. */
export async function shown(
  em: EntityManager,
  modelId: string,
  matches: readonly Match[],
  knownOf: KnownOf,
): Promise<ShownMatch[]> {
  const talentIds = [...new Set(matches.map(({ talent }) => talent.id))];
  const known = await knownOf(em, talentIds);
  const blind = await blindCvs(
    em,
    talentIds.filter((id) => !known.has(id)),
  );
  const evidence = await evidenceOf(em, modelId, matches, blind);
  const judged = await withSkills(em, matches);
  return judged.map((match, place) => ({
    ...match,
    evidence: evidence[place]!,
    // Offsets into a text that is being read anew would point into another one.
    skills: match.warnings.includes('BEING_READ')
      ? match.skills.map((skill) => ({ ...skill, start: null, end: null }))
      : match.skills,
  }));
}
