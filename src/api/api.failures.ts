import { defineFailure } from '../kernel/index.ts';

export const queryInvalid = defineFailure<{ problem: string }>({
  code: 'API_QUERY_INVALID',
  status: 400,
  message: ({ problem }) => problem,
  remedy:
    'Compare the query with schema/schema.graphql, or write it in GraphiQL, which completes and checks it.',
});

export const queryTooDeep = defineFailure<{ limit: number }>({
  code: 'API_QUERY_TOO_DEEP',
  status: 400,
  message: ({ limit }) => `The query nests deeper than ${limit} levels`,
  remedy: 'Ask for less at a time.',
});

export const queryTooCostly = defineFailure<{ cost: number; limit: number }>({
  code: 'API_QUERY_TOO_COSTLY',
  status: 400,
  message: ({ cost, limit }) => `The query costs ${cost}; ${limit} is the most`,
  remedy: 'Ask for smaller pages or fewer fields: each field costs 1, a list as often as `first` says.',
});

export const bodyTooLarge = defineFailure<{ limit: number }>({
  code: 'API_BODY_TOO_LARGE',
  status: 413,
  message: ({ limit }) => `The request is larger than ${limit} bytes`,
  remedy: 'Send texts one at a time, and large amounts with `tandem import`.',
});

export const tooManyRequests = defineFailure<{ limit: number }>({
  code: 'API_TOO_MANY_REQUESTS',
  status: 429,
  message: ({ limit }) => `More than ${limit} requests within a minute`,
  remedy: 'Wait for the number of seconds in the header `retry-after`.',
});

export const unexpected = defineFailure<{ reference: string }>({
  code: 'API_UNEXPECTED',
  status: 500,
  message: ({ reference }) => `Something went wrong here (reference ${reference})`,
  remedy: 'Try again; if it stays, give the reference to the operator, who finds the cause in the log.',
});
