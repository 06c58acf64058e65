import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, readSources } from '../tools/ladder/read.ts';
import { checkLadder, describeViolation, LADDER } from '../tools/ladder/rules.ts';

const REPOSITORY = join(import.meta.dirname, '..');

/** What the ladder says to one file: `line: what is wrong: what to do` for each violation. */
const verdict = (path: string, text: string): string[] =>
  checkLadder([readSource(path, text)]).map((each) => describeViolation(each).replace(`${path}:`, ''));

const importing = (path: string, specifier: string): string[] =>
  verdict(path, `import { a } from '${specifier}';\n`);

describe('the ladder', () => {
  it('lets a room import from the doors of lower rooms, from itself and from packages', () => {
    const text = [
      "import { Failure } from '../kernel/index.ts';",
      "import type { Talent } from '../talents/index.ts';",
      "import { fuse } from './fusion/fuse.ts';",
      "import { sql } from '@mikro-orm/postgresql';",
      "import { readFile } from 'node:fs/promises';",
    ].join('\n');
    expect(verdict('src/matching/rank.ts', text)).toEqual([]);
    expect(importing('src/matching/fusion/fuse.ts', '../index.ts')).toEqual([]);
  });

  it('refuses an import from a higher room', () => {
    expect(importing('src/talents/talent.entity.ts', '../shortlists/index.ts')).toEqual([
      '1: talents (rung 5) imports shortlists (rung 8), up the ladder: move what both need to a lower room, or let shortlists do this and call talents',
    ]);
  });

  it('refuses an import from a neighbour on the same rung', () => {
    expect(importing('src/roles/open-role.ts', '../talents/index.ts')).toEqual([
      '1: roles imports talents, its neighbour on rung 5: take it as an argument, or move what both need to a lower room',
    ]);
  });

  it('refuses an import past the door, from however deep a folder', () => {
    expect(importing('src/matching/stages/score.ts', '../../talents/talent.entity.ts')).toEqual([
      '1: matching imports src/talents/talent.entity.ts, past the door of talents: export what is needed from src/talents/index.ts and import that',
    ]);
    expect(importing('src/matching/score.ts', '../talents')).toHaveLength(1);
    expect(importing('src/matching/score.ts', '../talents/cv/index.ts')).toHaveLength(1);
  });

  it('lets nobody import api or cli, not even each other', () => {
    const [toApi] = importing('src/cli/serve.ts', '../api/index.ts');
    expect(toApi).toContain('cli imports api, which nothing but src/service.ts and src/main.ts may');
    expect(importing('src/api/context.ts', '../cli/index.ts')).toHaveLength(1);
    expect(importing('src/metrics/funnel.ts', '../api/index.ts')).toHaveLength(1);
  });

  it('judges every way of naming a module alike, and says on which line', () => {
    const text = [
      "import type { A } from '../api/index.ts';",
      "export { b } from '../api/index.ts';",
      "export type * from '../api/index.ts';",
      "const c = await import('../api/index.ts');",
      'const d = import(`../api/index.ts`);',
      "type E = import('../api/index.ts').E;",
      "const worker = new Worker(new URL('../api/worker.ts', import.meta.url));",
      "const f = require('../api/index.ts');",
      "import '../api/index.ts';",
    ].join('\n');
    const lines = verdict('src/planner/plan.ts', text).map((each) => Number.parseInt(each, 10));
    expect(lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('refuses an import whose module is computed', () => {
    expect(verdict('src/database/driver.ts', 'export const load = (name: string) => import(name);')).toEqual([
      '1: imports a module whose name is computed, which the ladder cannot judge: name the module in quotes',
    ]);
  });

  it('asks for a rung once for an unknown folder, and does not blame its importers', () => {
    const files = [
      readSource('src/api/schema.ts', "import { pay } from '../payments/index.ts';"),
      readSource('src/payments/index.ts', "export { pay } from './pay.ts';"),
      readSource('src/payments/pay.ts', 'export const pay = 1;'),
    ];
    expect(checkLadder(files).map(describeViolation)).toEqual([
      'src/payments/index.ts:1: src/payments is not on the ladder: give it a rung in tools/ladder/rules.ts, or move its files into a room',
    ]);
  });

  it('names every room once', () => {
    const rooms = LADDER.flat();
    expect(new Set(rooms).size).toBe(rooms.length);
  });
});

describe('the wiring', () => {
  it('reaches every door, and migrations', () => {
    const text = LADDER.flat().map((room) => `import { a } from './${room}/index.ts';`);
    expect(verdict('src/service.ts', [...text, "import '../migrations/index.ts';"].join('\n'))).toEqual([]);
    expect(importing('src/main.ts', './service.ts')).toEqual([]);
  });

  it('goes through doors as rooms do', () => {
    expect(importing('src/service.ts', './talents/talent.entity.ts')[0]).toContain(
      'past the door of talents',
    );
  });

  it('has settings that know only the kernel', () => {
    expect(importing('src/settings.ts', './kernel/index.ts')).toEqual([]);
    expect(importing('src/settings.ts', './database/index.ts')).toEqual([
      '1: settings.ts imports database: it may import only kernel; hand the value over in src/service.ts',
    ]);
    expect(importing('src/settings.ts', './service.ts')).toHaveLength(1);
  });

  it('is imported by no room but api and cli, and main.ts by none', () => {
    expect(importing('src/api/context.ts', '../service.ts')).toEqual([]);
    expect(importing('src/cli/doctor.ts', '../settings.ts')).toEqual([]);
    expect(importing('src/jobs/queue.ts', '../settings.ts')).toEqual([
      '1: jobs imports src/settings.ts, which wires the rooms: take what is needed as an argument, and pass it in src/service.ts',
    ]);
    expect(importing('src/cli/serve.ts', '../main.ts')).toHaveLength(1);
  });

  it('is three files; any other directly in src belongs in a room', () => {
    expect(verdict('src/helpers.ts', '')).toEqual([
      '1: helpers.ts stands in no room: move it into one; directly in src/ stand only service.ts, main.ts, settings.ts',
    ]);
  });
});

describe('the folders beside src', () => {
  it('are not imported by rooms, but seeds by cli', () => {
    expect(importing('src/cli/seed.ts', '../../seeds/quebec-mission.ts')).toEqual([]);
    expect(importing('src/talents/talent.ts', '../../test/testkit/cast.ts')).toEqual([
      '1: talents imports test/testkit/cast.ts from outside src: move what the program needs into a room; test/ uses src, never the reverse',
    ]);
    expect(importing('src/database/migrate.ts', '../../migrations/first.ts')[0]).toContain(
      'only service.ts may',
    );
    expect(importing('src/main.ts', '../seeds/cast.ts')).toHaveLength(1);
  });

  it('may hold data that a room reads', () => {
    expect(importing('src/api/version.ts', '../../package.json')).toEqual([]);
  });
});

describe('the environment', () => {
  it('is read by settings.ts', () => {
    expect(verdict('src/settings.ts', 'export const port = process.env.PORT;')).toEqual([]);
  });

  it.each([
    'export const port = process.env.PORT;',
    "export const port = process['env'].PORT;",
    'export const port = globalThis.process.env.PORT;',
    'export const { env } = process;',
    "import { env } from 'node:process';",
  ])('is read nowhere else: %s', (text) => {
    for (const path of ['src/database/connect.ts', 'src/service.ts'])
      expect(verdict(path, text)).toEqual([
        '1: reads process.env: add the setting to src/settings.ts and take its value as an argument',
      ]);
  });

  it('is not every property called env', () => {
    expect(
      verdict('src/api/context.ts', 'export const read = (job: Job) => job.env; process.exit();'),
    ).toEqual([]);
  });
});

describe('a door', () => {
  it('has named exports only', () => {
    const text = "export * from './a.ts';\nexport default 1;\nexport { c as default } from './c.ts';\n";
    expect(verdict('src/events/index.ts', text)).toEqual([
      '1: the door exports *: name each export, so that a reader sees what the room offers',
      '2: the door has a default export: give the export a name',
      '3: the door has a default export: give the export a name',
    ]);
    expect(verdict('src/events/live-day.ts', text)).toEqual([]);
  });
});

describe('check-ladder.ts', () => {
  it('reports a file that does not parse', () => {
    expect(verdict('src/kernel/clock.ts', '\nconst = 1;')[0]).toContain('2: is not valid TypeScript');
  });

  it('finds nothing wrong with this repository', () => {
    expect(checkLadder(readSources(REPOSITORY)).map(describeViolation)).toEqual([]);
  });

  it('exits with 1 and names the place when a tree breaks a rule', () => {
    const root = mkdtempSync(join(tmpdir(), 'ladder-'));
    try {
      const file = join(root, 'src/kernel/clock.ts');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "\nexport * from '../jobs/index.ts';\n");
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(REPOSITORY, 'tools/check-ladder.ts'), root],
        { encoding: 'utf8' },
      );
      expect({ status, stderr }).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('src/kernel/clock.ts:2: kernel (rung 0) imports jobs (rung 2)'),
      });
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
