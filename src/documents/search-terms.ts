import { rows, type EntityManager } from '../database/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import { measureRarity } from './rarity.ts';
import type { Brief } from './requirements/requirement.ts';

/** Words to look for in the counterparts of a document, with how much each matters to its author. */
export interface WeightedText {
  text: string;
  weight: number;
}

/** What a role looks for: what it asks for counts twice as much as what is welcome. */
export const soughtIn = ({ title, mustHave, niceToHave }: Brief): WeightedText[] => [
  { text: [title, ...mustHave].join('\n'), weight: 2 },
  { text: niceToHave.join('\n'), weight: 1 },
];

/**
 * So many words of a role are looked for, in the order of its texts: the cast's roles have 19 at most. Each is a look-up
 * for every ranking, and a role may hold eighty skills of 120 characters.
 */
export const MOST_WORDS = 64;

/** The first words of several texts, each once, in small letters, with the largest weight that it has in any. */
export function weightedWords(texts: readonly WeightedText[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const { text, weight } of texts)
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}+#.'’-]*/gu)) {
      const bare = word.replace(/[.'’-]+$/u, '');
      const known = words.get(bare);
      if (bare.length > 1 && (known !== undefined || words.size < MOST_WORDS))
        words.set(bare, Math.max(known ?? 0, weight));
    }
  return words;
}

/**
 * Replaces the words by which counterparts of the document are found. Stop words of its language are left
 * out; each word is kept with its stems in every language, since names of tools and professions cross over.
 */
export async function saveSearchTerms(
  em: EntityManager,
  documentId: string,
  language: TextLanguage,
  texts: readonly WeightedText[],
): Promise<void> {
  await rows(em, `DELETE FROM search_terms WHERE document_id = ?`, [documentId]);
  await addTerms(em, documentId, language, weightedWords(texts), { part: false });
}

/** Replaces the parts of compounds by which counterparts of the document are found, and weighs the words beside them. */
export async function savePartTerms(
  em: EntityManager,
  documentId: string,
  language: TextLanguage,
  { words, parts }: Record<'words' | 'parts', ReadonlyMap<string, number>>,
): Promise<void> {
  await rows(em, `DELETE FROM search_terms WHERE document_id = ? AND part`, [documentId]);
  await rows(
    em,
    `UPDATE search_terms SET weight = given.weight FROM unnest(?::text[], ?::real[]) AS given (word, weight)
     WHERE search_terms.document_id = ? AND search_terms.word = given.word AND search_terms.weight <> given.weight`,
    [[...words.keys()], [...words.values()], documentId],
  );
  await addTerms(em, documentId, language, parts, { part: true });
}

async function addTerms(
  em: EntityManager,
  documentId: string,
  language: TextLanguage,
  words: ReadonlyMap<string, number>,
  { part }: { part: boolean },
): Promise<void> {
  if (words.size === 0) return;
  await rows(
    em,
    `INSERT INTO search_terms (document_id, part, word, weight, stems, query)
     SELECT ?, ?, word, weight, stems,
       (SELECT string_agg('''' || replace(stem, '''', '''''') || '''', ' | ') FROM unnest(stems) AS stem)::tsquery
     FROM (
       SELECT word, weight, tsvector_to_array(
           to_tsvector('english', word) || to_tsvector('swedish', word) || to_tsvector('french', word)) AS stems
       FROM unnest(?::text[], ?::real[]) AS given (word, weight)
       WHERE length(to_tsvector(?::regconfig, word)) > 0
     ) AS stemmed
     ON CONFLICT (document_id, word) DO NOTHING`,
    [documentId, part, [...words.keys()], [...words.values()], CONFIGURATION[language]],
  );
}

/** PostgreSQL's text search configuration of each language. */
const CONFIGURATION: Record<TextLanguage, string> = { en: 'english', sv: 'swedish', fr: 'french' };

/** Measures how rare each search term is among the CVs: see `measureRarity`. */
export const weighSearchTerms = (em: EntityManager): Promise<void> =>
  measureRarity(em, {
    table: 'search_terms',
    term: 'query',
    type: 'tsquery',
    cvs: 'documents',
    holdTheTerm: 'search @@ given.term',
  });
