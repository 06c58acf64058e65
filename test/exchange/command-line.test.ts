import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTandemDatabase } from '../../src/service.ts';
import { packageFolder } from '../../src/settings.ts';
import { rows, type EntityManager } from '../../src/database/index.ts';
import { buildProgram, type BuiltProgram } from '../testkit/built-program.ts';
import { TEST_MODEL, testDatabase, testSettings, type TestDatabase } from '../testkit/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-exchange-'));
let program: BuiltProgram | undefined;
let database: TestDatabase | undefined;

beforeAll(async () => {
  program = buildProgram('exchange-test');
  database = await testDatabase();
}, 120_000);

afterAll(async () => {
  await database?.drop();
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the command line as a user would, on the data folder. */
function tandem(data: string, ...words: string[]): ChildProcess & { said: { out: string; err: string } } {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [program!.main, ...words], {
    cwd: folder,
    env: {
      ...environment,
      TANDEM_DATA_DIR: data,
      TANDEM_LOG_LEVEL: 'silent',
      EMBEDDING_MODEL: TEST_MODEL,
      ...(database?.databaseUrl ? { DATABASE_URL: database.databaseUrl } : {}),
    },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return Object.assign(child, { said });
}

/** Runs the command to its end. */
async function run(data: string, ...words: string[]) {
  const child = tandem(data, ...words);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...child.said };
}

/** What the database holds, read after the command has let go of it. */
async function stored(data: string) {
  const opened = await openTandemDatabase(testSettings(data, database?.databaseUrl));
  const em = opened.em.fork() as EntityManager;
  const count = async (statement: string) =>
    Number((await rows<{ count: string }>(em, `SELECT count(*) AS count FROM ${statement}`))[0]!.count);
  try {
    return {
      talents: await count(`talents WHERE name LIKE 'Crash %'`),
      names: await count(`(SELECT DISTINCT name FROM talents WHERE name LIKE 'Crash %') AS named`),
      created: await count(
        `audit_records JOIN talents ON talents.id = subject_id WHERE action = 'talent:create' AND name LIKE 'Crash %'`,
      ),
      consents: await count(`consents JOIN talents ON talents.id = subject_id WHERE name LIKE 'Crash %'`),
      withoutCv: await count(`talents WHERE id NOT IN (SELECT id FROM documents)`),
      withoutTalent: await count(`documents WHERE kind = 'CV' AND id NOT IN (SELECT id FROM talents)`),
      progress: await rows<{ records_read: number; accepted: number; refused: number; finished: boolean }>(
        em,
        `SELECT records_read, accepted, refused, finished_at IS NOT NULL AS finished FROM imports WHERE file LIKE '%crash.jsonl'`,
      ),
    };
  } finally {
    await opened.close();
  }
}

const RECORDS = 3000;
const EACH = 10;

/** Three thousand talents, of whom every tenth has no country. */
function crashFile(): string {
  const file = join(folder, 'crash.jsonl');
  const lines = Array.from({ length: RECORDS }, (_, index) =>
    JSON.stringify({
      basics: {
        name: `Crash ${index}`,
        email: `crash${index}@example.org`,
        summary: 'I have worked as a nurse with the emergency ward of a large hospital. '.repeat(5),
        location: index % EACH === 0 ? {} : { countryCode: 'SE' },
      },
      meta: { tandem: { consent: { matching: true, givenAt: '2026-01-01T00:00:00Z' } } },
    }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

describe('an import that is killed', () => {
  const data = join(folder, 'crash');
  let file: string;

  test('goes on when it is started again: every record is there once, and nothing half-written', async () => {
    file = crashFile();
    const refusedFile = `${file}.refused.jsonl`;
    const first = tandem(data, 'import', file, '--no-embed');
    // The file of refused records grows with every batch: killed in the middle of the third tenth or so.
    const begun = Date.now();
    while (first.exitCode === null && Date.now() - begun < 60_000) {
      const lines = existsSync(refusedFile) ? readFileSync(refusedFile, 'utf8').split('\n').length : 0;
      if (lines > (RECORDS / EACH) * 0.25) break;
      await new Promise((soon) => setTimeout(soon, 5));
    }
    expect({ exitCode: first.exitCode, ...first.said }).toMatchObject({ exitCode: null });
    first.kill('SIGKILL');
    await once(first, 'close');
    // A line that a batch had begun to write when it was cut off.
    writeFileSync(refusedFile, '{"refused":{"line":', { flag: 'a' });

    const halfway = await stored(data);
    const [progress] = halfway.progress;
    expect(progress).toMatchObject({ finished: false });
    expect(progress!.records_read).toBeGreaterThan(0);
    expect(progress!.records_read).toBeLessThan(RECORDS);
    expect(halfway).toMatchObject({
      talents: progress!.accepted,
      created: progress!.accepted,
      consents: progress!.accepted,
      withoutCv: 0,
      withoutTalent: 0,
    });

    const second = await run(data, 'import', file, '--no-embed');
    expect(second).toMatchObject({ status: 1 });
    expect(second.out).toContain(`Went on after the ${progress!.records_read} records of an earlier run`);
    const good = RECORDS - RECORDS / EACH;
    expect(await stored(data)).toEqual({
      talents: good,
      names: good,
      created: good,
      consents: good,
      withoutCv: 0,
      withoutTalent: 0,
      progress: [{ records_read: RECORDS, accepted: good, refused: RECORDS / EACH, finished: true }],
    });
    const refused = readFileSync(refusedFile, 'utf8').trim().split('\n');
    expect(refused.map((line) => (JSON.parse(line) as { refused: { line: number } }).refused.line)).toEqual(
      Array.from({ length: RECORDS / EACH }, (_, index) => index * EACH + 1),
    );
  }, 180_000);

  test('does nothing more once it is finished, and says so', async () => {
    const { status, out } = await run(data, 'import', file, '--no-embed');
    expect(out).toContain('imported before');
    expect(status).toBe(1);
  }, 60_000);
});

describe('the commands', () => {
  const data = join(folder, 'commands');
  const resume = (name: string) => ({
    basics: { name, summary: 'A nurse of the emergency ward.', location: { countryCode: 'SE' } },
    meta: { language: 'en', tandem: { id: name, consent: { matching: true, givenAt: '2026-01-01' } } },
  });

  test('import a folder file by file, embed what came, and fail only for what was refused', async () => {
    const place = join(folder, 'several');
    mkdirSync(place);
    writeFileSync(join(place, '1.json'), JSON.stringify([resume('One'), resume('Two')]));
    writeFileSync(join(place, '2.json'), Buffer.from([0, 1, 2]));
    writeFileSync(join(place, '3.jsonl'), `${JSON.stringify(resume('Three'))}\n{"basics": {}}\n`);
    const { status, out, err } = await run(data, 'import', place);
    expect(out).toContain(`${join(place, '1.json')}: 2 accepted, 0 refused.`);
    expect(err).toContain('EXCHANGE_FILE_BINARY');
    expect(out).toContain(`${join(place, '3.jsonl')}:2 basics.name: is missing`);
    expect(out).toMatch(/\d+ documents embedded by tandem-/);
    expect(status).toBe(1);
  }, 90_000);

  test('export what was imported, to a file or to standard output', async () => {
    const out = join(folder, 'out.jsonl');
    const toFile = await run(data, 'export', 'talents', '--out', out);
    expect(toFile).toMatchObject({ status: 0 });
    const toOutput = await run(data, 'export', 'talents', '--format', 'jsonresume');
    expect(toOutput.out).toBe(readFileSync(out, 'utf8'));
    const names = toOutput.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { basics: { name: string } }).basics.name);
    expect(names).toEqual(expect.arrayContaining(['One', 'Two', 'Three']));
    expect((await run(data, 'export', 'roles', '--format', 'jsonresume')).status).toBe(1);
  }, 120_000);

  test('import permit rules and export them, and refuse a file with a line that is none', async () => {
    const starter = join(packageFolder(), 'seeds', 'permit-rules.csv');
    const first = await run(data, 'permits', 'import', starter);
    expect(first).toMatchObject({ status: 0 });
    expect(first.out).toMatch(/permit-rules\.csv: \d+ added, 0 changed, 0 as before\./);
    const out = join(folder, 'rules.csv');
    expect(await run(data, 'permits', 'export', '--out', out)).toMatchObject({ status: 0 });
    writeFileSync(out, readFileSync(out, 'utf8').replace('33390', 'much'));
    const refused = await run(data, 'permits', 'import', out);
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.err).toContain('PERMITS_FILE_INVALID');
    expect(refused.err).toContain('salary_floor');
  }, 120_000);

  test('import what is good with status 0', async () => {
    const file = join(folder, 'good.json');
    writeFileSync(file, JSON.stringify(resume('Four')));
    expect(await run(data, 'import', file, '--no-embed')).toMatchObject({ status: 0 });
  }, 60_000);
});

describe.runIf(inject('server') === null)('two processes on one data folder', () => {
  test('never write together: the second is refused', async () => {
    const data = join(folder, 'shared');
    const file = join(folder, 'shared.json');
    writeFileSync(file, '[]');
    const holder = await openTandemDatabase(testSettings(data));
    try {
      const { status, err } = await run(data, 'import', file);
      expect(err).toContain('DATABASE_FOLDER_IN_USE');
      expect(err).toContain(`process ${process.pid}`);
      expect(status).toBe(1);
    } finally {
      await holder.close();
    }
  }, 60_000);
});
