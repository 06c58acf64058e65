import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type GraphQLSchema, type DocumentNode, type ValidationRule } from 'graphql';
import {
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
  type ComplexityEstimator,
} from 'graphql-query-complexity';
import { listCost } from '../graph/index.ts';
import { queryInvalid, queryTooCostly, queryTooDeep } from './api.failures.ts';

/** The deepest query that is answered. */
export const DEEPEST = 12;

/** The costliest: a page of 100 candidates with every field of talent, parts and conditions passes (tested). */
export const COSTLIEST = 12_000;

/** The largest body in bytes: the longest CV (200,000 characters) in any script, with room for the rest. */
export const LARGEST_BODY = 1_000_000;

/** Refuses queries that nest too deep. */
export const depthRule: ValidationRule = maxDepthRule({
  n: DEEPEST,
  ignoreIntrospection: true,
  onReject: [
    (context) => {
      const failure = queryTooDeep({ limit: DEEPEST });
      context?.reportError(new GraphQLError(failure.message, { originalError: failure }));
    },
  ],
  propagateOnRejection: false,
}) as unknown as ValidationRule;

const listEstimator: ComplexityEstimator = (asked) =>
  asked.field.args.some(({ name }) => name === 'first') ? 1 + listCost(asked) : undefined;

/**
 * Refuses queries that cost too much.
 * @throws API_QUERY_TOO_COSTLY, API_QUERY_INVALID for variables that do not fit
 */
export function assertAffordable(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown> = {},
  operationName?: string,
): void {
  const cost = costOf({
    schema,
    query,
    variables,
    ...(operationName === undefined ? {} : { operationName }),
    estimators: [fieldExtensionsEstimator(), listEstimator, simpleEstimator({ defaultComplexity: 1 })],
  });
  if (cost > COSTLIEST) throw queryTooCostly({ cost, limit: COSTLIEST });
}

/** The cost of a query; wrong or missing variables are met here first. */
function costOf(options: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(options);
  } catch (cause) {
    if (cause instanceof GraphQLError) throw queryInvalid({ problem: cause.message }, { cause });
    throw cause;
  }
}

/**
 * Refuses requests with the character U+0000: PostgreSQL keeps it in no text, and would fail over it later.
 * @throws API_QUERY_INVALID
 */
export function assertTexts({ query, variables }: { query?: string; variables?: object }): void {
  // JSON writes the character as an escape, as GraphQL does in a string.
  if (`${query} ${JSON.stringify(variables)}`.includes('\\u0000'))
    throw queryInvalid({ problem: 'A text of the request holds the character U+0000, which no text can' });
}
