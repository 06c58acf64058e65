import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { rows } from '../../src/database/index.ts';
import {
  exportPermitRules,
  importPermitRules,
  permitRulesIn,
  setPermitRule,
} from '../../src/permits/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { useService } from '../testkit/index.ts';
import { ruleInput } from './samples.ts';

const tandem = useService();
const folder = mkdtempSync(join(tmpdir(), 'tandem-permits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rows(tandem.as('operator').em, 'DELETE FROM permit_rules'));

const STARTER = join(packageFolder(), 'seeds', 'permit-rules.csv');
const HEADER =
  'territory,permit,citizenship,salary_floor,currency,period,valid_from,valid_to,source,consulted_on';

/** Imports lines under the header above. */
function importLines(...lines: string[]) {
  const file = join(folder, 'rules.csv');
  writeFileSync(file, `${[HEADER, ...lines].join('\n')}\n`);
  return importPermitRules(tandem.as('operator'), file);
}
const exported = () => exportPermitRules(tandem.as('operator'));
const count = async () => (await exported()).trim().split('\n').length - 1;

describe('the permit rules that come with Tandem', () => {
  test('are read without overlap, and each says what it rests on and when that was read', async () => {
    const lines = readFileSync(STARTER, 'utf8').trim().split('\n').length - 1;
    expect(await importPermitRules(tandem.as('operator'), STARTER)).toEqual({
      added: lines,
      changed: 0,
      unchanged: 0,
    });
    const rules = await permitRulesIn(tandem.as('operator').em, ['SE', 'FR', 'CA', 'FI', 'DK', 'NO', 'DE'], '2020-01-01');
    expect(rules).toHaveLength(lines);
    for (const { source, consultedOn } of rules) {
      expect(source.length).toBeGreaterThan(10);
      expect(consultedOn).toMatch(/^2026-11-/);
    }
  });
});

describe('a file of permit rules', () => {
  test('that was exported gives the same rules in an empty table, and changes nothing in a full one', async () => {
    await importPermitRules(tandem.as('operator'), STARTER);
    const file = join(folder, 'exported.csv');
    const text = await exported();
    writeFileSync(file, text);
    const again = await importPermitRules(tandem.as('operator'), file);
    expect(again).toMatchObject({ added: 0, changed: 0 });
    await rows(tandem.as('operator').em, 'DELETE FROM permit_rules');
    await importPermitRules(tandem.as('operator'), file);
    expect(await exported()).toBe(text);
  });

  test('changes a rule that is there already, known by territory, name, citizenship and first day', async () => {
    await importLines('SE,work permit,THIRD_COUNTRY,28480,SEK,MONTH,2024-06-18,,A law,2026-11-21');
    const result = await importLines(
      'SE,Work permit,THIRD_COUNTRY,28480,SEK,MONTH,2024-06-18,2025-06-16,A law,2026-11-21',
      'SE,Work permit,THIRD_COUNTRY,29680,SEK,MONTH,2025-06-17,,A law,2026-11-21',
    );
    expect(result).toEqual({ added: 1, changed: 1, unchanged: 0 });
    expect(await count()).toBe(2);
  });

  test('may have semicolons, quotes and line breaks in cells, as spreadsheets write them', async () => {
    const file = join(folder, 'semicolons.csv');
    writeFileSync(
      file,
      '\uFEFFterritory;permit;valid_from;source;consulted_on;note\r\nSE;"permit, ""A""";2026-01-01;A law;2026-11-21;"two\r\nlines"\r\n',
    );
    await importPermitRules(tandem.as('operator'), file);
    const [rule] = await permitRulesIn(tandem.as('operator').em, ['SE'], '2026-01-01');
    expect(rule).toMatchObject({ permit: 'permit, "A"', note: 'two\r\nlines', salaryFloor: null });
    expect(await exported()).toContain('"permit, ""A"""');
  });

  test.each([
    [
      'a day that is none',
      ['SE,a,,,,,2026-13-01,,A law,2026-11-21'],
      'line 2: valid_from: is no date such as 2027-02-01',
    ],
    [
      'an amount that is none',
      ['SE,a,,1.000 kr,SEK,MONTH,2026-01-01,,A law,2026-11-21'],
      "line 2: salary_floor: '1.000 kr' is no number such as 29680.50",
    ],
    [
      'an amount without currency',
      ['SE,a,,1000,,MONTH,2026-01-01,,A law,2026-11-21'],
      'line 2: currency: is missing',
    ],
    [
      'a rule twice',
      ['SE,a,,,,,2026-01-01,,A law,2026-11-21', 'SE,A,,,,,2026-01-01,,A law,2026-11-21'],
      'line 3: is the same rule as line 2',
    ],
    ['a cell too few', ['SE,a,,,,,2026-01-01'], 'line 2: Invalid Record Length'],
  ])('with %s is refused whole, with the line and the column', async (_what, lines, problem) => {
    const good = 'FI,fine,,,,,2026-01-01,,A law,2026-11-21';
    const failure = await importLines(...lines, good).catch((cause: unknown) => cause);
    expect(failure).toMatchObject({ code: 'PERMITS_FILE_INVALID' });
    expect((failure as Error).message).toContain(problem);
    expect(await count()).toBe(0);
  });

  test('with an unknown or missing column, or that is no text, is refused', async () => {
    const file = join(folder, 'columns.csv');
    for (const [text, code] of [
      ['territory,permit,valid_from,source,consulted_on,floor\nSE,a,2026-01-01,b,2026-11-21,1\n', 'INVALID'],
      ['territory,permit,source,consulted_on\nSE,a,b,2026-11-21\n', 'INVALID'],
      [Buffer.from([0xff, 0xfe, 0x00]), 'UNREADABLE'],
    ] as const) {
      writeFileSync(file, text);
      await expect(importPermitRules(tandem.as('operator'), file)).rejects.toMatchObject({
        code: `PERMITS_FILE_${code}`,
      });
    }
    await expect(importPermitRules(tandem.as('operator'), join(folder, 'nowhere.csv'))).rejects.toMatchObject(
      { code: 'PERMITS_FILE_UNREADABLE' },
    );
  });

  test('that would leave two rules in force at a time is refused whole', async () => {
    await setPermitRule(tandem.as('operator'), ruleInput());
    await expect(
      importLines('NO,a,,,,,2026-01-01,,A law,2026-11-21', 'SE,work permit,,,,,2026-06-01,,A law,2026-11-21'),
    ).rejects.toMatchObject({ code: 'PERMITS_OVERLAP' });
    expect(await count()).toBe(1);
  });

  test('that was exported before somebody changed a rule is refused: no update is lost', async () => {
    const { id } = await setPermitRule(tandem.as('operator'), ruleInput());
    const file = join(folder, 'stale.csv');
    writeFileSync(file, (await exported()).replace('30000.5', '31000'));
    await setPermitRule(tandem.as('operator'), ruleInput({ note: 'checked' }), { id, version: 1 });
    await expect(importPermitRules(tandem.as('operator'), file)).rejects.toMatchObject({
      code: 'DATABASE_CHANGED_MEANWHILE',
    });
  });

  test('is imported by operators only, and exported by everyone', async () => {
    await expect(importPermitRules(tandem.as('organiser'), STARTER)).rejects.toMatchObject({
      code: 'ACCESS_FORBIDDEN',
    });
    expect(await exportPermitRules(tandem.as('talent'))).toContain('territory,');
    await expect(exportPermitRules(tandem.as('anonymous'))).rejects.toMatchObject({
      code: 'ACCESS_UNAUTHENTICATED',
    });
  });
});
