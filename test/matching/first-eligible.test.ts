import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstEligible, takeFrom } from '../../src/matching/first-eligible.ts';

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
  expect(asked).toEqual([100]);
});
