import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import '../src/api/index.ts';
import '../src/cli/index.ts';
import { failureRegister } from '../src/kernel/index.ts';
import { packageFolder } from '../src/settings.ts';

/** Rows of the table in docs/errors.md: `| CODE | status | what to do |`. */
const documented = new Map(
  readFileSync(join(packageFolder(), 'docs', 'errors.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const cells = /^\| `([A-Z0-9_]+)` \| (\d{3}) \| (.+) \|$/.exec(line);
      return cells ? [[cells[1]!, { status: Number(cells[2]), remedy: cells[3]! }] as const] : [];
    }),
);

test('docs/errors.md names every failure with its status and remedy, and no other', () => {
  const register = [...failureRegister()].map(([code, { status, remedy }]) => [code, { status, remedy }]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(register));
});

test('codes begin with the room that they come from', () => {
  for (const code of failureRegister().keys()) expect(code).toMatch(/^[A-Z]+(_[A-Z0-9]+)+$/);
});
