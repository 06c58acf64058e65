import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** How many items a list gives that is asked for without `first`. */
const USUAL_FIRST = 20;
/** No page is longer. */
const LONGEST_PAGE = 100;

/** A list costs its fields as often as `first` says; where that is no number, as in an identifier, once. */
export function listCost({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const first = Number(args['first'] ?? USUAL_FIRST);
  return childComplexity * (Number.isFinite(first) ? Math.max(1, Math.min(first, LONGEST_PAGE)) : 1);
}

/**
 * What ranking, counting or scoring a whole pool costs beside a field that is read, which is 1: so one request asks for
 * no more of it than takes a second (`npm run bench:ranking`, made to be slow).
 */
export const POOL_COST = 1500;

/** The cost of a list for which a whole pool is ranked. */
export const rankedListCost = (asked: ComplexityEstimatorArgs): number => POOL_COST + listCost(asked);

/** The cost of one answer for which a whole pool is read. */
export const pooledCost = ({ childComplexity }: ComplexityEstimatorArgs): number =>
  POOL_COST + childComplexity;
