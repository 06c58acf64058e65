/** What the title search is compared with: the usual ways to rank short texts, each alone. */
import type { Embedder } from '../../../src/embeddings/index.ts';
import type { JudgedSet, Ranker } from '../../../src/evaluation/index.ts';
import type { TextLanguage } from '../../../src/kernel/index.ts';
import { characterGrams } from '../../../src/vocabulary/titles/character-grams.ts';
import { DenseIndex } from '../../../src/vocabulary/titles/dense-index.ts';
import { TermIndex } from '../../../src/vocabulary/titles/term-index.ts';
import { stemsOf } from '../../../src/vocabulary/words/stems.ts';
import { wordsOf } from '../../../src/vocabulary/words/tokens.ts';

/** Scores of all documents for a text. */
type Scorer = (text: string) => Float32Array;

const rankerBy =
  ({ corpus, queries }: JudgedSet, scorer: Scorer): Ranker =>
  (asked) =>
    Promise.resolve(
      asked.map((query) => {
        const scores = scorer(queries[query]!.text);
        return corpus.map(({ id }, document) => ({ id, score: scores[document]! }));
      }),
    );

/** BM25 over stemmed words, as a full-text search has it. */
export function fullTextRanker(set: JudgedSet, from: TextLanguage, to: TextLanguage): Ranker {
  const stems = (text: string, language: TextLanguage) =>
    wordsOf(text).map((word) => stemsOf(word, language)[0]);
  const index = new TermIndex(set.corpus.map(({ text }) => stems(text, to)));
  return rankerBy(set, (text) => index.score(stems(text, from)));
}

/** Cosine of TF-IDF over stretches of 3 to 5 letters within words, with 1 + ln tf and smoothed idf as in scikit-learn. */
export function letterRanker(set: JudgedSet): Ranker {
  const grams = (text: string) => characterGrams(text, 3, 5);
  const frequencies = new Map<string, number>();
  const documents = set.corpus.map(({ text }) => grams(text));
  for (const own of documents)
    for (const gram of new Set(own)) frequencies.set(gram, (frequencies.get(gram) ?? 0) + 1);
  const weighted = (own: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const gram of own) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    const weights = [...counts].flatMap(([gram, count]): [string, number][] => {
      const frequency = frequencies.get(gram);
      const rarity = Math.log((1 + documents.length) / (1 + (frequency ?? 0))) + 1;
      return frequency === undefined ? [] : [[gram, (1 + Math.log(count)) * rarity]];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return weights.map(([gram, weight]) => [gram, weight / length] as const);
  };
  const postings = new Map<string, { document: number; weight: number }[]>();
  documents.forEach((own, document) => {
    for (const [gram, weight] of weighted(own)) {
      const found = postings.get(gram) ?? [];
      found.push({ document, weight });
      postings.set(gram, found);
    }
  });
  return rankerBy(set, (text) => {
    const scores = new Float32Array(documents.length);
    for (const [gram, weight] of weighted(grams(text)))
      for (const posting of postings.get(gram) ?? []) scores[posting.document]! += weight * posting.weight;
    return scores;
  });
}

/** Cosine of the embedding model's own vectors. */
export async function vectorRanker(set: JudgedSet, embedder: Embedder): Promise<Ranker> {
  const vectors = await embedder.embed(
    set.corpus.map(({ text }) => text),
    'query',
  );
  const queries = await embedder.embed(
    set.queries.map(({ text }) => text),
    'query',
  );
  const ofQuery = new Map(set.queries.map(({ text }, query) => [text, queries[query]!]));
  const index = new DenseIndex(vectors.length, embedder.dimensions, (row) => vectors[row]);
  return rankerBy(set, (text) => index.score(ofQuery.get(text)!));
}
