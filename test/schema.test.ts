import { pgDump } from '@electric-sql/pglite-tools/pg_dump';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tandemSchema } from '../src/api/index.ts';
import type { EntityManager } from '../src/database/index.ts';
import { adoptModel } from '../src/documents/index.ts';
import { diagramOf, lifeRegister } from '../src/lives/index.ts';
import { openTandemDatabase } from '../src/service.ts';
import { testSettings } from './testkit/index.ts';

describe('what is generated is that of the code (renew them with `npm run schema`)', () => {
  test('schema/schema.graphql', async () => {
    const schema = printSchema(lexicographicSortSchema(await tandemSchema()));
    await expect(`${schema}\n`).toMatchFileSnapshot('../schema/schema.graphql');
  });

  test('docs/states.md', async () => {
    const head =
      '# States\n\nEvery state and every move of what lives in Tandem. Made from the code by `npm run schema`.\n\n';
    const lives = lifeRegister().toSorted((a, b) => (a.title < b.title ? -1 : 1));
    await expect(head + lives.map(diagramOf).join('\n')).toMatchFileSnapshot('../docs/states.md');
  });

  test('schema/database.sql', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-schema-'));
    // Always the embedded engine, whatever the suite runs on: the file is one engine's spelling.
    const database = await openTandemDatabase(testSettings(folder), { inMemory: true });
    try {
      // The indexes of vectors are made for a model when it first serves: here for one of 384 dimensions.
      await adoptModel(database.em.fork() as EntityManager, { id: 'a-model', dimensions: 384 });
      const dump = await pgDump({
        pg: database.pglite!,
        args: ['--schema-only', '--no-owner', '--exclude-table=migrations'],
      });
      const sql = (await dump.text())
        .split('\n')
        .filter((line) => !/^(--|SET |SELECT pg_catalog\.set_config|\\(un)?restrict)/.test(line))
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      await expect(`${sql}\n`).toMatchFileSnapshot('../schema/database.sql');
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
    // Migrations and a dump by WebAssembly: 8 s alone, 38 s on a machine with ten other suites on it.
  }, 120_000);
});
