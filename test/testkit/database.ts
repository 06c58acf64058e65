import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A dumped PGlite folder with the schema and the queue in it; empty when a server is used. */
    pgliteTemplate: string;
    /** The server given by DATABASE_URL, with the name of the template database there; empty for PGlite. */
    server: { url: string; template: string } | null;
  }
}

/** A database of a test file's own, with the schema in it. */
export interface TestDatabase {
  databaseUrl: string | undefined;
  template: Blob | undefined;
  drop(): Promise<void>;
}

/** Copies the template: a fresh PGlite from the dump, or `CREATE DATABASE … TEMPLATE` on the server. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('server');
  if (!server) {
    const template = new Blob([readFileSync(inject('pgliteTemplate'))]);
    return { databaseUrl: undefined, template, drop: async () => {} };
  }
  const name = `tandem_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server.url, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    databaseUrl: url.href,
    template: undefined,
    drop: () => onServer(server.url, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Runs one statement on the server, outside any test's database. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
