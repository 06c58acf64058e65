import { openTitleIndex, type TitleIndexOptions } from '../vocabulary/index.ts';
import { DEPTH, type Ranker } from './evaluation.ts';
import { wholeText, type JudgedSet } from './judged-set.ts';

/** Ranks short titles by the product's title search. */
export async function titleRanker(set: JudgedSet, options: TitleIndexOptions): Promise<Ranker> {
  const index = await openTitleIndex(
    set.corpus.map((document) => ({ id: document.id, text: wholeText(document) })),
    options,
  );
  return (queries) =>
    index.search(
      queries.map((query) => wholeText(set.queries[query]!)),
      DEPTH,
    );
}
