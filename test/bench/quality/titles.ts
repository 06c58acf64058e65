/**
 * How well short titles are ranked, within a language and across, by the usual ways and by the title search: mean
 * reciprocal rank on sets made from a classification (`title-sets.ts`), of the half that nothing was learned from.
 */
import { join } from 'node:path';
import type { Embedder, Purpose } from '../../../src/embeddings/index.ts';
import { evaluate, titleRanker, type JudgedSet, type Ranker } from '../../../src/evaluation/index.ts';
import { TEXT_LANGUAGES, type TextLanguage } from '../../../src/kernel/index.ts';
import {
  openGramVectors,
  starterVocabulary,
  type GramVectors,
  type TitleRetriever,
} from '../../../src/vocabulary/index.ts';
import { fullTextRanker, letterRanker, vectorRanker } from './baselines.ts';
import { readOccupations, type Half } from './taxonomy.ts';
import { queryLabels, titleSet, vocabularyWithout } from './title-sets.ts';

/** A way to rank, and its mean reciprocal rank for each pair of languages. */
export interface TitleRow {
  way: string;
  reciprocalRanks: number[];
}

export interface TitleQuality {
  pairs: readonly (readonly [from: TextLanguage, to: TextLanguage])[];
  rows: TitleRow[];
}

/** Pairs of languages, the same language first. */
const PAIRS = [0, 1, 2].flatMap((shift) =>
  TEXT_LANGUAGES.map((from, index) => [from, TEXT_LANGUAGES[(index + shift) % 3]!] as const),
);

/**
 * Measures all ways on at most `most` queries a pair of languages.
 * @param given vectors by tandem-e5-small.
 * @param folder with `esco_occupations_en_fr_sv.tsv`.
 */
export async function titleQuality(
  given: Embedder,
  folder: string,
  root: string,
  half: Half,
  most: number,
  progress: (text: string) => void,
): Promise<TitleQuality> {
  const embedder = remembering(given);
  const grams = rememberingGrams(openGramVectors(join(root, 'models', 'tandem-titles')));
  const occupations = readOccupations(folder);
  const queries = queryLabels(occupations);
  const starter = starterVocabulary(join(root, 'vocabulary'));

  type Way = (set: JudgedSet, from: TextLanguage, to: TextLanguage) => Promise<Ranker> | Ranker;
  const search =
    (retrievers: TitleRetriever[], vocabulary: 'none' | 'starter' | 'imported'): Way =>
    (set, from) =>
      titleRanker(set, {
        embedder,
        grams,
        retrievers: new Set(retrievers),
        vocabulary:
          vocabulary === 'starter'
            ? starter
            : vocabulary === 'imported'
              ? vocabularyWithout(occupations, queries, from)
              : [],
      });
  const ways: Record<string, Way> = {
    'full text alone (BM25)': fullTextRanker,
    'letters alone (3-5-gram TF-IDF)': letterRanker,
    'vectors alone': (set) => vectorRanker(set, embedder),
    'vectors for titles': search(['vector'], 'none'),
    'hybrid, no vocabulary': search(['vector', 'text'], 'none'),
    'hybrid, starter vocabulary': search(['vector', 'text', 'concept'], 'starter'),
    'hybrid, classification imported': search(['vector', 'text', 'concept'], 'imported'),
  };
  const rows: TitleRow[] = Object.keys(ways).map((way) => ({ way, reciprocalRanks: [] }));
  for (const [from, to] of PAIRS) {
    const set = titleSet(occupations, queries, from, to, half, most);
    for (const row of rows) {
      const { measures } = await evaluate(set, await ways[row.way]!(set, from, to));
      row.reciprocalRanks.push(measures.mrr);
      progress(
        `${half} ${from}-${to} ${set.queries.length} of ${set.corpus.length}: ${row.way} ${measures.mrr.toFixed(3)}`,
      );
    }
  }
  return { pairs: PAIRS, rows };
}

/** The table in Markdown. */
export function titleTable({ pairs, rows }: TitleQuality): string {
  return [
    `| ranked by | ${pairs.map((pair) => pair.join('→')).join(' | ')} |`,
    `|---|${pairs.map(() => '---:|').join('')}`,
    ...rows.map(
      ({ way, reciprocalRanks }) =>
        `| ${way} | ${reciprocalRanks.map((one) => one.toFixed(3)).join(' | ')} |`,
    ),
  ].join('\n');
}

/** The embedder, with a memory: the same labels are in the corpora of many pairs. */
function remembering(embedder: Embedder): Embedder {
  const known = new Map<string, Float32Array>();
  return {
    ...embedder,
    async embed(texts: readonly string[], purpose: Purpose) {
      const key = (text: string) => `${purpose} ${text}`;
      const fresh = [...new Set(texts.filter((text) => !known.has(key(text))))];
      const made = await embedder.embed(fresh, purpose);
      fresh.forEach((text, i) => known.set(key(text), made[i]!));
      return texts.map((text) => known.get(key(text))!);
    },
  };
}

function rememberingGrams(grams: GramVectors): GramVectors {
  const known = new Map<string, Float32Array>();
  return {
    ...grams,
    added(title, embedding) {
      const vector = known.get(title) ?? grams.added(title, embedding);
      known.set(title, vector);
      return vector;
    },
  };
}
