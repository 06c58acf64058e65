import { inTrecOrder, meanMeasures, measuresOf, type Measures, type Ranked } from './measures.ts';
import type { JudgedSet } from './judged-set.ts';

/** Documents kept of each ranking: what stands below changes no mean by more than a thousandth. */
export const DEPTH = 1000;

/** How well a set was ranked. */
export interface Evaluation {
  documents: number;
  queries: number;
  /** Queries that count: those with a relevant document. */
  judged: number;
  measures: Measures;
}

/** Ranks the documents for a query of the set, given its position; at most `DEPTH` of them, in any order. */
export type Ranker = (queries: readonly number[]) => Promise<readonly (readonly Ranked[])[]>;

export interface EvaluationOptions {
  /** Told how many queries have been ranked. */
  progress?: (done: number, total: number) => void;
  /** Given each ranking in the order of the queries. */
  record?: (query: string, ranking: readonly Ranked[]) => Promise<void>;
}

/** Queries ranked together. */
const PORTION = 64;

/**
 * Ranks the documents for every query and takes the means over the queries that have a relevant document. The
 * other queries are ranked too when rankings are recorded: a run is complete.
 */
export async function evaluate(
  set: JudgedSet,
  rank: Ranker,
  { progress, record }: EvaluationOptions = {},
): Promise<Evaluation> {
  const isJudged = ({ id }: { id: string }) =>
    [...(set.judgements.get(id)?.values() ?? [])].some((grade) => grade > 0);
  const positions = [...set.queries.keys()].filter((query) => record || isJudged(set.queries[query]!));
  const measured: Measures[] = [];
  for (let from = 0; from < positions.length; from += PORTION) {
    const portion = positions.slice(from, from + PORTION);
    const rankings = await rank(portion);
    for (const [index, query] of portion.entries()) {
      const { id } = set.queries[query]!;
      const ranking = rankings[index]!.toSorted(inTrecOrder);
      const measures = measuresOf(ranking, set.judgements.get(id) ?? new Map());
      if (measures) measured.push(measures);
      await record?.(id, ranking);
    }
    progress?.(Math.min(from + PORTION, positions.length), positions.length);
  }
  return {
    documents: set.corpus.length,
    queries: set.queries.length,
    judged: measured.length,
    measures: meanMeasures(measured),
  };
}
