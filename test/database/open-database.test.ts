import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lockFolder, rows, type EntityManager } from '../../src/database/index.ts';
import { openTandemDatabase } from '../../src/service.ts';
import { testSettings, useService } from '../testkit/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Another process that takes the folder, says so, and holds it. */
async function otherHolder(then = ''): Promise<{ pid: number; kill: () => Promise<void> }> {
  const source = join(import.meta.dirname, '../../src/database/folder-lock.ts');
  const child = spawn(process.execPath, [
    '--expose-gc',
    '--input-type=module',
    '--eval',
    `import { lockFolder } from ${JSON.stringify(source)}; lockFolder(${JSON.stringify(folder)}); ${then}; console.log('held'); setInterval(() => {}, 1000);`,
  ]);
  await new Promise<void>((held, failed) => {
    child.stdout.once('data', () => held());
    child.once('exit', () => failed(new Error('the other process ended')));
  });
  return {
    pid: child.pid!,
    kill: () =>
      new Promise((gone) => {
        child.once('exit', () => gone());
        child.kill('SIGKILL');
      }),
  };
}

describe('a data folder', () => {
  test('belongs to one process: a second is refused and told who holds it', async () => {
    const other = await otherHolder();
    expect(() => lockFolder(folder)).toThrowError(
      expect.objectContaining({
        code: 'DATABASE_FOLDER_IN_USE',
        message: expect.stringContaining(`process ${other.pid}`),
      }),
    );
    await other.kill();
  });

  test('stays taken however long its process runs and collects its garbage', async () => {
    const other = await otherHolder('for (let n = 0; n < 5; n += 1) globalThis.gc()');
    expect(() => lockFolder(folder)).toThrowError(
      expect.objectContaining({ code: 'DATABASE_FOLDER_IN_USE' }),
    );
    await other.kill();
  });

  test('is free again at once when its process is killed', async () => {
    const other = await otherHolder();
    await other.kill();
    expect(() => lockFolder(folder).release()).not.toThrow();
  });

  test('is free again when it is released', () => {
    lockFolder(folder).release();
    expect(() => lockFolder(folder).release()).not.toThrow();
  });
});

test('a schema that is too old is refused by the names of what it lacks, where migrating at start is off', async () => {
  const settings = { ...testSettings(folder), migrate: false };
  await expect(openTandemDatabase(settings, { inMemory: true })).rejects.toMatchObject({
    code: 'DATABASE_MIGRATIONS_PENDING',
    message: expect.stringContaining('20261121-first-schema'),
  });
});

test('a server that does not answer is a clear failure', async () => {
  const settings = testSettings(folder, 'postgresql://nobody:secret@127.0.0.1:1/none');
  const failure = await openTandemDatabase(settings).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  expect(String(failure)).not.toContain('secret');
});

describe('transactions', () => {
  const tandem = useService();
  const insert = (em: EntityManager, id: string) =>
    rows(em, `INSERT INTO embedding_models (id, dimensions, reading, state) VALUES (?, 3, '', 'RETIRED')`, [
      id,
    ]);
  const count = async (em: EntityManager) =>
    Number(
      (await rows<{ n: unknown }>(em, `SELECT count(*) AS n FROM embedding_models WHERE dimensions = 3`))[0]!
        .n,
    );
  const ids = ['a', 'b', 'c'];

  test('side by side stand or fall each alone, also on the one connection of the embedded engine', async () => {
    const { em } = tandem.as('operator');
    const results = await Promise.allSettled(
      ids.map((id, index) =>
        em.fork().transactional(async (inside) => {
          await insert(inside as EntityManager, id);
          if (index === 1) throw new Error('this one falls');
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await count(em)).toBe(2);
  });

  test('are not seen from outside before they are committed', async () => {
    const { em } = tandem.as('operator');
    const before = await count(em);
    let seen: Promise<number> | undefined;
    await em.fork().transactional(async (inside) => {
      await insert(inside as EntityManager, ids[1]!);
      seen = count(em);
      await new Promise((pause) => setTimeout(pause, 50));
    });
    // A server answers at once, from before the commit; the one connection waits for it.
    expect(await seen).toBe(tandem.service.database.engine === 'postgresql' ? before : before + 1);
    expect(await count(em)).toBe(before + 1);
  });
});

test('a statement with too few parameters is a defect that says so', async () => {
  const service = await openTandemDatabase(testSettings(folder), { inMemory: true });
  await expect(rows(service.em.fork() as EntityManager, 'SELECT ?, ?', [1])).rejects.toThrow(
    '2 places for 1',
  );
  await service.close();
});
