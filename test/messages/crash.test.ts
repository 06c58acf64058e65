import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows, type Database, type EntityManager } from '../../src/database/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { openTandemDatabase } from '../../src/service.ts';
import { NOW, testDatabase, testSettings, type TestDatabase } from '../testkit/index.ts';
import { note } from './note.ts';

const MESSAGES = 400;
const folder = mkdtempSync(join(tmpdir(), 'tandem-crash-'));
const outbox = join(folder, 'outbox');
let server: TestDatabase;

const opened = (): Promise<Database> => openTandemDatabase(testSettings(folder, server.databaseUrl));

beforeAll(async () => {
  server = await testDatabase();
  const database = await opened();
  const ids = Array.from({ length: MESSAGES }, () => newId());
  await rows(
    database.em.fork() as EntityManager,
    `INSERT INTO messages (id, recipient_kind, recipient_id, template, parameters, change, state, announced_at)
     SELECT id, 'talent', id, ?, ?::jsonb, 'note', 'WAITING', ? FROM unnest(?::uuid[]) AS id`,
    [note.name, JSON.stringify({ title: 'the mission' }), NOW, ids],
  );
  await database.close();
});
afterAll(async () => {
  await server.drop();
  rmSync(folder, { recursive: true, force: true });
});

const files = () => (existsSync(outbox) ? readdirSync(outbox) : []);

/** Delivers in a process of its own, until it is done or so many files are there. */
async function deliver(minutes: number, killAt = Infinity): Promise<number | null> {
  const now = new Date(NOW.getTime() + minutes * 60_000).toISOString();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'deliver-process.ts'), folder, server.databaseUrl ?? '-', outbox, now],
    { stdio: 'inherit' },
  );
  const watch = setInterval(() => {
    if (files().length >= killAt) child.kill('SIGKILL');
  }, 1);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  return status;
}

test('killed in the middle, delivery loses no message and leaves no file twice', async () => {
  for (const [time, killAt] of [60, 140, 260].entries()) {
    expect(await deliver(time * 3, killAt)).toBeNull();
    expect(files().length).toBeLessThan(MESSAGES);
  }
  expect(await deliver(9)).toBe(0);
  const database = await opened();
  const stored = await rows<{ id: string; state: string }>(
    database.em.fork() as EntityManager,
    'SELECT id, state FROM messages',
  );
  await database.close();
  expect(stored.every(({ state }) => state === 'SENT')).toBe(true);
  expect(files().sort()).toEqual(stored.map(({ id }) => `${id}.eml`).sort());
  for (const name of files()) expect(readFileSync(join(outbox, name), 'utf8')).toMatch(/Tandem\r\n$/);
}, 120_000);
