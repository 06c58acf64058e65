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
    `SELECT pair.talent_id, pair.role_id, array(
        SELECT skill FROM unnest(roles.must_have) AS skill
        WHERE cvs.search @@ (
          plainto_tsquery(CASE cvs.language WHEN 'sv' THEN 'swedish'::regconfig WHEN 'fr' THEN 'french'::regconfig ELSE 'english'::regconfig END, skill)
          || plainto_tsquery('english', skill))
      ) AS skills
     FROM unnest(?::uuid[], ?::uuid[]) AS pair (talent_id, role_id)
       JOIN roles ON roles.id = pair.role_id
       JOIN documents AS cvs ON cvs.id = pair.talent_id`,
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
