import { rows, type EntityManager } from '../database/index.ts';
import { judgeSkills } from './conditions/index.ts';
import { conceptPlaces, phrasePlaces } from './evidence/named.ts';
import type { Match } from './match.ts';

/** A must-have skill of a role, and where the CV names it. */
export interface NamedSkill {
  skill: string;
  met: boolean;
  /** Offsets into the CV in UTF-16 units, `end` exclusive; null where it is named in words scattered over the text. */
  start: number | null;
  end: number | null;
}

/**
 * Adds the judgement of must-have skills to matches that are about to be shown: which of them the CV names. A skill
 * is named by its concepts, whatever the language and the wording, or by all of its words, in the CV's language or in
 * English; parts of compounds, which have no place in the text, name nothing.
 */
export async function withSkills<Shown extends Match>(
  em: EntityManager,
  matches: readonly Shown[],
): Promise<(Shown & { skills: NamedSkill[] })[]> {
  const asked = matches.filter(({ role }) => role.mustHave.length > 0);
  if (asked.length === 0) return matches.map((match) => ({ ...match, skills: [] }));
  const byConcept = await conceptPlaces(em, asked);
  const inWords = await namedInWords(em, asked);
  return matches.map((match) => {
    const skills = match.role.mustHave.map((skill, item): NamedSkill => {
      const [place] = byConcept(match, 'MUST_HAVE', item);
      const cv = inWords.get(keyOf(match.talent.id, match.role.id, item));
      if (!place && cv === undefined) return { skill, met: false, start: null, end: null };
      const { start, end } = place ?? phrasePlaces(cv!, skill)[0] ?? { start: null, end: null };
      return { skill, met: true, start, end };
    });
    const judgement = judgeSkills(
      match.role.mustHave,
      skills.filter(({ met }) => met).map(({ skill }) => skill),
    );
    return { ...match, skills, conditions: judgement ? [...match.conditions, judgement] : match.conditions };
  });
}

const keyOf = (talentId: string, roleId: string, item: number): string => `${talentId} ${roleId} ${item}`;

/** The CVs that hold all words of a skill, by talent, role and item of the role's list. */
async function namedInWords(em: EntityManager, asked: readonly Match[]): Promise<Map<string, string>> {
  const named = await rows<{ talent_id: string; role_id: string; item: number; text: string }>(
    em,
    `WITH pair AS MATERIALIZED (SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS pair (talent_id, role_id)),
     sought AS MATERIALIZED (
       SELECT roles.id AS role_id, listed.place - 1 AS item, configured.language,
         plainto_tsquery(configured.name::regconfig, listed.skill) || plainto_tsquery('english', listed.skill) AS query
       FROM roles, unnest(roles.must_have) WITH ORDINALITY AS listed (skill, place),
         (VALUES ('en', 'english'), ('sv', 'swedish'), ('fr', 'french')) AS configured (language, name)
       WHERE roles.id IN (SELECT role_id FROM pair)
     )
     SELECT pair.talent_id, pair.role_id, sought.item::integer AS item, cvs.text
     FROM pair JOIN documents AS cvs ON cvs.id = pair.talent_id
       JOIN sought ON sought.role_id = pair.role_id AND sought.language = cvs.language
         AND ts_filter(cvs.search, '{d}') @@ sought.query`,
    [asked.map(({ talent }) => talent.id), asked.map(({ role }) => role.id)],
  );
  return new Map(named.map(({ talent_id, role_id, item, text }) => [keyOf(talent_id, role_id, item), text]));
}
