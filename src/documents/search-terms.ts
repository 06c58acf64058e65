import { rows, type EntityManager } from '../database/index.ts';
import type { TextLanguage } from '../kernel/index.ts';

/** Words to look for in the counterparts of a document, with how much each matters to its author. */
export interface WeightedText {
  text: string;
  weight: number;
}

/** The words of several texts, each once, in small letters, with the largest weight that it has in any. */
export function weightedWords(texts: readonly WeightedText[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const { text, weight } of texts)
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}+#.'’-]*/gu)) {
      const bare = word.replace(/[.'’-]+$/u, '');
      if (bare.length > 1) words.set(bare, Math.max(words.get(bare) ?? 0, weight));
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
  const words = weightedWords(texts);
  await rows(em, `DELETE FROM search_terms WHERE document_id = ?`, [documentId]);
  if (words.size === 0) return;
  await rows(
    em,
    `INSERT INTO search_terms (document_id, word, weight, stems, query)
     SELECT ?, word, weight, stems,
       (SELECT string_agg('''' || replace(stem, '''', '''''') || '''', ' | ') FROM unnest(stems) AS stem)::tsquery
     FROM (
       SELECT word, weight, tsvector_to_array(
           to_tsvector('english', word) || to_tsvector('swedish', word) || to_tsvector('french', word)) AS stems
       FROM unnest(?::text[], ?::real[]) AS given (word, weight)
       WHERE length(to_tsvector(?::regconfig, word)) > 0
     ) AS stemmed`,
    [documentId, [...words.keys()], [...words.values()], CONFIGURATION[language]],
  );
}

/** PostgreSQL's text search configuration of each language. */
const CONFIGURATION: Record<TextLanguage, string> = { en: 'english', sv: 'swedish', fr: 'french' };

/** A word in more than this share of the CVs tells nobody apart, and looking it up would be slow. */
const COMMON_SHARE = 0.1;
/** Below this many CVs with the word it counts however large its share is. */
const COMMON_FLOOR = 200;
/** The number of CVs is counted no further than this: rarity beyond it changes no order. */
const COUNTED = 10_000;
/** Rarities are renewed when the number of CVs has changed by this factor since they were measured. */
const DRIFT = 1.25;

/**
 * Measures how rare each search term is among the CVs: ln(1 + N / n) as in Robertson, 'Understanding inverse
 * document frequency' (2004), 0 for words in more than a tenth of the CVs. Only terms are measured whose
 * rarity is missing, or was measured among a quarter more or fewer CVs.
 */
export async function weighSearchTerms(em: EntityManager): Promise<void> {
  const [counted] = await rows<{ cvs: string | number }>(
    em,
    `SELECT count(*) AS cvs FROM (SELECT FROM documents WHERE kind = 'CV' LIMIT ${COUNTED}) AS counted`,
  );
  const cvs = Number(counted!.cvs);
  const common = Math.max(COMMON_FLOOR, Math.floor(cvs * COMMON_SHARE));
  const stale = await rows<{ query: string }>(
    em,
    `SELECT DISTINCT query::text AS query FROM search_terms
     WHERE among IS NULL OR among NOT BETWEEN ? AND ?`,
    [Math.floor(cvs / DRIFT), Math.ceil(cvs * DRIFT)],
  );
  // In portions, so that a single connection is free for others in between.
  for (let from = 0; from < stale.length; from += 100)
    await rows(
      em,
      `UPDATE search_terms SET among = ?, rarity = CASE WHEN found.cvs > ? THEN 0 ELSE ln(1 + ?::real / greatest(found.cvs, 1)) END
       FROM unnest(?::text[]) AS given (query), LATERAL (
         SELECT count(*) AS cvs FROM (
           SELECT FROM documents WHERE kind = 'CV' AND search @@ given.query::tsquery LIMIT ?
         ) AS bounded
       ) AS found
       WHERE search_terms.query = given.query::tsquery`,
      [cvs, common, cvs, stale.slice(from, from + 100).map(({ query }) => query), common + 1],
    );
}
