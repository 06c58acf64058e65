import { graphql } from 'graphql';
import type { ServiceContext } from '../service.ts';
import { tandemSchema } from './build-schema.ts';
import { failureOf } from './translate-failure.ts';

/** Answers a query as the API does for the actor of the context. @throws the failure of the first field that fails */
export type AskInProcess = (
  context: ServiceContext,
  query: string,
  variables?: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

/** The API without HTTP, for a program in which the service runs: the same fields, permissions and audit. */
export async function askInProcess(): Promise<AskInProcess> {
  const schema = await tandemSchema();
  return async (contextValue, source, variableValues = {}) => {
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
    if (errors) throw failureOf(errors[0]) ?? errors[0]!;
    return data as Record<string, unknown>;
  };
}
