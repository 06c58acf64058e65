import ICAL from 'ical.js';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askInProcess } from '../../src/api/index.ts';
import { tandemProgram } from '../../src/cli/index.ts';
import { TEST_MODEL } from '../testkit/settings.ts';

interface Told {
  rankings: { matches: object[] }[];
  chapters: {
    couple: { area: object; worth: { value: number } }[];
    event: {
      first: { value: number; bound: number };
      second: { changes: { changed: number; unavoidable: number } };
      meetings: { state: string; startsAt: string; talent: { name: string }; employer: { id: string } }[];
    };
    delegation: { offer: { milestones: { kind: string }[] }; fees: { fee: string }[] };
  };
}

const folder = mkdtempSync(join(tmpdir(), 'tandem-demo-test-'));
const out = join(folder, 'out');

/** Runs the command as a user does, with what it prints. */
async function demo(...words: string[]): Promise<string> {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    const program = tandemProgram({ serve: async () => {}, openApi: askInProcess });
    await program.parseAsync(['node', 'tandem', 'demo', ...words]);
  } finally {
    spy.mockRestore();
  }
  return printed;
}

describe('tandem demo', () => {
  let told: Told;

  beforeAll(async () => {
    vi.stubEnv('EMBEDDING_MODEL', TEST_MODEL);
    told = JSON.parse(await demo('--json', '--out', out)) as Told;
  }, 240_000);
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  test('ranks from both sides', () => {
    expect(told.rankings).toHaveLength(5);
    for (const { matches } of told.rankings) expect(matches.length).toBeGreaterThan(0);
  });

  test('finds a couple two jobs in one place', () => {
    expect(told.chapters.couple[0]!.worth.value).toBeGreaterThan(0.3);
  });

  test('plans within the bound, puts nobody in two meetings at once, and mends a cancellation', () => {
    const { first, second, meetings } = told.chapters.event;
    expect(first.value).toBeLessThanOrEqual(first.bound + 1e-6);
    const held = meetings.filter(({ state }) => state !== 'CANCELLED');
    const times = held.map(({ startsAt, talent }) => `${startsAt} ${talent.name}`);
    expect(new Set(times).size).toBe(times.length);
    expect(meetings.filter(({ state }) => state === 'CANCELLED')).not.toEqual([]);
    expect(second.changes.changed).toBeGreaterThanOrEqual(second.changes.unavoidable);
  });

  test('interviews the couple at different times', () => {
    const couple = told.chapters.event.meetings.filter(
      ({ state, talent }) => state !== 'CANCELLED' && talent.name.endsWith('Belkacem'),
    );
    expect(new Set(couple.map(({ talent }) => talent.name)).size).toBe(2);
    expect(new Set(couple.map(({ startsAt }) => startsAt)).size).toBe(couple.length);
  });

  test('follows a hire of the delegation to the arrival, and takes fees by size', () => {
    const { offer, fees } = told.chapters.delegation;
    expect(offer.milestones.map(({ kind }) => kind)).toEqual(['OFFER', 'ACCEPTED', 'PERMIT', 'ARRIVAL']);
    expect(new Set(fees.map(({ fee }) => fee))).toEqual(new Set(['CAD 2500', 'CAD 1250']));
  });

  test('leaves agendas that a calendar reads, plans, mails and reports', () => {
    const samira = ICAL.parse(readFileSync(join(out, 'agendas', 'samira-belkacem.ics'), 'utf8'));
    const events = new ICAL.Component(samira as never).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(0);
    for (const name of ['event', 'delegation']) {
      expect(readFileSync(join(out, 'plans', `${name}.html`), 'utf8')).toContain('<!doctype html>');
      expect(readFileSync(join(out, 'plans', `${name}.csv`), 'utf8').split('\n').length).toBeGreaterThan(5);
      expect(
        readFileSync(join(out, 'plans', `${name}.xlsx`))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      expect(() => JSON.parse(readFileSync(join(out, 'reports', `${name}.json`), 'utf8'))).not.toThrow();
    }
    const letters = readdirSync(join(out, 'mails', 'Samira Belkacem'));
    expect(letters.length).toBeGreaterThan(1);
  });

  test('tells whoever travels the time on the clocks of the place, on paper and in letters', () => {
    expect(readFileSync(join(out, 'plans', 'delegation.html'), 'utf8')).toContain(
      '2027-02-08 (America/Sao_Paulo)',
    );
    const folderOf = join(out, 'mails', 'Lucas Almeida');
    const letters = readdirSync(folderOf).map((name) => readFileSync(join(folderOf, name), 'utf8'));
    expect(letters.join('\n')).toContain('Sao_Paulo');
    expect(letters.join('\n')).not.toContain('Toronto');
  });

  test('does not touch a folder that it did not write', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    writeFileSync(join(own, 'letters.txt'), 'mine');
    await expect(demo('--out', own)).rejects.toMatchObject({ code: 'EXCHANGE_OUTPUT_UNWRITABLE' });
    expect(readdirSync(own)).toEqual(['letters.txt']);
  });
});
