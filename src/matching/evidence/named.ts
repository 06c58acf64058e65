import { rows, type EntityManager } from '../../database/index.ts';
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

/** The concepts of a document are those of its present text. */
const LINKED = `EXISTS (
  SELECT FROM linked_documents AS linked JOIN documents ON documents.id = linked.document_id
  WHERE linked.document_id = document_concepts.document_id AND linked.hash = documents.hash)`;

interface Found extends Span {
  talentId: string;
  roleId: string;
  source: Short;
  item: number | null;
  /** Where the concept stands in what is asked for. */
  askedStart: number;
  askedEnd: number;
}

/**
 * Where the CVs of matches name the occupation of the role's title and the items of its lists by their concepts, in
 * whatever language and wording. None where either has changed since its concepts were sought.
 */
export async function conceptPlaces(
  em: EntityManager,
  matches: readonly Pick<Match, 'role' | 'talent'>[],
): Promise<ConceptPlaces> {
  if (matches.length === 0) return () => [];
  const found = await rows<Found>(
    em,
    `SELECT pair.talent_id AS "talentId", pair.role_id AS "roleId", asked.source, asked.item,
       asked."start" AS "askedStart", asked."end" AS "askedEnd", cv."start", cv."end"
     FROM unnest(?::uuid[], ?::uuid[]) AS pair (talent_id, role_id), LATERAL (
       SELECT source, item, concept_id, "start", "end" FROM document_concepts
       WHERE document_id = pair.role_id AND ${LINKED}
         AND (source IN ('MUST_HAVE', 'NICE_TO_HAVE') OR source = 'TITLE' AND kind = 'OCCUPATION') OFFSET 0
     ) AS asked, LATERAL (
       SELECT concept_id, "start", "end" FROM document_concepts
       WHERE document_id = pair.talent_id AND ${LINKED} OFFSET 0
     ) AS cv
     WHERE cv.concept_id = asked.concept_id
     ORDER BY cv."start", cv."end"`,
    [matches.map(({ talent }) => talent.id), matches.map(({ role }) => role.id)],
  );
  const keyOf = (talentId: string, roleId: string, source: RequirementSource, item: number | null) =>
    `${talentId} ${roleId} ${source} ${item}`;
  const byAsked = Map.groupBy(found, ({ talentId, roleId, source, item }) =>
    keyOf(talentId, roleId, source, item),
  );
  return ({ role, talent }, source, item) => {
    const places = byAsked.get(keyOf(talent.id, role.id, source, item)) ?? [];
    const [one] = places;
    if (!one || charactersOf(places) < NAMED_SHARE * askedText(role, one.source, item).length) return [];
    return places;
  };
}

const askedText = (
  role: Pick<Role, 'title' | 'mustHave' | 'niceToHave'>,
  source: Short,
  item: number | null,
) => (source === 'TITLE' ? role.title : (source === 'MUST_HAVE' ? role.mustHave : role.niceToHave)[item!]!);

/** How many characters of what is asked for the concepts hold that are named; links of one text do not overlap. */
const charactersOf = (places: readonly { askedStart: number; askedEnd: number }[]): number =>
  [...new Map(places.map(({ askedStart, askedEnd }) => [askedStart, askedEnd - askedStart])).values()].reduce(
    (sum, length) => sum + length,
    0,
  );

/** Where a text has a phrase as whole words, whatever the case and the white space. */
export function phrasePlaces(text: string, phrase: string): Span[] {
  const words = phrase
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  if (words.join('') === '') return [];
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
  return Array.from(text.matchAll(whole), ({ 0: own, index }) => ({ start: index, end: index + own.length }));
}
