/** A document of a ranking with its score; the larger the score, the earlier it comes. */
export interface Ranked {
  id: string;
  score: number;
}

/** How relevant documents are to a query: 0 or less for not at all. */
export type Judgements = ReadonlyMap<string, number>;

/** The measures of one query, or their means over many, each in [0, 1]. */
export interface Measures {
  /** Reciprocal rank of the first relevant document. */
  mrr: number;
  /** Average precision. */
  map: number;
  ndcgAt10: number;
  recallAt10: number;
  recallAt100: number;
  /** Whether the first document is relevant. */
  accAt1: number;
}

/**
 * The order in which trec_eval reads a run: by score in single precision, the larger first, and by identifier,
 * the larger first in the order of UTF-8 bytes, where scores are equal. What stands first in the file does not count.
 */
export function inTrecOrder(one: Ranked, other: Ranked): number {
  const [a, b] = [Math.fround(one.score), Math.fround(other.score)];
  return a === b ? compareBytes(other.id, one.id) : b > a ? 1 : -1;
}

/** The order of the UTF-8 bytes, which is that of code points; `<` compares UTF-16 units. */
export const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * Measures a ranking that is in order, as trec_eval does (recip_rank, map, ndcg_cut.10, recall.10, recall.100,
 * success.1). Binary measures count every grade above 0; nDCG takes the grade itself as gain and log2(rank + 1) as
 * discount (Järvelin and Kekäläinen, 'Cumulated gain-based evaluation of IR techniques', 2002). What is not
 * ranked counts as not found. Undefined when nothing is relevant: there is nothing to find then.
 */
export function measuresOf(ranking: readonly Ranked[], judgements: Judgements): Measures | undefined {
  const gains = [...judgements.values()].filter((grade) => grade > 0);
  if (gains.length === 0) return undefined;
  let found = 0;
  let precisions = 0;
  let first = 0;
  let gain = 0;
  const recalled = { 1: 0, 10: 0, 100: 0 };
  ranking.forEach(({ id }, index) => {
    const grade = judgements.get(id) ?? 0;
    if (grade <= 0) return;
    const rank = index + 1;
    found += 1;
    precisions += found / rank;
    first ||= rank;
    if (rank <= 10) gain += grade / Math.log2(rank + 1);
    if (rank <= 1) recalled[1] += 1;
    if (rank <= 10) recalled[10] += 1;
    if (rank <= 100) recalled[100] += 1;
  });
  const ideal = gains
    .sort((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
  return {
    mrr: first === 0 ? 0 : 1 / first,
    map: precisions / gains.length,
    ndcgAt10: gain / ideal,
    recallAt10: recalled[10] / gains.length,
    recallAt100: recalled[100] / gains.length,
    accAt1: recalled[1],
  };
}

/** The mean of each measure over the queries; zeros for no query. */
export function meanMeasures(all: readonly Measures[]): Measures {
  const mean = (measure: keyof Measures) =>
    all.reduce((sum, one) => sum + one[measure], 0) / Math.max(all.length, 1);
  return {
    mrr: mean('mrr'),
    map: mean('map'),
    ndcgAt10: mean('ndcgAt10'),
    recallAt10: mean('recallAt10'),
    recallAt100: mean('recallAt100'),
    accAt1: mean('accAt1'),
  };
}
