import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rows } from '../../src/database/index.ts';
import { CITIZENSHIPS, ENGAGEMENTS, LANGUAGE_LEVELS, newId, SALARY_PERIODS } from '../../src/kernel/index.ts';
import { CONDITIONS, judge, judgeSkills, rolesOn } from '../../src/matching/conditions/index.ts';
import type { PermitRule } from '../../src/permits/index.ts';
import type { Role } from '../../src/roles/index.ts';
import type { Talent } from '../../src/talents/index.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService();

/** Three times in four the value, so that enough examples come through all that is asked of them. */
const often = <Value>(value: Value, otherwise: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: otherwise });

const country = fc.constantFrom('SE', 'CA', 'FR', 'CH', 'SN');
const region = fc.option(fc.constantFrom('SE-AC', 'SE-AB', 'CA-QC', 'FR-ARA'));
const languages = fc.dictionary(fc.constantFrom('sv', 'fr', 'en'), fc.constantFrom(...LANGUAGE_LEVELS));
const day = fc.constantFrom('2027-01-01', '2027-01-02', '2027-06-30', '2028-01-01');
const date = fc.option(day);
const yesNoUnknown = fc.option(fc.boolean());
const occupation = fc.constantFrom('2221', '2212', '7212');
const groups = often(
  [],
  fc.uniqueArray(fc.constantFrom('2', '22', '222', '2221', '7212', '9'), { maxLength: 2 }),
);
/** Few amounts, whose months and years meet exactly: 1,000 a month is 12,000 a year. */
const amount = fc.constantFrom(5.77, 12.5, 1000, 1000.01, 12_000, 11_999.99, 26_000);
const currency = often('SEK', fc.constant('CAD'));
const period = fc.constantFrom(...SALARY_PERIODS);

const salaries = fc
  .record({
    salaryMin: fc.option(amount),
    salaryMax: fc.option(amount),
    salaryCurrency: currency,
    salaryPeriod: period,
  })
  .filter(({ salaryMin, salaryMax }) => salaryMin === null || salaryMax === null || salaryMin <= salaryMax);
const unpaid = { salaryMin: null, salaryMax: null, salaryCurrency: null, salaryPeriod: null };
const floors = fc.option(fc.record({ salaryFloor: amount, currency, period }), {
  nil: { salaryFloor: null, currency: null, period: null },
});
const permitRule = fc
  .record({
    territory: often('SE', fc.constantFrom('SE-AC', 'CA')),
    citizenship: often(null, fc.constantFrom(...CITIZENSHIPS)),
    engagements: often([], fc.uniqueArray(fc.constantFrom('PERMANENT' as const, 'THESIS' as const))),
    onlyOccupations: groups,
    exemptOccupations: groups,
    floor: floors,
    weeklyHours: fc.constantFrom(35, 37.5, 40),
    validFrom: often('2027-01-01', day),
    validTo: often(null, day),
  })
  .map(({ floor, ...rule }) => ruleOf({ ...rule, ...floor }));

const profession = fc.constantFrom('2221', '2264', 'tandem:occupation/registered-nurse');
const licensedIn = fc.constantFrom('SE', 'SE-AC', 'CA', 'CA-QC', 'CA-ON', 'FI');
const licences = fc.uniqueArray(
  fc.record({
    profession,
    country: licensedIn,
    status: fc.constantFrom('HELD' as const, 'HELD' as const, 'APPLIED' as const),
    validUntil: date,
  }),
  { maxLength: 3, selector: (licence) => `${licence.profession} ${licence.country}` },
);
const needs = fc.record({
  licenceProfession: profession,
  licenceTerritory: licensedIn,
  licenceNeeded: often('HELD', fc.constant('OBTAINABLE')),
});
const unlicensed = { licenceProfession: null, licenceTerritory: null, licenceNeeded: null };

/** As they are stored: rounded. */
const degrees = (most: number) =>
  fc.integer({ min: -most * 100, max: most * 100 }).map((cents) => cents / 100);
/** Skellefteå, Umeå 110 km south of it, Luleå 115 km north, Haparanda over the border, Dakar; and anywhere. */
const places = fc.oneof(
  fc.constantFrom([64.75, 20.95], [63.83, 20.26], [65.58, 22.16], [65.84, 24.13], [14.72, -17.47]),
  fc.tuple(degrees(90), degrees(180)),
);
const coordinates = fc
  .option(places, { nil: [null, null] })
  .map(([latitude, longitude]) => ({ latitude, longitude }) as Pick<Talent, 'latitude' | 'longitude'>);

const talents = fc
  .record({
    country,
    region,
    citizenship: fc.constantFrom(...CITIZENSHIPS),
    rightToWorkIn: fc.uniqueArray(country),
    languages,
    earliestStart: date,
    relocate: yesNoUnknown,
    licences,
    commuteKm: fc.option(fc.constantFrom(1, 20, 111, 500)),
    lives: coordinates,
  })
  .map(({ lives, ...talent }) => ({ ...talent, ...lives }));
const roles = fc
  .record({
    country,
    region,
    engagement: fc.constantFrom('PERMANENT' as const, 'THESIS' as const),
    occupation: fc.option(occupation),
    workingLanguages: languages,
    englishAccepted: fc.boolean(),
    salary: fc.option(salaries, { nil: unpaid }),
    startBy: date,
    permitSupport: yesNoUnknown,
    need: fc.option(needs, { nil: unlicensed }),
    remote: often(false, fc.boolean()),
    place: coordinates,
  })
  .map(({ salary, need, place, ...role }) => ({ ...role, ...salary, ...need, ...place }) as Partial<Role>);

const ruleOf = (facts: Partial<PermitRule>): PermitRule =>
  ({
    id: newId(),
    territory: 'SE',
    permit: 'work permit',
    citizenship: 'THIRD_COUNTRY',
    engagements: [],
    onlyOccupations: [],
    exemptOccupations: [],
    salaryFloor: null,
    currency: null,
    period: null,
    weeklyHours: 40,
    processingDays: null,
    validFrom: '2026-01-01',
    validTo: null,
    source: 'x',
    consultedOn: '2026-11-21',
    note: null,
    version: 1,
    ...facts,
  }) as unknown as PermitRule;

const talentOf = (facts: Partial<Talent>): Talent =>
  ({
    id: newId(),
    name: 'x',
    email: null,
    country: 'FR',
    region: null,
    latitude: null,
    longitude: null,
    commuteKm: null,
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
    licences: [],
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
    latitude: null,
    longitude: null,
    remote: false,
    sector: 'OTHER',
    occupation: null,
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
    ...unlicensed,
    withdrawnAt: null,
    version: 1,
    ...facts,
  }) as unknown as Role;

const TODAY = '2026-11-21';
const PROFESSIONS = new Map([['2221', 'Nursing professionals']]);

const judgementOf = (
  condition: string,
  role: Partial<Role>,
  talent: Partial<Talent>,
  rules: readonly PermitRule[] = [],
) =>
  judge(roleOf(role), talentOf(talent), { today: TODAY, permitRules: rules, professions: PROFESSIONS }).find(
    (judgement) => judgement.condition === condition,
  );
const verdictOf = (...asked: Parameters<typeof judgementOf>) => judgementOf(...asked)?.verdict ?? 'NOT ASKED';

/**
 * Expects of a pair that the database leaves out exactly what people are told to have failed.
 * @returns what failed, the floor of permits by a name of its own.
 */
async function expectTwins(
  roleFacts: Partial<Role>,
  talentFacts: Partial<Talent>,
  rules: readonly PermitRule[],
  today: string,
): Promise<string[]> {
  const [role, talent] = [roleOf(roleFacts), talentOf(talentFacts)];
  const relation = rolesOn(today);
  // The rows as the tables would have them, without the tables.
  const [fails] = await rows<Record<string, boolean>>(
    tandem.as('operator').em,
    `WITH permit_rules AS (SELECT * FROM jsonb_populate_recordset(NULL::permit_rules, ?::jsonb)),
     roles AS (
       SELECT filled.* FROM (SELECT ?::jsonb AS role) AS given, jsonb_populate_record(NULL::roles, role ||
         jsonb_build_object('languages_needed', languages_needed(role -> 'working_languages'), 'licence_asked',
           licence_asked(role ->> 'licence_profession', role ->> 'licence_territory'))) AS filled),
     talents AS (
       SELECT filled.* FROM (SELECT ?::jsonb AS talent) AS given, jsonb_populate_record(NULL::talents, talent ||
         jsonb_build_object('languages_reached', languages_reached(talent -> 'languages'), 'licences_stated',
           licences_stated(talent -> 'licences'))) AS filled)
     SELECT ${CONDITIONS.map(({ code, fails: sql }) => `${sql} AS "${code}"`).join(', ')}
     FROM ${relation.sql} AS roles, talents`,
    [`[${rules.map(stored).join(',')}]`, stored(role), stored(talent), ...relation.parameters],
  );
  const failing = judge(role, talent, { today, permitRules: rules, professions: PROFESSIONS }).filter(
    ({ verdict }) => verdict === 'FAILED',
  );
  expect(fails).toEqual(
    Object.fromEntries(
      CONDITIONS.map(({ code }) => [code, failing.some(({ condition }) => condition === code)]),
    ),
  );
  return failing.map(({ condition, reason }) => (reason.includes('floor') ? 'PERMIT_FLOOR' : condition));
}

/** Checks the examples, and that each cause is among them more than a few times: else they would prove nothing. */
async function expectEach(
  causes: readonly string[],
  property: (failed: string[]) => fc.IAsyncProperty<unknown>,
) {
  const failed: string[] = [];
  await fc.assert(property(failed) as fc.IAsyncProperty<[unknown]>, { seed: 11, numRuns: 600 });
  for (const cause of causes) expect(failed.filter((one) => one === cause).length, cause).toBeGreaterThan(20);
}

describe('what is told to people and what filters in the database', () => {
  test('is the same for every condition', async () => {
    await expectEach(
      CONDITIONS.map(({ code }) => code),
      (failed) =>
        fc.asyncProperty(roles, talents, fc.array(permitRule, { maxLength: 3 }), day, async (...example) => {
          failed.push(...(await expectTwins(...example)));
        }),
    );
  });

  test('is the same for the floors of work permits', async () => {
    await expectEach(['PERMIT_FLOOR'], (failed) =>
      fc.asyncProperty(
        roles,
        salaries,
        talents,
        fc.array(permitRule, { minLength: 1, maxLength: 2 }),
        day,
        async (role, salary, talent, rules, today) => {
          const here = { country: 'SE', region: 'SE-AC', permitSupport: null };
          const abroad = { citizenship: 'THIRD_COUNTRY' as const, rightToWorkIn: [] };
          failed.push(
            ...(await expectTwins({ ...role, ...salary, ...here }, { ...talent, ...abroad }, rules, today)),
          );
        },
      ),
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

describe('a work permit', () => {
  const from = { citizenship: 'THIRD_COUNTRY' } as const;
  const salary = (salaryMin: number | null, salaryMax: number | null, changes: Partial<Role> = {}) => ({
    salaryMin,
    salaryMax,
    salaryCurrency: 'SEK',
    salaryPeriod: 'MONTH' as const,
    startBy: '2027-03-01',
    permitSupport: true,
    ...changes,
  });
  const floor = { salaryFloor: 30_000, currency: 'SEK', period: 'MONTH' as const };
  const rule = ruleOf({ ...floor, processingDays: 120 });

  test.each([
    [
      'a salary at the floor',
      salary(30_000, 34_000),
      [rule],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; SEK 30,000 a month meets the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01); a decision takes about 120 days',
    ],
    [
      'a range that reaches the floor',
      salary(28_000, 30_000),
      [ruleOf(floor)],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; up to SEK 30,000 a month meets the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01)',
    ],
    [
      'a range below the floor',
      salary(28_000, 29_999.99),
      [rule],
      'FAILED',
      'needs a work permit for Sweden; up to SEK 29,999.99 a month lies below the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01)',
    ],
    [
      'pay by the hour below a floor by the month',
      salary(null, 170.5, { salaryPeriod: 'HOUR' }),
      [rule],
      'FAILED',
      'needs a work permit for Sweden; up to SEK 170.50 an hour (SEK 29,553.33 a month, at 40 hours a week and 52 weeks a year) lies below the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01)',
    ],
    [
      'a lowest salary alone, below the floor',
      salary(28_000, null),
      [ruleOf(floor)],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; the salary stated does not tell whether it meets the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01)',
    ],
    [
      'a salary in another currency',
      salary(1, 2, { salaryCurrency: 'EUR' }),
      [ruleOf(floor)],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; a salary in EUR is not compared with the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01)',
    ],
    [
      'a second permit without a floor',
      salary(20_000, 25_000),
      [ruleOf(floor), ruleOf({ permit: 'seasonal permit' })],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; up to SEK 25,000 a month lies below the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01); no salary floor is on record for one permit (seasonal permit, SE, in force since 2026-01-01)',
    ],
    [
      'two permits that both ask for more: the one that asks for less is named',
      salary(20_000, 25_000),
      [ruleOf({ permit: 'Blue Card', ...floor, salaryFloor: 50_000 }), ruleOf(floor)],
      'FAILED',
      'needs a work permit for Sweden; up to SEK 25,000 a month lies below the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01)',
    ],
    [
      'an exempt occupation',
      salary(20_000, 25_000, { occupation: '5321' }),
      [ruleOf({ ...floor, exemptOccupations: ['22', '532'] })],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; occupation 5321 is exempt from the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01)',
    ],
    [
      'an occupation that is not stated, where some are exempt',
      salary(20_000, 25_000),
      [ruleOf({ ...floor, exemptOccupations: ['22'] })],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; up to SEK 25,000 a month lies below the floor of SEK 30,000 a month (work permit, SE, in force since 2026-01-01), from which some occupations are exempt: the role states none',
    ],
    [
      'a permit for certain occupations only, and not this one',
      salary(20_000, 25_000, { occupation: '5321' }),
      [ruleOf({ ...floor, onlyOccupations: ['2'] })],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; no permit rule is on record for 2027-03-01',
    ],
    [
      'a permit for other kinds of work',
      salary(20_000, 25_000, { engagement: 'THESIS' }),
      [ruleOf({ ...floor, engagements: ['PERMANENT'] })],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer supports the application; no permit rule is on record for 2027-03-01',
    ],
    [
      'an employer who has not said',
      salary(30_000, 30_000, { permitSupport: null }),
      [],
      'UNKNOWN',
      'needs a work permit for Sweden; the employer has not said; no permit rule is on record for 2027-03-01',
    ],
  ])('of %s', (_case, role, rules, verdict, reason) => {
    expect(judgementOf('RIGHT_TO_WORK', role as Partial<Role>, from, rules)).toEqual({
      condition: 'RIGHT_TO_WORK',
      verdict,
      reason,
    });
  });

  test('is judged by the rule in force on the day the work begins: the latest start, else today', () => {
    const rules = [
      ruleOf({ ...floor, validFrom: '2026-01-01', validTo: '2026-12-31' }),
      ruleOf({ ...floor, salaryFloor: 32_000, validFrom: '2027-01-01' }),
    ];
    const offered = (startBy: string | null) =>
      verdictOf('RIGHT_TO_WORK', salary(null, 31_000, { startBy }), from, rules);
    expect(offered('2026-12-31')).toBe('UNKNOWN');
    expect(offered('2027-01-01')).toBe('FAILED');
    expect(offered(null)).toBe('UNKNOWN');
  });

  test('of a region stands beside those of its country', () => {
    const rules = [
      ruleOf({ ...floor, territory: 'CA', citizenship: null, currency: 'CAD' }),
      ruleOf({ ...floor, territory: 'CA-QC', citizenship: null, currency: 'CAD', salaryFloor: 20_000 }),
    ];
    const offered = (province: string) =>
      verdictOf(
        'RIGHT_TO_WORK',
        salary(null, 25_000, { country: 'CA', region: province, salaryCurrency: 'CAD' }),
        {},
        rules,
      );
    expect(offered('CA-QC')).toBe('UNKNOWN');
    expect(offered('CA-ON')).toBe('FAILED');
  });
});

describe('a licence', () => {
  const nurse = {
    country: 'SE',
    licenceProfession: '2221',
    licenceTerritory: 'SE',
    licenceNeeded: 'HELD' as const,
    startBy: '2027-03-01',
  };
  const quebec = { ...nurse, country: 'CA', licenceTerritory: 'CA-QC' };
  const obtainable = { ...nurse, licenceNeeded: 'OBTAINABLE' as const };
  const of = (changes: object = {}) =>
    [
      { profession: '2221', country: 'SE', status: 'HELD', validUntil: null, ...changes },
    ] as Talent['licences'];

  test.each([
    ['held', nurse, of(), 'MET', 'holds the licence for Nursing professionals (ISCO-08 2221) in Sweden'],
    [
      'held until the day on which the work begins',
      nurse,
      of({ validUntil: '2027-03-01' }),
      'MET',
      'holds the licence for Nursing professionals (ISCO-08 2221) in Sweden until 2027-03-01',
    ],
    [
      'that ends before the work begins',
      nurse,
      of({ validUntil: '2027-02-28' }),
      'FAILED',
      'the licence for Nursing professionals (ISCO-08 2221) in Sweden ends on 2027-02-28, the work begins on 2027-03-01',
    ],
    [
      'applied for',
      nurse,
      of({ status: 'APPLIED' }),
      'UNKNOWN',
      'has applied for the licence for Nursing professionals (ISCO-08 2221) in Sweden',
    ],
    [
      'of which nothing is said',
      nurse,
      [],
      'UNKNOWN',
      'the profile names no licences; the work takes the licence for Nursing professionals (ISCO-08 2221) in Sweden',
    ],
    [
      'of another profession',
      nurse,
      of({ profession: '2264' }),
      'FAILED',
      'the profile names licences, but not the licence for Nursing professionals (ISCO-08 2221) in Sweden',
    ],
    [
      'of another country of the EEA',
      nurse,
      of({ country: 'FI' }),
      'FAILED',
      'the profile names licences, but not the licence for Nursing professionals (ISCO-08 2221) in Sweden; holds it in Finland, which can be recognised (Directive 2005/36/EC)',
    ],
    [
      'of a country outside the EEA',
      nurse,
      of({ country: 'AU' }),
      'FAILED',
      'the profile names licences, but not the licence for Nursing professionals (ISCO-08 2221) in Sweden; holds it in Australia',
    ],
    [
      'that is held elsewhere, where it may be obtained',
      obtainable,
      of({ country: 'FI' }),
      'UNKNOWN',
      'the profile names licences, but not the licence for Nursing professionals (ISCO-08 2221) in Sweden; holds it in Finland, which can be recognised (Directive 2005/36/EC); the employer takes whoever can obtain it',
    ],
    [
      'named by a concept where a group is asked for',
      nurse,
      of({ profession: 'tandem:occupation/registered-nurse' }),
      'UNKNOWN',
      'the profile names licences, but not the licence for Nursing professionals (ISCO-08 2221) in Sweden; names one there in another system of professions',
    ],
    [
      'of the country, for a region of it',
      { ...nurse, licenceTerritory: 'SE-AC' },
      of(),
      'MET',
      'holds the licence for Nursing professionals (ISCO-08 2221) in Sweden',
    ],
    [
      'of another province',
      quebec,
      of({ country: 'CA-ON' }),
      'FAILED',
      'the profile names licences, but not the licence for Nursing professionals (ISCO-08 2221) in CA-QC in Canada; holds it in CA-ON in Canada',
    ],
    [
      'of the province',
      quebec,
      of({ country: 'CA-QC' }),
      'MET',
      'holds the licence for Nursing professionals (ISCO-08 2221) in CA-QC in Canada',
    ],
  ])('%s', (_case, role, stated, verdict, reason) => {
    expect(judgementOf('LICENCE', role, { licences: stated })).toEqual({
      condition: 'LICENCE',
      verdict,
      reason,
    });
  });

  test('is told by its code where the vocabulary has no name for the profession', () => {
    const role = { ...nurse, licenceProfession: '5321' };
    expect(judgementOf('LICENCE', role, { licences: [] })?.reason).toBe(
      'the profile names no licences; the work takes the licence for ISCO-08 group 5321 in Sweden',
    );
  });

  test('is asked of nobody by a role that names none', () => {
    expect(verdictOf('LICENCE', {}, { licences: of() })).toBe('NOT ASKED');
  });
});

describe('working languages', () => {
  const swedish = { workingLanguages: { sv: 'B2' } } as const;

  test.each([
    [swedish, { sv: 'NATIVE' }, 'Swedish mother tongue (needed B2)'],
    [swedish, { sv: 'A2' }, 'Swedish A2 (needed B2)'],
    [swedish, { fr: 'C1' }, 'Swedish not among the languages named (needed B2)'],
    [{ ...swedish, englishAccepted: true }, { en: 'C1' }, 'English C1, accepted in place of Swedish B2'],
  ] as const)('are told by name: %o, %o', (role, spoken, reason) => {
    expect(judgementOf('LANGUAGES', role, { languages: spoken })?.reason).toBe(reason);
  });

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

  const at = { ...umea, latitude: 63.83, longitude: 20.26 };
  const north = (kilometres: number) => ({ latitude: 63.83 + kilometres / 111.195, longitude: 20.26 });
  const stays = { country: 'SE', region: 'SE-AC', relocate: false };

  test.each([
    ['within 50 km', at, { ...stays, ...north(49) }, 'MET', 'lives about 50 km away'],
    [
      'beyond 50 km in the region, with nothing said of travelling',
      at,
      { ...stays, ...north(51) },
      'UNKNOWN',
      'lives about 50 km away in SE-AC in Sweden and does not want to move; nothing said of travelling',
    ],
    [
      'beyond what they travel, in the region',
      at,
      { ...stays, ...north(51), commuteKm: 30 },
      'FAILED',
      'lives about 50 km away, travels 30 km and does not want to move',
    ],
    [
      'within what they travel, in another region',
      at,
      { ...stays, region: 'SE-Y', ...north(90), commuteKm: 95 },
      'MET',
      'lives about 90 km away',
    ],
    [
      'near by, over a border',
      at,
      { ...stays, country: 'FI', region: null, ...north(8) },
      'MET',
      'lives less than 10 km away',
    ],
    [
      'far away in another region',
      at,
      { ...stays, region: 'SE-AB', ...north(-500) },
      'FAILED',
      'lives about 500 km away and does not want to move',
    ],
    [
      'far away, and moves',
      at,
      { ...stays, ...north(-500), commuteKm: 30, relocate: true },
      'MET',
      'is willing to move to SE-AC in Sweden',
    ],
    [
      'far away, and says nothing',
      at,
      { country: 'SN', region: null, ...north(-5000) },
      'UNKNOWN',
      'lives about 5000 km away; nothing said of moving, travels 50 km',
    ],
    ['at a place that is not known', at, stays, 'MET', 'lives in SE-AC in Sweden'],
    [
      'in the country of work that is done from home',
      { ...umea, remote: true },
      { ...stays, region: 'SE-M' },
      'MET',
      'the work is done from home, in Sweden',
    ],
    [
      'abroad, for work that is done from home',
      { ...umea, remote: true },
      { ...stays, country: 'FR', region: null },
      'UNKNOWN',
      'the work is done from home; whether from outside Sweden is not said',
    ],
  ])('%s', (_case, role, talent, verdict, reason) => {
    expect(judgementOf('LOCATION', role, talent as Partial<Talent>)).toEqual({
      condition: 'LOCATION',
      verdict,
      reason,
    });
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
