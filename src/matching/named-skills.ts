import { rows, type EntityManager } from '../database/index.ts';
import type { Cv } from '../talents/index.ts';
import { judgeSkills } from './conditions/index.ts';
import { phraseFinder, type ConceptPlaces } from './evidence/named.ts';
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
 * English; parts of compounds, which have no place in the text, name nothing. Places are those in the text that was
 * read, which is the CV without what is hidden.
 * @param cvs those that are at hand; others are fetched where places in them are wanted.
 */
export async function withSkills<Shown extends Match>(
  em: EntityManager,
  matches: readonly Shown[],
  byConcept: ConceptPlaces,
  cvs: ReadonlyMap<string, Pick<Cv, 'read'>>,
): Promise<(Shown & { skills: NamedSkill[] })[]> {
  const asked = matches.filter(({ role }) => role.mustHave.length > 0);
  if (asked.length === 0) return matches.map((match) => ({ ...match, skills: [] }));
  const inWords = await namedInWords(em, asked);
  const isInWords = ({ talent, role }: Match, item: number) => inWords.has(keyOf(talent.id, role.id, item));
  const unplaced = asked.filter((match) =>
    match.role.mustHave.some(
      (_, item) => isInWords(match, item) && byConcept(match, 'MUST_HAVE', item).length === 0,
    ),
  );
  const texts = await textsOf(
    em,
    unplaced.map(({ talent }) => talent.id).filter((id) => !cvs.has(id)),
  );
  const textOf = (talentId: string) => cvs.get(talentId)?.read ?? texts.get(talentId)!;
  return matches.map((match) => {
    const skills = match.role.mustHave.map((skill, item): NamedSkill => {
      const [place] = byConcept(match, 'MUST_HAVE', item);
      if (!place && !isInWords(match, item)) return { skill, met: false, start: null, end: null };
      const [found] = place ? [place] : phraseFinder(skill)(textOf(match.talent.id));
      return { skill, met: true, start: found?.start ?? null, end: found?.end ?? null };
    });
    const judgement = judgeSkills(
      match.role.mustHave,
      skills.filter(({ met }) => met).map(({ skill }) => skill),
    );
    return { ...match, skills, conditions: judgement ? [...match.conditions, judgement] : match.conditions };
  });
}

const keyOf = (talentId: string, roleId: string, item: number): string => `${talentId} ${roleId} ${item}`;

/**
 * Which CVs hold all words of a skill: keys of talent, role and item of the role's list. The words of each CV are
 * unpacked once for all skills.
 */
async function namedInWords(em: EntityManager, asked: readonly Match[]): Promise<Set<string>> {
  const named = await rows<{ talent_id: string; role_id: string; item: number }>(
    em,
    `WITH pair AS MATERIALIZED (SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS pair (talent_id, role_id)),
     sought AS MATERIALIZED (
       SELECT roles.id AS role_id, listed.place - 1 AS item, configured.language,
         plainto_tsquery(configured.name::regconfig, listed.skill) || plainto_tsquery('english', listed.skill) AS query
       FROM roles, unnest(roles.must_have) WITH ORDINALITY AS listed (skill, place),
         (VALUES ('en', 'english'), ('sv', 'swedish'), ('fr', 'french')) AS configured (language, name)
       WHERE roles.id IN (SELECT role_id FROM pair)
     ),
     cvs AS MATERIALIZED (
       SELECT cv.* FROM (SELECT DISTINCT talent_id AS id FROM pair) AS talent, LATERAL (
         SELECT id, language, ts_filter(search, '{d}') AS words FROM documents WHERE id = talent.id OFFSET 0
       ) AS cv
     )
     SELECT pair.talent_id, pair.role_id, sought.item::integer AS item
     FROM pair JOIN cvs ON cvs.id = pair.talent_id
       JOIN sought ON sought.role_id = pair.role_id AND sought.language = cvs.language AND cvs.words @@ sought.query`,
    [asked.map(({ talent }) => talent.id), asked.map(({ role }) => role.id)],
  );
  return new Set(named.map(({ talent_id, role_id, item }) => keyOf(talent_id, role_id, item)));
}

/** What rankings read of CVs, by talent. */
async function textsOf(em: EntityManager, talentIds: readonly string[]): Promise<Map<string, string>> {
  if (talentIds.length === 0) return new Map();
  const read = await rows<{ id: string; text: string }>(
    em,
    `SELECT id, text FROM documents WHERE id = ANY (?)`,
    [talentIds],
  );
  return new Map(read.map(({ id, text }) => [id, text]));
}
