import { rows, type EntityManager } from '../database/index.ts';
import { judgeSkills } from './conditions/index.ts';
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
 * is named by its concept, whatever the language and the wording, or by all of its words, in the CV's language or in
 * English; parts of compounds, which have no place in the text, name nothing. Places are those in the text that was
 * read, which is the CV without what is hidden.
 */
export async function withSkills<Shown extends Match>(
  em: EntityManager,
  matches: readonly Shown[],
): Promise<(Shown & { skills: NamedSkill[] })[]> {
  const asked = matches.filter(({ role }) => role.mustHave.length > 0);
  const named = asked.length === 0 ? new Map<string, Place>() : await namedIn(em, asked);
  return matches.map((match) => {
    const skills = match.role.mustHave.map((skill, item) => {
      const place = named.get(`${match.talent.id} ${match.role.id} ${item}`);
      return { skill, met: place !== undefined, start: place?.start ?? null, end: place?.end ?? null };
    });
    const judgement = judgeSkills(
      match.role.mustHave,
      skills.filter(({ met }) => met).map(({ skill }) => skill),
    );
    return { ...match, skills, conditions: judgement ? [...match.conditions, judgement] : match.conditions };
  });
}

type Place = Pick<NamedSkill, 'start' | 'end'>;

/** By talent, role and item of the role's list. */
async function namedIn(em: EntityManager, asked: readonly Match[]): Promise<Map<string, Place>> {
  const named = await rows<{ talent_id: string; role_id: string; item: number } & Place>(
    em,
    `WITH pair AS MATERIALIZED (SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS pair (talent_id, role_id)),
     wanted AS MATERIALIZED (
       SELECT document_id AS role_id, item, concept_id FROM document_concepts
       WHERE source = 'MUST_HAVE' AND document_id IN (SELECT role_id FROM pair)
     ),
     sought AS MATERIALIZED (
       SELECT roles.id AS role_id, listed.place - 1 AS item, configured.language,
         plainto_tsquery(configured.name::regconfig, listed.skill) || plainto_tsquery('english', listed.skill) AS query
       FROM roles, unnest(roles.must_have) WITH ORDINALITY AS listed (skill, place),
         (VALUES ('en', 'english'), ('sv', 'swedish'), ('fr', 'french')) AS configured (language, name)
       WHERE roles.id IN (SELECT role_id FROM pair)
     )
     SELECT DISTINCT ON (talent_id, role_id, item) talent_id, role_id, item::integer AS item, "start", "end" FROM (
       SELECT pair.talent_id, pair.role_id, wanted.item, cv."start", cv."end"
       FROM pair, LATERAL (
         SELECT concept_id, "start", "end" FROM document_concepts WHERE document_id = pair.talent_id OFFSET 0
       ) AS cv, wanted
       WHERE wanted.role_id = pair.role_id AND wanted.concept_id = cv.concept_id
       UNION ALL
       SELECT pair.talent_id, pair.role_id, sought.item, NULL, NULL
       FROM pair JOIN documents AS cvs ON cvs.id = pair.talent_id
         JOIN sought ON sought.role_id = pair.role_id AND sought.language = cvs.language 
           AND ts_filter(cvs.search, '{d}') @@ sought.query
     ) AS named
     ORDER BY talent_id, role_id, item, "start" NULLS LAST`,
    [asked.map(({ talent }) => talent.id), asked.map(({ role }) => role.id)],
  );
  return new Map(
    named.map(({ talent_id, role_id, item, start, end }) => [
      `${talent_id} ${role_id} ${item}`,
      { start, end },
    ]),
  );
}
