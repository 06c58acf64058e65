import { rows, type EntityManager } from '../database/index.ts';
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

/** What of a match the reader asks for; what is left out is not looked up, and changes no score. */
export interface Shows {
  /** The judgement of must-have skills, and where the CV names them. */
  skills: boolean;
  evidence: boolean;
  /** The words of the passages, besides their offsets. */
  quotes: boolean;
}

export const SHOWS_ALL: Shows = { skills: true, evidence: true, quotes: true };

/**
 * Adds to matches that are about to be shown what the ranking itself does not need: skills named, and evidence.
 * @param known the talents of whom the reader may know who they are.
 */
export async function shown(
  em: EntityManager,
  modelId: string,
  matches: readonly Match[],
  known: ReadonlySet<string>,
  shows: Shows,
): Promise<ShownMatch[]> {
  const evidence = shows.evidence
    ? await evidenceOf(em, modelId, matches, await textsOf(em, matches, known), shows.quotes)
    : matches.map(() => []);
  const judged = shows.skills
    ? await withSkills(em, matches)
    : matches.map((match) => ({ ...match, skills: [] as NamedSkill[] }));
  return judged.map((match, place) => ({
    ...match,
    evidence: evidence[place]!,
    // Offsets into a text that is being read anew would point into another one.
    skills: match.warnings.includes('BEING_READ')
      ? match.skills.map((skill) => ({ ...skill, start: null, end: null }))
      : match.skills,
  }));
}

/** The CVs as the reader may see them, by talent. */
async function textsOf(
  em: EntityManager,
  matches: readonly Match[],
  known: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const talentIds = [...new Set(matches.map(({ talent }) => talent.id))];
  const texts = new Map(
    await blindCvs(
      em,
      talentIds.filter((id) => !known.has(id)),
    ),
  );
  const whole = talentIds.filter((id) => known.has(id));
  if (whole.length > 0)
    for (const { id, text } of await rows<{ id: string; text: string }>(
      em,
      `SELECT id, text FROM documents WHERE id = ANY (?)`,
      [whole],
    ))
      texts.set(id, text);
  return texts;
}
