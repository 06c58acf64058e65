import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FEWEST_PEOPLE,
  shareOf,
  shownCount,
  shownMean,
  shownMedian,
  shownParts,
  shownShare,
} from '../../src/metrics/figures/guard.ts';
import { daysBetween, mean, median, rate } from '../../src/metrics/figures/statistics.ts';
import { tallies, tallyOf } from '../../src/metrics/figures/tally.ts';

const WORDS = ['a', 'b', 'c', 'd'] as const;
type Word = (typeof WORDS)[number];
const rowsOf = (people: number, word: Word = 'a') =>
  Array.from({ length: people }, (_, at) => ({ talentId: `${word}${at}`, word }));
/** Rows of up to four words, about people of whom some have several. */
const someRows = fc.array(
  fc.record({ talentId: fc.integer({ min: 0, max: 30 }).map(String), word: fc.constantFrom(...WORDS) }),
  { maxLength: 60 },
);
const tallied = (given: readonly { talentId: string; word: Word }[]) =>
  tallies(given, WORDS, ({ word }) => word);

describe('rates, medians and means', () => {
  test('are null of nothing, never 0 or no number', () => {
    expect([rate(0, 0), median([]), mean([])]).toEqual([null, null, null]);
  });

  test('a rate of a part lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (part, rest) => {
        const value = rate(part, part + rest);
        expect(value === null ? part + rest === 0 : value >= 0 && value <= 1).toBe(true);
      }),
    );
  });

  test('at least half of the values are no larger than the median, and at least half no smaller', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const middle = median(values)!;
        expect(values.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(median(values.toReversed())).toBe(middle);
      }),
    );
  });

  test('the median of an even number lies between the middle two', () => {
    expect(median([10, 2, 4, 100])).toBe(7);
    expect(median([3, 1, 2])).toBe(2);
  });

  test('days count across a change of clocks and a leap day', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });
});

describe('figures about fewer than five people', () => {
  test('are withheld where guarded, and shown to those whose data they are', () => {
    for (const people of [1, 4]) {
      expect(shownCount(tallyOf(rowsOf(people)), FEWEST_PEOPLE)).toEqual({
        value: null,
        withheld: 'FEW_PEOPLE',
      });
      expect(shownCount(tallyOf(rowsOf(people)), 0)).toEqual({ value: people, withheld: null });
    }
    expect(shownCount(tallyOf(rowsOf(5)), FEWEST_PEOPLE)).toEqual({ value: 5, withheld: null });
    expect(shownCount(tallyOf([]), FEWEST_PEOPLE)).toEqual({ value: 0, withheld: null });
  });

  test('are about people: ten meetings of one person are about one', () => {
    const ofOne = Array.from({ length: 10 }, () => ({ talentId: 'one', value: 3 }));
    expect(shownCount(tallyOf(ofOne), FEWEST_PEOPLE).withheld).toBe('FEW_PEOPLE');
    expect(shownMean(ofOne, FEWEST_PEOPLE)).toEqual({ value: null, n: null, withheld: 'FEW_PEOPLE' });
    expect(shownMedian(ofOne, 0)).toEqual({ value: 3, n: 10, withheld: null });
  });

  test('cannot be had as the whole less the other parts', () => {
    // Two of 20 did not: that 18 did would say so.
    const twenty = [...rowsOf(18, 'a'), ...rowsOf(2, 'b')];
    expect(shownShare(twenty, ({ word }) => word === 'a', FEWEST_PEOPLE)).toEqual({
      value: null,
      numerator: null,
      denominator: 20,
      withheld: 'FEW_PEOPLE',
    });
    fc.assert(
      fc.property(someRows, (given) => {
        const all = tallied(given);
        const { total, parts } = shownParts(all, FEWEST_PEOPLE);
        const hidden = WORDS.filter((word) => parts[word].withheld);
        const people = new Set(hidden.flatMap((word) => [...all[word].people]));
        const together = hidden.length > 1 && people.size >= FEWEST_PEOPLE;
        const allFew = total.withheld !== null && tallyOf(given).people.size < FEWEST_PEOPLE;
        expect(hidden.length === 0 || together || allFew).toBe(true);
        for (const word of WORDS.filter((each) => parts[each].value))
          expect(all[word].people.size).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
      }),
    );
  });
});

describe('a whole and its parts', () => {
  test('are withheld together where the whole is a secret, but for what is nothing', () => {
    const { total, parts } = shownParts(tallied(rowsOf(50)), Infinity);
    expect([total.value, parts.a.value, parts.b.value]).toEqual([null, null, 0]);
  });

  test('add up, where nothing is withheld', () => {
    fc.assert(
      fc.property(someRows, (given) => {
        const { total, parts } = shownParts(tallied(given), 0);
        expect(WORDS.reduce((sum, word) => sum + parts[word].value!, 0)).toBe(total.value);
        expect(total.value).toBe(given.length);
      }),
    );
  });

  test('a share of parts is withheld where one of them is', () => {
    const { parts } = shownParts(
      tallied([...rowsOf(9, 'a'), ...rowsOf(3, 'b'), ...rowsOf(8, 'c')]),
      FEWEST_PEOPLE,
    );
    expect([parts.a.value, parts.b.value, parts.c.value]).toEqual([9, null, null]);
    expect(shareOf(parts.a, [parts.b])).toEqual({
      value: null,
      numerator: 9,
      denominator: null,
      withheld: 'FEW_PEOPLE',
    });
    expect(shareOf(parts.a, [parts.d])).toEqual({ value: 1, numerator: 9, denominator: 9, withheld: null });
  });
});
