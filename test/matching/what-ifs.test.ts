import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_LEVELS } from '../../src/kernel/index.ts';
import { judge } from '../../src/matching/conditions/index.ts';
import { monthsLater, relaxations } from '../../src/matching/what-ifs/relaxations.ts';
import type { Role } from '../../src/roles/index.ts';
import type { Talent } from '../../src/talents/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const roleOf = (facts: Partial<Role>): Role =>
  ({
    country: 'SE',
    region: null,
    workingLanguages: {},
    englishAccepted: false,
    startBy: null,
    permitSupport: null,
    licenceProfession: null,
    licenceTerritory: null,
    licenceNeeded: null,
    engagement: 'PERMANENT',
    occupation: null,
    salaryMin: null,
    salaryMax: null,
    salaryCurrency: null,
    salaryPeriod: null,
    ...facts,
  }) as Role;
const told = (facts: Partial<Role>) =>
  relaxations(roleOf(facts)).map(({ code, language, from, to }) => ({ code, language, from, to }));

describe('what a role could ask less of', () => {
  test('is nothing where it asks nothing', () => {
    expect(told({})).toEqual([]);
  });

  test('is a working language by one or two levels, or wholly, or English in its place', () => {
    expect(told({ workingLanguages: { sv: 'B2' } })).toEqual([
      { code: 'LANGUAGE_LEVEL_LOWER', language: 'sv', from: 'B2', to: 'B1' },
      { code: 'LANGUAGE_LEVEL_LOWER', language: 'sv', from: 'B2', to: 'A2' },
      { code: 'LANGUAGE_NOT_NEEDED', language: 'sv', from: 'B2', to: null },
      { code: 'ENGLISH_ACCEPTED', language: 'en', from: null, to: 'B2' },
    ]);
    expect(told({ workingLanguages: { sv: 'A1' }, englishAccepted: true })).toEqual([
      { code: 'LANGUAGE_NOT_NEEDED', language: 'sv', from: 'A1', to: null },
    ]);
  });

  test('is the permit, the licence, the region and the start, where they are asked', () => {
    expect(
      told({
        permitSupport: false,
        licenceProfession: '2221',
        licenceTerritory: 'SE',
        licenceNeeded: 'HELD',
        region: 'SE-AC',
        startBy: '2026-11-30',
      }),
    ).toEqual([
      { code: 'PERMIT_SUPPORTED', language: null, from: null, to: null },
      { code: 'LICENCE_OBTAINABLE', language: null, from: 'HELD', to: 'OBTAINABLE' },
      { code: 'WHOLE_COUNTRY', language: null, from: 'SE-AC', to: 'SE' },
      { code: 'START_LATER', language: null, from: '2026-11-30', to: '2027-02-28' },
    ]);
    expect(told({ permitSupport: true, licenceNeeded: 'OBTAINABLE' })).toEqual([]);
  });

  test('never fails anybody of its own condition who did not fail it before', () => {
    const level = fc.constantFrom(...LANGUAGE_LEVELS);
    const languages = fc.dictionary(fc.constantFrom('sv', 'fr', 'en'), level);
    const place = {
      country: fc.constantFrom('SE', 'CA'),
      region: fc.option(fc.constantFrom('SE-AC', 'SE-AB', 'CA-QC')),
    };
    const roles = fc.record({
      ...place,
      workingLanguages: languages,
      englishAccepted: fc.boolean(),
      startBy: fc.option(fc.constantFrom('2027-01-01', '2027-06-30')),
      permitSupport: fc.option(fc.boolean()),
    });
    const talents = fc.record({
      ...place,
      languages,
      earliestStart: fc.option(fc.constantFrom('2027-02-01', '2027-09-30')),
      relocate: fc.option(fc.boolean()),
      citizenship: fc.constantFrom('EU_EEA_SWISS' as const, 'THIRD_COUNTRY' as const),
      rightToWorkIn: fc.constant([]),
      licences: fc.constant([]),
    });
    const circumstances = { today: '2026-11-21', permitRules: [], professions: new Map<string, string>() };
    const failed = (role: Role, talent: Talent, condition: string) =>
      judge(role, talent, circumstances).some(
        (judgement) => judgement.condition === condition && judgement.verdict === 'FAILED',
      );
    fc.assert(
      fc.property(roles, talents, (roleFacts, talentFacts) => {
        const [role, talent] = [roleOf(roleFacts), talentFacts as unknown as Talent];
        // A region that is given up may be the one where somebody of an unknown country lives: none here is.
        fc.pre(!role.region || !talent.region || role.region.slice(0, 2) === role.country);
        fc.pre(!talent.region || talent.region.slice(0, 2) === talent.country);
        for (const { condition, role: relaxed } of relaxations(role))
          expect(failed(relaxed, talent, condition) && !failed(role, talent, condition)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('three months later is the same day, or the last of a shorter month', () => {
    expect(monthsLater('2027-01-15', 3)).toBe('2027-04-15');
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsLater('2027-12-31', 3)).toBe('2028-03-31');
  });
});

const api = useApi();
const WHAT_IFS = `query ($roleId: ID!, $filter: CandidateFilter) {
  whatIfs(roleId: $roleId, filter: $filter) { change condition language from to count }
}`;
interface WhatIfs {
  whatIfs: {
    change: string;
    condition: string;
    language: string | null;
    from: string | null;
    to: string | null;
    count: number;
  }[];
}
const NURSE = 'Registered nurse in an emergency department: triage, ECG, resuscitation, six years.';
const WELDER = 'TIG and MAG welder of pressure vessels and pipes, licence to EN ISO 9606, eight years.';

let employer: Owned;
let roleId: string;

beforeAll(async () => {
  employer = await addEmployer(api);
  roleId = await addRole(api, employer, {
    workingLanguages: [{ language: 'sv', level: 'B2' }],
    permitSupport: false,
    startBy: '2027-06-01',
  });
  const nurse = (sv: string, changes: Record<string, unknown> = {}) =>
    addTalent(api, {
      languages: [{ language: 'sv', level: sv }],
      cv: { language: 'en', text: NURSE },
      ...changes,
    });
  await nurse('B2');
  await nurse('B1');
  await nurse('B1', { country: 'DE' });
  await nurse('A2');
  await nurse('B2', { earliestStart: '2027-09-01' });
  await nurse('B2', { citizenship: 'THIRD_COUNTRY' });
  // Two conditions fail, so that no single change helps.
  await nurse('B1', { earliestStart: '2027-09-01' });
  const silent = await nurse('B1');
  await api.ask(silent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
  await addTalent(api, {
    languages: [{ language: 'sv', level: 'B1' }],
    cv: { language: 'en', text: WELDER },
  });
  await api.embedAll();
});

describe('what-ifs of a role', () => {
  test('count the good candidates who are left out by one condition alone, most first', async () => {
    const { data } = await api.ask<WhatIfs>(employer, WHAT_IFS, { roleId });
    const counts = Object.fromEntries(
      data.whatIfs.map(({ change, language, to, count }) => [[change, language, to].join(' '), count]),
    );
    expect(counts).toEqual({
      'LANGUAGE_LEVEL_LOWER sv B1': 2,
      'LANGUAGE_LEVEL_LOWER sv A2': 3,
      'LANGUAGE_NOT_NEEDED sv ': 3,
      'START_LATER  2027-09-01': 1,
      'PERMIT_SUPPORTED  ': 1,
    });
    const order = data.whatIfs.map(({ count }) => count);
    expect(order).toEqual(order.toSorted((one, other) => other - one));
  });

  test('go by the filter', async () => {
    const { data } = await api.ask<WhatIfs>(employer, WHAT_IFS, { roleId, filter: { country: 'DE' } });
    expect(data.whatIfs.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  test('are for the employer, its proxy and organisers only', async () => {
    for (const actor of [await addEmployer(api), await addTalent(api), null])
      expect((await api.ask(actor, WHAT_IFS, { roleId })).errors?.[0]?.extensions.code).toMatch(/^ACCESS_/);
    for (const actor of [ORGANISER, OPERATOR])
      expect((await api.ask(actor, WHAT_IFS, { roleId })).errors).toBeUndefined();
  });
});
