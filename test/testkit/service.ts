import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { mintDevelopmentToken, type Actor } from '../../src/access/index.ts';
import { startApi, type Api } from '../../src/api/index.ts';
import type { EntityManager } from '../../src/database/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { startService, tokenOptions, type Service, type ServiceContext } from '../../src/service.ts';
import type { Settings } from '../../src/settings.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { testSettings } from './settings.ts';

/** The instant at which every test takes place, unless it says otherwise. */
export const NOW = new Date('2026-11-21T12:00:00Z');

/** A running Tandem on a database of its own, for the tests of one file. */
export interface TestService {
  readonly service: Service;
  /** What a use case is given, for this actor. */
  as(kind: Actor['kind'], who?: Partial<Actor>): ServiceContext;
  /** Reads whatever waits, as the background job would. */
  embedAll(): Promise<void>;
}

/** Starts Tandem before the file's tests and stops it after them. Background work runs only when asked for. */
export function useService(
  options: { settings?: Partial<Settings>; work?: boolean; clock?: () => Date } = {},
): TestService {
  let service: Service | undefined;
  let database: TestDatabase | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  beforeAll(async () => {
    database = await testDatabase();
    service = await startService(
      { ...testSettings(folder, database.databaseUrl), ...options.settings },
      {
        clock: options.clock ?? (() => NOW),
        inMemory: true,
        work: options.work ?? false,
        ...(database.template ? { template: database.template } : {}),
      },
    );
  });
  afterAll(async () => {
    await service?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get service() {
      return service!;
    },
    as: (kind, who = {}) => service!.contextFor({ id: newId(), ...who, kind }),
    embedAll: async () => {
      await service!.readTexts(service!.database.em.fork() as EntityManager);
    },
  };
}

/** The answer to a GraphQL request, as it came over HTTP. */
export interface Answer<Data> {
  status: number;
  data: Data;
  errors?: {
    message: string;
    path?: unknown;
    extensions: { code: string; path: unknown[]; remedy: string };
  }[];
}

/** Whatever answers queries: a Tandem in this process, or in one of its own. */
export type Asked = Pick<TestApi, 'ask'>;

/** A Tandem that listens, asked over HTTP. */
export interface TestApi extends TestService {
  readonly url: string;
  /** A development token of the actor. */
  tokenFor(actor: Actor): Promise<string>;
  /** Sends a query as the actor; `null` sends no token. */
  ask<Data = Record<string, never>>(
    actor: Actor | null,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
}

/** Sends a query to a server, with a token or without one. */
export async function askAt<Data>(
  url: string,
  token: string | null,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as object) } as never;
}

/** As `useService`, with the API listening on a free port. */
export function useApi(options: Parameters<typeof useService>[0] = {}): TestApi {
  const started = useService(options);
  let api: Api | undefined;
  beforeAll(async () => {
    api = await startApi(started.service);
  });
  afterAll(() => api?.close());
  // Tokens are checked against the real time, whatever the test's clock says.
  const tokenFor = (actor: Actor) =>
    mintDevelopmentToken(tokenOptions(started.service.settings), actor, new Date());
  return {
    get service() {
      return started.service;
    },
    get url() {
      return api!.url;
    },
    as: started.as,
    embedAll: started.embedAll,
    tokenFor,
    async ask(actor, query, variables = {}) {
      return askAt(api!.url, actor && (await tokenFor(actor)), query, variables);
    },
  };
}
