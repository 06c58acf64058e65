import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTrecOrder, meanMeasures, measuresOf, type Ranked } from '../../src/evaluation/index.ts';

/** A ranking of these documents, in their order. */
const ranking = (...ids: string[]): Ranked[] => ids.map((id, index) => ({ id, score: -index }));
const grades = (of: Record<string, number>) => new Map(Object.entries(of));

describe('the measures of a ranking', () => {
  test('are as worked out by hand: two relevant at ranks 2 and 4, one not found', () => {
    const measures = measuresOf(ranking('x', 'a', 'y', 'b', 'z'), grades({ a: 1, b: 1, c: 1 }))!;
    expect(measures.mrr).toBe(1 / 2);
    expect(measures.map).toBeCloseTo((1 / 2 + 2 / 4 + 0) / 3, 12);
    const ideal = 1 / Math.log2(2) + 1 / Math.log2(3) + 1 / Math.log2(4);
    expect(measures.ndcgAt10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal, 12);
    expect(measures.recallAt10).toBeCloseTo(2 / 3, 12);
    expect(measures.recallAt100).toBeCloseTo(2 / 3, 12);
    expect(measures.accAt1).toBe(0);
  });

  test('take the grade as gain in nDCG, and any grade above 0 as relevant elsewhere', () => {
    const measures = measuresOf(ranking('b', 'a', 'n'), grades({ a: 3, b: 1, n: 0, m: -1 }))!;
    expect(measures.ndcgAt10).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)), 12);
    expect(measures.map).toBe(1);
    expect(measures.accAt1).toBe(1);
    expect(measures.recallAt10).toBe(1);
  });

  test('look no further than their depth: rank 11 is not in the first 10, rank 101 not in the first 100', () => {
    const filler = (count: number) => Array.from({ length: count }, (_, index) => `f${index}`);
    const eleventh = measuresOf(ranking(...filler(10), 'a'), grades({ a: 1 }))!;
    expect(eleventh).toMatchObject({ mrr: 1 / 11, ndcgAt10: 0, recallAt10: 0, recallAt100: 1 });
    const hundredFirst = measuresOf(ranking(...filler(100), 'a'), grades({ a: 1 }))!;
    expect(hundredFirst).toMatchObject({ mrr: 1 / 101, recallAt100: 0, map: 1 / 101 });
  });

  test('compare nDCG with the best 10 of more than 10 relevant documents', () => {
    const ids = Array.from({ length: 15 }, (_, index) => `d${index}`);
    expect(measuresOf(ranking(...ids), new Map(ids.map((id) => [id, 1])))!.ndcgAt10).toBeCloseTo(1, 12);
  });

  test('are none where nothing is relevant', () => {
    expect(measuresOf(ranking('a'), grades({ a: 0 }))).toBeUndefined();
    expect(measuresOf(ranking('a'), new Map())).toBeUndefined();
  });

  test('are 0 for an empty ranking', () => {
    expect(Object.values(measuresOf([], grades({ a: 2 }))!)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('lie in [0, 1], and moving a relevant document up lowers none of them', () => {
    const documents = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(29), (numbers, seed, at) => {
        const ids = numbers.map(String);
        const judged = new Map(ids.map((id, index) => [id, (seed >> (index % 20)) & 1]));
        const place = 1 + (at % (ids.length - 1));
        const [upper, lower] = [ids[place - 1]!, ids[place]!];
        judged.set(lower, 1).set(upper, 0);
        const before = measuresOf(ranking(...ids), judged)!;
        const moved = ids.with(place - 1, lower).with(place, upper);
        const after = measuresOf(ranking(...moved), judged)!;
        for (const measure of Object.keys(before) as (keyof typeof before)[]) {
          expect(after[measure]).toBeGreaterThanOrEqual(before[measure]);
          expect(after[measure]).toBeLessThanOrEqual(1 + 1e-12);
          expect(before[measure]).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 31 },
    );
  });
});

describe('the order of a run', () => {
  test('is by score, and by identifier from the last to the first where scores are equal', () => {
    const run: Ranked[] = [
      { id: 'a', score: 0.5 },
      { id: 'b', score: 0.9 },
      { id: 'c', score: 0.5 },
    ];
    expect(run.toSorted(inTrecOrder).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  test('takes scores as equal that single precision cannot tell apart', () => {
    const run: Ranked[] = [
      { id: 'a', score: 0.1 + 1e-12 },
      { id: 'b', score: 0.1 },
    ];
    expect(run.toSorted(inTrecOrder).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('compares identifiers by their bytes: an emoji comes behind a letter of the basic plane', () => {
    const run: Ranked[] = [
      { id: '\uff21', score: 1 },
      { id: '😀', score: 1 },
    ];
    expect(run.toSorted(inTrecOrder).map(({ id }) => id)).toEqual(['😀', '\uff21']);
  });
});

test('the mean of measures counts every query the same', () => {
  const one = measuresOf(ranking('a'), grades({ a: 1 }))!;
  const none = measuresOf([], grades({ a: 1 }))!;
  expect(meanMeasures([one, none])).toMatchObject({ mrr: 0.5, accAt1: 0.5 });
  expect(meanMeasures([]).mrr).toBe(0);
});
