import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rows } from '../../src/database/index.ts';
import { ENGAGEMENTS, LANGUAGE_LEVELS, newId } from '../../src/kernel/index.ts';
import { CONDITIONS, judge, judgeSkills } from '../../src/matching/conditions/index.ts';
import type { Role } from '../../src/roles/index.ts';
import type { Talent } from '../../src/talents/index.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService();
const country = fc.constantFrom('SE', 'CA', 'FR', 'CH', 'SN');
const region = fc.option(fc.constantFrom('SE-AC', 'SE-AB', 'CA-QC', 'FR-ARA'));
const languages = fc.dictionary(fc.constantFrom('sv', 'fr', 'en'), fc.constantFrom(...LANGUAGE_LEVELS));
const date = fc.option(fc.constantFrom('2027-01-01', '2027-01-02', '2027-06-30', '2028-01-01'));
const yesNoUnknown = fc.option(fc.boolean());

const talents = fc.record({
  country,
  region,
  citizenship: fc.constantFrom('EU_EEA_SWISS' as const, 'THIRD_COUNTRY' as const),
  rightToWorkIn: fc.uniqueArray(country),
  languages,
  earliestStart: date,
  relocate: yesNoUnknown,
});
const roles = fc.record({
  country,
  region,
  workingLanguages: languages,
  englishAccepted: fc.boolean(),
  startBy: date,
  permitSupport: yesNoUnknown,
});

const talentOf = (facts: Partial<Talent>): Talent =>
  ({
    id: newId(),
    name: 'x',
    email: null,
    country: 'FR',
    region: null,
    citizenship: 'EU_EEA_SWISS',
    rightToWorkIn: [],
    segment: null,
    languages: {},
    earliestStart: null,
    relocate: null,
    wishedRegions: [],
    wishedEngagements: [...ENGAGEMENTS],
    partner: false,
    children: 0,
    withdrawnAt: null,
    version: 1,
    ...facts,
  }) as unknown as Talent;

const roleOf = (facts: Partial<Role>): Role =>
  ({
    id: newId(),
    employerId: newId(),
    title: 'x',
    country: 'SE',
    region: null,
    city: null,
    sector: 'OTHER',
    engagement: 'PERMANENT',
    workingLanguages: {},
    englishAccepted: false,
    mustHave: [],
    niceToHave: [],
    openings: 1,
    salaryMin: null,
    salaryMax: null,
    salaryCurrency: null,
    salaryPeriod: null,
    startBy: null,
    permitSupport: null,
    withdrawnAt: null,
    version: 1,
    ...facts,
  }) as unknown as Role;

const verdictOf = (condition: string, role: Partial<Role>, talent: Partial<Talent>) =>
  judge(roleOf(role), talentOf(talent)).find((judgement) => judgement.condition === condition)?.verdict ??
  'NOT ASKED';

describe('what is told to people and what filters in the database', () => {
  test('is the same for every condition', async () => {
    const { em } = tandem.as('operator');
    await fc.assert(
      fc.asyncProperty(roles, talents, async (roleFacts, talentFacts) => {
        const [role, talent] = [roleOf(roleFacts), talentOf(talentFacts)];
        // The two rows as the tables would have them, without the tables.
        const [fails] = await rows<Record<string, boolean>>(
          em,
          `SELECT ${CONDITIONS.map(({ code, fails: sql }) => `${sql} AS "${code}"`).join(', ')}
           FROM (SELECT ?::jsonb AS role, ?::jsonb AS talent) AS given,
             jsonb_populate_record(NULL::roles, role ||
               jsonb_build_object('languages_needed', languages_needed(role -> 'working_languages'))) AS roles,
             jsonb_populate_record(NULL::talents, talent ||
               jsonb_build_object('languages_reached', languages_reached(talent -> 'languages'))) AS talents`,
          [stored(role), stored(talent)],
        );
        const judged = Object.fromEntries(
          CONDITIONS.map((condition) => [
            condition.code,
            condition.judge(role, talent)?.verdict === 'FAILED',
          ]),
        );
        expect(fails).toEqual(judged);
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

/** An entity as a JSON object by column name. */
const stored = (entity: object): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(entity).map(([property, value]) => [
        property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
      ]),
    ),
  );

describe('the right to work', () => {
  test.each([
    ['an EU citizen in Sweden', { country: 'SE', permitSupport: false }, {}, 'MET'],
    ['a Swiss citizen in France', { country: 'FR', permitSupport: false }, {}, 'MET'],
    [
      'an EU citizen in Canada whose employer supports a permit',
      { country: 'CA', permitSupport: true },
      {},
      'UNKNOWN',
    ],
    [
      'an EU citizen in Canada whose employer does not',
      { country: 'CA', permitSupport: false },
      {},
      'FAILED',
    ],
    [
      'someone from outside who holds a permit',
      { country: 'SE', permitSupport: false },
      { citizenship: 'THIRD_COUNTRY', rightToWorkIn: ['SE'] },
      'MET',
    ],
    [
      'someone from outside, the employer silent',
      { country: 'SE' },
      { citizenship: 'THIRD_COUNTRY' },
      'UNKNOWN',
    ],
  ] as const)('of %s', (_who, role, talent, verdict) => {
    expect(verdictOf('RIGHT_TO_WORK', role as Partial<Role>, talent as Partial<Talent>)).toBe(verdict);
  });
});

describe('working languages', () => {
  const swedish = { workingLanguages: { sv: 'B2' } } as const;

  test.each([
    ['the level needed', swedish, { sv: 'B2' }, 'MET'],
    ['a lower level', swedish, { sv: 'B1' }, 'FAILED'],
    ['another language only', swedish, { fr: 'NATIVE' }, 'FAILED'],
    ['no languages named at all', swedish, {}, 'UNKNOWN'],
    ['English B2 where English is accepted', { ...swedish, englishAccepted: true }, { en: 'B2' }, 'MET'],
    ['English B1 where English is accepted', { ...swedish, englishAccepted: true }, { en: 'B1' }, 'FAILED'],
    ['only one of two', { workingLanguages: { sv: 'B2', en: 'B2' } }, { sv: 'C1' }, 'FAILED'],
    ['nothing asked', {}, {}, 'NOT ASKED'],
  ] as const)('%s', (_case, role, spoken, verdict) => {
    expect(verdictOf('LANGUAGES', role as Partial<Role>, { languages: spoken as Talent['languages'] })).toBe(
      verdict,
    );
  });
});

describe('place', () => {
  const umea = { country: 'SE', region: 'SE-AC' };

  test.each([
    ['lives in the region and stays', { country: 'SE', region: 'SE-AC', relocate: false }, 'MET'],
    ['lives in another region and stays', { country: 'SE', region: 'SE-AB', relocate: false }, 'FAILED'],
    ['lives in the country, region unknown, and stays', { country: 'SE', relocate: false }, 'MET'],
    ['lives abroad and moves', { country: 'SN', relocate: true }, 'MET'],
    ['lives abroad and says nothing', { country: 'SN' }, 'UNKNOWN'],
  ] as const)('%s', (_case, talent, verdict) => {
    expect(verdictOf('LOCATION', umea, talent as Partial<Talent>)).toBe(verdict);
  });
});

describe('the start', () => {
  test.each([
    ['on the last day that helps', '2027-06-01', 'MET'],
    ['a day later', '2027-06-02', 'FAILED'],
    ['unknown', null, 'UNKNOWN'],
  ])('%s', (_case, earliestStart, verdict) => {
    expect(verdictOf('START', { startBy: '2027-06-01' }, { earliestStart })).toBe(verdict);
  });
});

describe('must-have skills', () => {
  test('are met when the CV names all of them, and open otherwise, never failed', () => {
    expect(judgeSkills(['triage', 'ECG'], ['triage', 'ECG'])?.verdict).toBe('MET');
    expect(judgeSkills(['triage', 'ECG'], ['ECG'])).toEqual({
      condition: 'SKILLS',
      verdict: 'UNKNOWN',
      reason: 'the CV names ECG; not in so many words: triage',
    });
    expect(judgeSkills([], [])).toBeNull();
  });
});
