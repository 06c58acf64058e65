import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Failure } from '../kernel/index.ts';
import { queryInvalid, unexpected } from './api.failures.ts';

/** What a client reads of a failure, beside its message. */
export interface FailureExtensions {
  code: string;
  /** Where in the input, when the input was wrong. */
  path: readonly (string | number)[];
  remedy: string;
  status: number;
  [extension: string]: unknown;
}

/** The failure behind an error, however deep the layers in between have wrapped it. */
export function failureOf(error: unknown): Failure | null {
  for (let cause = error; cause instanceof Error;) {
    if (cause instanceof Failure) return cause;
    cause = cause instanceof GraphQLError ? cause.originalError : cause.cause;
  }
  return null;
}

/**
 * What the client is told. Failures speak for themselves; mistakes in the query keep their message; anything
 * else is a defect, of which only a reference leaves the house: the log has the cause.
 */
export function translateFailure(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const failure = failureOf(error) ?? ofQuery(formatted, error) ?? defect(error, log);
  const extensions: FailureExtensions = {
    code: failure.code,
    path: failure.path,
    remedy: failure.remedy,
    status: failure.status,
  };
  return {
    message: failure.message,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions,
  };
}

/** Codes that Apollo gives to what the client got wrong in the query itself. */
const QUERY_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
]);

function ofQuery(formatted: GraphQLFormattedError, error: unknown): Failure | null {
  const code = formatted.extensions?.['code'];
  if (typeof code !== 'string' || !QUERY_CODES.has(code)) return null;
  return queryInvalid({ problem: formatted.message }, { cause: error });
}

function defect(error: unknown, log: Logger): Failure {
  const reference = randomUUID();
  log.error({ err: error, reference }, 'a request failed unexpectedly');
  return unexpected({ reference }, { cause: error });
}
