import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** How many items a list gives that is asked for without `first`. */
const USUAL_FIRST = 20;
/** No page is longer. */
const LONGEST_PAGE = 100;

/** A list costs its fields as often as `first` says. */
export const listCost = ({ args, childComplexity }: ComplexityEstimatorArgs): number =>
  childComplexity * Math.max(1, Math.min(Number(args['first'] ?? USUAL_FIRST), LONGEST_PAGE));

/**
 * What ranking, counting or scoring a whole pool costs beside a field that is read, which is 1: with 32,000 talents it
 * takes XXX ms, and a request that may cost 12,000 asks for at most a second of it.
 */
export const POOL_COST = 1500;

/** The cost of a list for which a whole pool is ranked. */
export const rankedListCost = (asked: ComplexityEstimatorArgs): number => POOL_COST + listCost(asked);

/** The cost of one answer for which a whole pool is read. */
export const pooledCost = ({ childComplexity }: ComplexityEstimatorArgs): number =>
  POOL_COST + childComplexity;
