import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstEligible, takeFrom, takeMost } from '../../src/matching/first-eligible.ts';

const people = Array.from({ length: 1500 }, (_, n) => `${n}`);
const order = fc.shuffledSubarray(people, { maxLength: 1500 });

test('the first of each order who are eligible are those of the whole order, and nobody is judged twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { maxLength: 3 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 40 }),
      async (orders, limit, oneIn) => {
        const isEligible = (id: string) => Number(id) % oneIn === 0;
        const judged: string[] = [];
        const found = await firstEligible(orders.map(takeFrom), limit, async (ids) => {
          judged.push(...ids);
          return new Set(ids.filter(isEligible));
        });
        expect(found).toEqual(orders.map((own) => own.filter(isEligible).slice(0, limit)));
        expect(new Set(judged).size).toBe(judged.length);
      },
    ),
    { numRuns: 50 },
  );
});

test('where most are eligible a few are judged, once', async () => {
  const asked: number[] = [];
  await firstEligible([takeFrom(people)], 70, async (ids) => {
    asked.push(ids.length);
    return new Set(ids.filter((id) => Number(id) % 4 !== 0));
  });
  expect(asked).toEqual([200]);
});

test('the most of a figure come first, and by identifier where it is the same, in whatever portions', () => {
  const figures = fc.dictionary(fc.stringMatching(/^[a-f]{1,4}$/), fc.integer({ min: 1, max: 5 }), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(figures, fc.integer({ min: 1, max: 9 }), (of, size) => {
      const take = takeMost(new Map(Object.entries(of)));
      const portions: string[][] = [];
      for (let portion = take(size); portion.length > 0; portion = take(size)) portions.push(portion);
      expect(portions.flat()).toEqual(
        Object.keys(of).toSorted((one, other) => of[other]! - of[one]! || (one < other ? -1 : 1)),
      );
      for (const portion of portions.slice(0, -1)) expect(portion).toHaveLength(size);
    }),
  );
});
