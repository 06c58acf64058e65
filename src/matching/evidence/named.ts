import { rowsAtOnce, type EntityManager } from '../../database/index.ts';
import type { RequirementSource } from '../../documents/index.ts';
import type { Role } from '../../roles/index.ts';
import type { Match } from '../match.ts';
import type { Span } from './interaction.ts';

/** What a role asks for in a word or a few: its title and the items of its lists. */
type Short = Exclude<RequirementSource, 'DESCRIPTION'>;

/** Where CVs name what roles ask for in short, by its concepts; none where a CV does not. */
export type ConceptPlaces = (
  match: Pick<Match, 'role' | 'talent'>,
  source: RequirementSource,
  item: number | null,
) => readonly Span[];

/**
 * The concepts that a CV names must be so much of what is asked for: `hydraulics` alone is not `hydraulics and
 * electricity`, and a doctor is no nights with a doctor.
 */
const NAMED_SHARE = 0.5;

/** A link of a role or a CV to a concept, if it was made of the present text. */
interface Link extends Span {
  documentId: string;
  conceptId: string;
  source: RequirementSource | 'TEXT';
  item: number | null;
}

/**
 * Where the CVs of matches name the occupation of the role's title and the items of its lists by their concepts, in
 * whatever language and wording. None where either has changed since its concepts were sought.
 *
 * Roles and CVs are each read once and put together here: as pairs in one statement, a page of fifty took 6 ms
 * instead of 3.
 */
export async function conceptPlaces(
  em: EntityManager,
  matches: readonly Pick<Match, 'role' | 'talent'>[],
): Promise<ConceptPlaces> {
  if (matches.length === 0) return () => [];
  const links = await rowsAtOnce<Link>(
    em,
    `WITH fresh AS MATERIALIZED (
       SELECT linked.document_id AS id, linked.kind FROM unnest(?::uuid[]) AS given (id),
         LATERAL (SELECT * FROM linked_documents WHERE document_id = given.id OFFSET 0) AS linked,
         LATERAL (SELECT hash FROM documents WHERE id = given.id OFFSET 0) AS present
       WHERE linked.hash = present.hash
     ), asked AS MATERIALIZED (
       SELECT * FROM document_concepts WHERE document_id = ANY (ARRAY(SELECT id FROM fresh WHERE kind = 'JOB'))
         AND (source IN ('MUST_HAVE', 'NICE_TO_HAVE') OR source = 'TITLE' AND kind = 'OCCUPATION')
     )
     SELECT document_id AS "documentId", concept_id AS "conceptId", source, item, "start", "end" FROM asked
     UNION ALL
     SELECT document_id, concept_id, source, item, "start", "end" FROM document_concepts
     WHERE document_id = ANY (ARRAY(SELECT id FROM fresh WHERE kind = 'CV'))
       AND concept_id = ANY (ARRAY(SELECT concept_id FROM asked))`,
    [[...new Set(matches.flatMap(({ role, talent }) => [role.id, talent.id]))]],
  );
  const linksOf = Map.groupBy(links, ({ documentId }) => documentId);
  const placesOf = new Map(
    [...linksOf].map(([id, own]) => [id, Map.groupBy(own, ({ conceptId }) => conceptId)]),
  );
  return ({ role, talent }, source, item) => {
    const inCv = placesOf.get(talent.id);
    if (!inCv) return [];
    const named = (linksOf.get(role.id) ?? []).filter(
      (asked) => asked.source === source && asked.item === item && inCv.has(asked.conceptId),
    );
    if (
      named.length === 0 ||
      charactersOf(named) < NAMED_SHARE * askedText(role, source as Short, item).length
    )
      return [];
    return [...new Set(named.map(({ conceptId }) => conceptId))]
      .flatMap((conceptId) => inCv.get(conceptId)!)
      .sort((one, other) => one.start - other.start || one.end - other.end);
  };
}

const askedText = (
  role: Pick<Role, 'title' | 'mustHave' | 'niceToHave'>,
  source: Short,
  item: number | null,
) => (source === 'TITLE' ? role.title : (source === 'MUST_HAVE' ? role.mustHave : role.niceToHave)[item!]!);

/** How many characters of what is asked for the concepts hold that are named; links of one text do not overlap. */
const charactersOf = (places: readonly Span[]): number =>
  [...new Map(places.map(({ start, end }) => [start, end - start])).values()].reduce(
    (sum, length) => sum + length,
    0,
  );

const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}]/u;

/**
 * Finds a phrase in texts as whole words, whatever the case and the white space. What stands around a place is looked
 * at where the words are found: within the pattern it is looked at everywhere, which took 3 ms of a ranking.
 */
export function phraseFinder(phrase: string): (text: string) => Span[] {
  const words = phrase
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  if (words.join('') === '') return () => [];
  const pattern = new RegExp(words.join('\\s+'), 'giu');
  return (text) => {
    const places: Span[] = [];
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const { index: start } = found;
      const end = start + found[0].length;
      if (
        LETTER_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
        LETTER_AFTER.test(text.slice(end, end + 2))
      )
        // Behind the letter: from within one of two units the search would go back to its beginning, for ever.
        pattern.lastIndex = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
      else places.push({ start, end });
    }
    return places;
  };
}
