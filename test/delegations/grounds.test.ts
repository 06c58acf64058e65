import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byPromise,
  countFrom,
  coverageOf,
  interviewWishes,
  isHealthWork,
  isSafeguarded,
  legSessions,
  marketOf,
  meanFrom,
  misfitOf,
  SAFEGUARDS_LIST,
  shareFrom,
  totalOf,
  unlisted,
  wilson,
  worthOf,
  type Criterion,
} from '../../src/delegations/index.ts';

const share = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(2000))
  .map(([sampled, hits, more]) => ({
    sampled,
    hits: Math.min(hits, sampled),
    population: sampled + more,
  }));

describe('the interval of a share', () => {
  test('is Wilson’s: of 10 hits in 100, 0.0552 to 0.1744', () => {
    const { value, low, high } = wilson(10, 100);
    expect([value, low, high].map((figure) => Number(figure.toFixed(4)))).toEqual([0.1, 0.0552, 0.1744]);
  });

  test('is 0 to 0.2775 when none of 10 was hit, and mirrored when all were', () => {
    expect(wilson(0, 10)).toMatchObject({ value: 0, low: 0 });
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(wilson(10, 10)).toMatchObject({ value: 1, high: 1 });
    expect(wilson(10, 10).low).toBeCloseTo(1 - 0.2775, 4);
  });

  test('holds the share and lies in [0, 1]', () => {
    fc.assert(
      fc.property(share, ({ hits, sampled, population }) => {
        for (const { value, low, high } of [wilson(hits, sampled), shareFrom(hits, sampled, population)]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('narrows as more are asked, and closes when everybody was', () => {
    const width = (times: number) => {
      const { low, high } = wilson(3 * times, 10 * times);
      return high - low;
    };
    expect(width(1)).toBeGreaterThan(width(5));
    expect(shareFrom(3, 10, 10)).toEqual({ value: 0.3, low: 0.3, high: 0.3 });
  });
});

describe('a count from a sample', () => {
  test('is never less than was seen, nor more than was not ruled out', () => {
    fc.assert(
      fc.property(share, ({ hits, sampled, population }) => {
        const { value, low, high } = countFrom(hits, sampled, population);
        expect(low).toBeGreaterThanOrEqual(hits);
        expect(high).toBeLessThanOrEqual(population - (sampled - hits));
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});

describe('a mean from a sample', () => {
  test('has an interval around it that closes when everybody was asked', () => {
    expect(meanFrom([0.2, 0.4], 2)).toEqual({
      value: expect.closeTo(0.3),
      low: expect.closeTo(0.3),
      high: expect.closeTo(0.3),
    });
    // Standard deviation 0.1414, √(0.02 / 2 · 98 / 99) · 1.96 = 0.195.
    const { low, high } = meanFrom([0.2, 0.4], 100);
    expect(low).toBeCloseTo(0.105, 3);
    expect(high).toBeCloseTo(0.495, 3);
    expect(meanFrom([0.2], 100)).toEqual({ value: 0.2, low: 0, high: 1 });
  });
});

describe('the list of health workforces to leave alone', () => {
  test('has 55 countries, as many of each region as the World Health Organization says', () => {
    const { regions } = SAFEGUARDS_LIST;
    expect(Object.entries(regions).map(([region, countries]) => [region, countries.length])).toEqual([
      ['AFRICA', 37],
      ['WESTERN_PACIFIC', 8],
      ['EASTERN_MEDITERRANEAN', 6],
      ['SOUTH_EAST_ASIA', 3],
      ['AMERICAS', 1],
    ]);
    expect(new Set(Object.values(regions).flat()).size).toBe(55);
    expect(isSafeguarded('SN')).toBe(true);
    expect(isSafeguarded('BR')).toBe(false);
  });

  test('counts for health work on people only', () => {
    expect(isHealthWork({ occupation: '2221', sector: 'OTHER' })).toBe(true);
    expect(isHealthWork({ occupation: '2250', sector: 'HEALTH_CARE' })).toBe(false);
    expect(isHealthWork({ occupation: null, sector: 'HEALTH_CARE' })).toBe(true);
    expect(isHealthWork({ occupation: null, sector: 'IT' })).toBe(false);
  });
});

describe('a market', () => {
  const scored = (score: number, changes = {}) => ({
    roleId: 'r1',
    score,
    excluded: false,
    speaks: true,
    needsPermit: true,
    citizenship: 'THIRD_COUNTRY' as const,
    ...changes,
  });
  const grounds = {
    threshold: 0.5,
    modelId: 'm',
    today: '2026-11-22',
    health: true,
    processingOf: (roleId: string) => ({ days: roleId === 'r1' ? 60 : 30, source: `rule of ${roleId}` }),
  };

  test('tells what was counted, and on what it rests', () => {
    const market = marketOf(
      {
        country: 'HT',
        population: 3,
        talents: [
          [scored(0.9), scored(0.2, { roleId: 'r2' })],
          [scored(0.4), scored(0.5, { roleId: 'r2', speaks: false })],
          [scored(0.1, { speaks: false, needsPermit: false })],
        ],
      },
      grounds,
    );
    const basis = { sampled: 3, population: 3, asOf: '2026-11-22', missing: null };
    expect(market.matches).toMatchObject({ ...basis, value: 2, low: 2, high: 2 });
    expect(market.meanScore).toMatchObject({ ...basis, value: 0.5 });
    expect(market.languageFit).toMatchObject({ ...basis, value: 0.6667 });
    expect(market.needPermit).toMatchObject({ ...basis, value: 0.6667 });
    expect(market.processingDays).toMatchObject({ value: 30, sampled: 2, source: 'rule of r1; rule of r2' });
    expect(market.brainDrain).toMatchObject({ listed: true, asOf: '2023-03-08' });
  });

  test('counts nobody whom a condition keeps from the role, whatever the threshold', () => {
    const talents = [[scored(0.9, { excluded: true })], [scored(0.9, { excluded: true }), scored(0.6)]];
    expect(marketOf({ country: 'BR', population: 2, talents }, grounds).matches.value).toBe(1);
  });

  test('says why a figure is missing', () => {
    const pool = { country: 'BR', population: 1, talents: [[scored(0.9)]] };
    const market = marketOf(pool, { ...grounds, health: false, processingOf: () => null });
    expect(market.processingDays).toMatchObject({
      value: null,
      missing: 'no permit rule with a processing time is on record for the roles',
    });
    expect(market.brainDrain).toMatchObject({ listed: null });
    const free = marketOf({ ...pool, talents: [[scored(0.9, { needsPermit: false })]] }, grounds);
    expect(free.processingDays.missing).toBe('nobody among those looked at needs a permit');
  });

  test('stands before another by matches, then by score, then by name', () => {
    const of = (country: string, scores: number[]) =>
      marketOf(
        { country, population: scores.length, talents: scores.map((score) => [scored(score)]) },
        grounds,
      );
    const markets = [of('MX', [0.6]), of('CO', [0.9]), of('BR', [0.6, 0.6]), of('AR', [0.9])];
    expect(markets.toSorted(byPromise).map(({ country }) => country)).toEqual(['BR', 'AR', 'CO', 'MX']);
  });
});

describe('marks', () => {
  const criteria: Criterion[] = [
    { code: 'FRENCH', label: 'French', weight: 3, scale: 4 },
    { code: 'CARE', label: 'Years of care', weight: 1, scale: 10 },
  ];
  const marks = (french: number, care: number) => [
    { criterion: 'FRENCH', mark: french },
    { criterion: 'CARE', mark: care },
  ];

  test('add up by weight, as shares of their scales', () => {
    expect(totalOf(criteria, marks(4, 10))).toBe(1);
    expect(totalOf(criteria, marks(2, 0))).toBe(0.375);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 }), (french, care) => {
        const total = totalOf(criteria, marks(french, care));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(totalOf(criteria, marks(french, care + 1))).toBeGreaterThan(total);
      }),
    );
  });

  test('fit a rubric when there is one for each criterion, within its scale', () => {
    expect(misfitOf(criteria, marks(4, 10))).toBeNull();
    expect(misfitOf(criteria, marks(5, 10))).toBe('FRENCH goes from 0 to 4');
    expect(misfitOf(criteria, marks(4, 1).slice(0, 1))).toBe('there is no mark for CARE');
    expect(misfitOf(criteria, [...marks(4, 1), ...marks(4, 1)])).toBe('FRENCH is marked twice');
    expect(misfitOf(criteria, [{ criterion: 'AGE', mark: 1 }])).toBe('AGE is no criterion of the rubric');
  });
});

describe('interview wishes', () => {
  const listed = (talentId: string, organisationId: string, changes = {}) => ({
    talentId,
    organisationId,
    roleId: 'a',
    score: 0.5,
    place: 1,
    places: 4,
    ...changes,
  });

  test('are worth half by the score and half by the order by hand', () => {
    expect(worthOf(listed('t', 'o', { score: 1 }))).toBe(100);
    expect(worthOf(listed('t', 'o', { score: 0, place: 4 }))).toBe(12.5);
  });

  test('name a talent and an employer once, for the role worth most', () => {
    const lists = [
      listed('t2', 'o1'),
      listed('t1', 'o1', { place: 2 }),
      listed('t1', 'o1', { roleId: 'b' }),
      listed('t1', 'o2'),
    ];
    const wishes = interviewWishes(lists, [{ talentId: 't1', organisationId: 'o2' }]);
    expect(wishes).toEqual([
      { talentId: 't1', organisationId: 'o1', roleId: 'b', value: 75, promised: false },
      { talentId: 't1', organisationId: 'o2', roleId: 'a', value: 75, promised: true },
      { talentId: 't2', organisationId: 'o1', roleId: 'a', value: 75, promised: false },
    ]);
    expect(interviewWishes(lists.toReversed(), [{ talentId: 't1', organisationId: 'o2' }])).toEqual(wishes);
  });

  test('bear out a promise only where the two stand on a list', () => {
    const promise = { talentId: 't1', organisationId: 'o2' };
    expect(unlisted([listed('t1', 'o1')], [promise])).toBe(promise);
    expect(unlisted([listed('t1', 'o2')], [promise])).toBeUndefined();
  });
});

describe('an interview day', () => {
  test('without lunch is one session', () => {
    const leg = {
      id: 'leg',
      zone: 'America/Bogota',
      days: ['2027-03-11'],
      fromTime: '08:00',
      toTime: '12:00',
      lunchFrom: null,
      lunchTo: null,
      minutes: 20,
      pause: 5,
      rooms: 2,
    };
    expect(legSessions(leg)).toEqual([
      {
        legId: 'leg',
        zone: 'America/Bogota',
        date: '2027-03-11',
        fromTime: '08:00',
        toTime: '12:00',
        minutes: 20,
        pause: 5,
        places: 2,
      },
    ]);
  });
});

describe('coverage', () => {
  test('names all seven activities, and nobody for those that nobody took', () => {
    const coverage = coverageOf([
      { activity: 'FINANCING', organisationId: 'a' },
      { activity: 'FINANCING', organisationId: 'b' },
    ]);
    expect(coverage).toHaveLength(7);
    expect(coverage[0]).toEqual({ activity: 'FINANCING', organisationIds: ['a', 'b'] });
    expect(coverage.slice(1).every(({ organisationIds }) => organisationIds.length === 0)).toBe(true);
  });
});
