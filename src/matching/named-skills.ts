import { rows, type EntityManager } from '../database/index.ts';
import { judgeSkills } from './conditions/index.ts';
import type { Match } from './match.ts';

/**
 * Adds the judgement of must-have skills to matches that are about to be shown: which of them the CV names,
 * all words of a skill counting, in the CV's language and in English.
 */
export async function withSkills(em: EntityManager, matches: readonly Match[]): Promise<Match[]> {
  const asked = matches.filter(({ role }) => role.mustHave.length > 0);
  if (asked.length === 0) return [...matches];
  const named = await rows<{ talent_id: string; role_id: string; skills: string[] }>(
    em,
    `WITH pair AS MATERIALIZED (SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS pair (talent_id, role_id)),
     sought AS MATERIALIZED (
       SELECT roles.id AS role_id, skill, configured.language,
         plainto_tsquery(configured.name::regconfig, skill) || plainto_tsquery('english', skill) AS query
       FROM roles, unnest(roles.must_have) AS skill,
         (VALUES ('en', 'english'), ('sv', 'swedish'), ('fr', 'french')) AS configured (language, name)
       WHERE roles.id IN (SELECT role_id FROM pair)
     )
     SELECT pair.talent_id, pair.role_id, array(
        SELECT sought.skill FROM sought
        WHERE sought.role_id = pair.role_id AND sought.language = cvs.language AND cvs.search @@ sought.query
      ) AS skills
     FROM pair JOIN documents AS cvs ON cvs.id = pair.talent_id`,
    [asked.map(({ talent }) => talent.id), asked.map(({ role }) => role.id)],
  );
  const skillsOf = new Map(
    named.map(({ talent_id, role_id, skills }) => [`${talent_id} ${role_id}`, skills]),
  );
  return matches.map((match) => {
    const judgement = judgeSkills(
      match.role.mustHave,
      skillsOf.get(`${match.talent.id} ${match.role.id}`) ?? [],
    );
    return judgement ? { ...match, conditions: [...match.conditions, judgement] } : match;
  });
}
