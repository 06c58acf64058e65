import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestPairs,
  byPlace,
  commutingArea,
  jointValue,
  placeOfPair,
  type Offered,
  type Pair,
  type PairSearch,
  type Workplace,
} from '../../src/tandem/index.ts';

const SKELLEFTEA = { latitude: 64.7507, longitude: 20.9528 };
const PITEA = { latitude: 65.3172, longitude: 21.4794 };
const UMEA = { latitude: 63.8258, longitude: 20.263 };
const place = (changes: Partial<Workplace> = {}): Workplace => ({
  country: 'SE',
  region: 'SE-AC',
  latitude: null,
  longitude: null,
  remote: false,
  ...changes,
});
const offered = (id: string, score: number, changes: Partial<Workplace> = {}): Offered => ({
  id,
  score,
  place: place(changes),
});
const ranked = (offers: Offered[]) =>
  offers.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));

const search = (
  count: number,
  reachKm: number,
  more: Partial<PairSearch<Offered>> = {},
): PairSearch<Offered> => ({
  count,
  value: jointValue,
  area: (one, other) => commutingArea(one.place, other.place, { km: reachKm, rule: 'DISTANCE' }),
  reachKm,
  ...more,
});

/** Every pair tried. */
function bruteForce(
  ones: Offered[],
  others: Offered[],
  { count, after, value, area }: PairSearch<Offered>,
): Pair<Offered>[] {
  const pairs: Pair<Offered>[] = ones.flatMap((one) =>
    others.flatMap((other) => {
      const shared = area(one, other);
      return shared ? [{ value: value(one.score, other.score), one, other, area: shared }] : [];
    }),
  );
  return pairs
    .sort((one, other) => byPlace(placeOfPair(one), placeOfPair(other)))
    .filter((pair) => !after || byPlace(after, placeOfPair(pair)) < 0)
    .slice(0, count);
}

// Few scores and few places, so that ties and places at the limit are common.
const anyPlace = fc.record({
  country: fc.constantFrom('SE', 'CA'),
  region: fc.option(fc.constantFrom('SE-AC', 'SE-BD', 'CA-QC')),
  remote: fc.boolean(),
  where: fc.option(
    fc.record({
      latitude: fc.oneof(fc.integer({ min: 60, max: 64 }), fc.double({ min: -90, max: 90, noNaN: true })),
      longitude: fc.oneof(fc.integer({ min: 18, max: 22 }), fc.double({ min: -180, max: 180, noNaN: true })),
    }),
  ),
});
const anyRanking = (prefix: string) =>
  fc
    .array(fc.record({ score: fc.integer({ min: 0, max: 10 }), at: anyPlace }), { maxLength: 25 })
    .map((found) =>
      ranked(
        found.map(({ score, at: { where, remote, ...at } }, number) => ({
          id: `${prefix}${number}`,
          score: score / 10,
          place: {
            ...at,
            remote: remote && number % 5 === 0,
            latitude: where?.latitude ?? null,
            longitude: where?.longitude ?? null,
          },
        })),
      ),
    );
const anySearch = fc.tuple(
  anyRanking('a'),
  anyRanking('b'),
  fc.integer({ min: 1, max: 12 }),
  fc.constantFrom(0, 30, 111.2, 250, 1500),
);

describe('the best pairs of two rankings', () => {
  test('are those that trying all of them gives, ties included', () => {
    fc.assert(
      fc.property(anySearch, ([ones, others, count, reachKm]) => {
        const how = search(count, reachKm);
        expect(bestPairs(ones, others, how).pairs).toEqual(bruteForce(ones, others, how));
      }),
      { numRuns: 1000 },
    );
  });

  test('come page by page as in one go', () => {
    fc.assert(
      fc.property(anySearch, ([ones, others, count, reachKm]) => {
        const whole = bruteForce(ones, others, search(1000, reachKm));
        const paged: Pair<Offered>[] = [];
        for (;;) {
          const last = paged.at(-1);
          const { pairs } = bestPairs(
            ones,
            others,
            search(count, reachKm, { after: last && placeOfPair(last) }),
          );
          paged.push(...pairs);
          if (pairs.length < count) break;
        }
        expect(paged).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('never need more pairs than there are, nor more roles than were ranked', () => {
    fc.assert(
      fc.property(anySearch, ([ones, others, count, reachKm]) => {
        const { accesses, considered } = bestPairs(ones, others, search(count, reachKm));
        expect(considered).toBeLessThanOrEqual(ones.length * others.length);
        expect(accesses).toBeLessThanOrEqual(ones.length + others.length);
      }),
    );
  });

  test('are found without reading on below what can still count', () => {
    const ones = ranked(Array.from({ length: 100 }, (_, number) => offered(`a${number}`, 1 - number / 100)));
    const others = ranked(
      Array.from({ length: 100 }, (_, number) => offered(`b${number}`, 1 - number / 100)),
    );
    const { pairs, accesses, considered } = bestPairs(ones, others, search(5, 50));
    expect(pairs.map(({ one, other }) => `${one.id} ${other.id}`)).toEqual([
      'a0 b0',
      'a0 b1',
      'a1 b0',
      'a1 b1',
      'a0 b2',
    ]);
    expect(accesses).toBeLessThan(12);
    expect(considered).toBeLessThan(20);
  });

  test('leave pairs alone that lie far apart', () => {
    const north = (id: string, score: number) => offered(id, score, SKELLEFTEA);
    const south = (id: string, score: number) => offered(id, score, { ...UMEA, latitude: 48, region: null });
    const ones = ranked(Array.from({ length: 50 }, (_, number) => north(`a${number}`, 0.9)));
    const others = ranked([
      ...Array.from({ length: 50 }, (_, number) => south(`b${number}`, 0.9)),
      north('near', 0.2),
    ]);
    const { pairs, considered } = bestPairs(ones, others, search(3, 100));
    expect(pairs.map(({ other }) => other.id)).toEqual(['near', 'near', 'near']);
    expect(considered).toBeLessThanOrEqual(50);
  });
});

describe('a commuting area', () => {
  const reach = { km: 70, rule: 'HOME_BETWEEN' } as const;

  test('is where both places are within reach', () => {
    // Piteå lies 68 km from Skellefteå, Umeå 108 km.
    expect(commutingArea(place(SKELLEFTEA), place({ ...PITEA, region: 'SE-BD' }), reach)).toEqual({
      rule: 'HOME_BETWEEN',
      distanceKm: 67.7,
      limitKm: 70,
      acrossBorders: false,
    });
    expect(commutingArea(place(SKELLEFTEA), place(UMEA), reach)).toBeNull();
  });

  test('is the region where one of the places is not known', () => {
    expect(commutingArea(place(SKELLEFTEA), place(), reach)).toMatchObject({
      rule: 'REGION',
      distanceKm: null,
      limitKm: null,
    });
    expect(commutingArea(place(SKELLEFTEA), place({ region: 'SE-BD' }), reach)).toBeNull();
    expect(commutingArea(place({ region: null }), place({ region: null }), reach)).toBeNull();
  });

  test('is anywhere for work done from home, and says whether that crosses a border', () => {
    expect(commutingArea(place({ remote: true }), place({ country: 'CA' }), reach)).toMatchObject({
      rule: 'REMOTE',
      acrossBorders: true,
    });
  });
});

describe('the joint value', () => {
  const score = fc.integer({ min: 0, max: 1e6 }).map((millionths) => millionths / 1e6);

  test('never falls when one of the two scores rises', () => {
    fc.assert(
      fc.property(score, score, score, (one, other, more) => {
        const [low, high] = [Math.min(one, more), Math.max(one, more)];
        expect(jointValue(high, other)).toBeGreaterThanOrEqual(jointValue(low, other));
        expect(jointValue(other, high)).toBeGreaterThanOrEqual(jointValue(other, low));
      }),
    );
  });

  test('is less where one fits well and the other hardly, at the same mean', () => {
    expect(jointValue(0.5, 0.5)).toBe(0.5);
    expect(jointValue(0.9, 0.1)).toBe(0.3);
  });
});
