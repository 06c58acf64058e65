import { openTitleIndex, type TitleIndexOptions } from '../vocabulary/index.ts';
import { DEPTH, type Ranker } from './evaluation.ts';
import type { JudgedSet } from './judged-set.ts';

/** Ranks short titles by the product's title search. */
export async function titleRanker(set: JudgedSet, options: TitleIndexOptions): Promise<Ranker> {
  const index = await openTitleIndex(set.corpus, options);
  return (queries) =>
    index.search(
      queries.map((query) => set.queries[query]!.text),
      DEPTH,
    );
}
