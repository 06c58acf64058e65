import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HeldVectors } from '../../../src/documents/held/held-vectors.ts';
import { cosine } from '../../../src/embeddings/index.ts';

const DIMENSIONS = 6;
const vector = fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS });
const isZero = (one: Int8Array) => one.every((part) => part === 0);

const holding = (vectors: readonly Int8Array[], expected = 0) => {
  const held = new HeldVectors(DIMENSIONS, expected);
  vectors.forEach((one, place) => held.put(`${place}`, one, 1));
  return held;
};

/** Everything there is, by portions of so many. */
function allOf(next: (count: number) => string[], count: number): string[][] {
  const portions: string[][] = [];
  for (let portion = next(count); portion.length > 0; portion = next(count)) portions.push(portion);
  return portions;
}

describe('the documents nearest to a vector', () => {
  test('are all that have an angle with it, nearest first, whatever the portions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(vector, { maxLength: 300 }),
        vector,
        fc.integer({ min: 1, max: 50 }),
        async (vectors, asked, count) => {
          const portions = allOf(await holding(vectors).nearestFirst(asked), count);
          const found = portions.flat().map(Number);
          const expected = isZero(asked) ? [] : vectors.flatMap((one, place) => (isZero(one) ? [] : [place]));
          expect(found.toSorted((one, other) => one - other)).toEqual(expected);
          const cosines = found.map((place) => cosine(vectors[place]!, asked));
          cosines.slice(1).forEach((one, place) => expect(one).toBeLessThanOrEqual(cosines[place]! + 1e-6));
          for (const portion of portions.slice(0, -1)) expect(portion.length).toBeGreaterThanOrEqual(count);
        },
      ),
    );
  });

  test('come by identifier where they are as near, however they were put in', async () => {
    const held = new HeldVectors(DIMENSIONS, 0);
    const same = Int8Array.of(1, 2, 3, 4, 5, 6);
    for (const id of ['c', 'a', 'd', 'b']) held.put(id, same, 1);
    expect((await held.nearestFirst(same))(4)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are found by the vector that was written last, in whatever order they come', async () => {
    const held = holding([Int8Array.of(1, 0, 0, 0, 0, 0), Int8Array.of(0, 1, 0, 0, 0, 0)]);
    const asked = Int8Array.of(0, 0, 1, 0, 0, 0);
    held.put('0', asked, 3);
    held.put('0', Int8Array.of(0, -1, 0, 0, 0, 0), 2);
    expect((await held.nearestFirst(asked))(1)).toEqual(['0']);
    expect(held.size).toBe(2);
  });

  test('are those there were when they were asked for', async () => {
    const held = holding([Int8Array.of(1, 0, 0, 0, 0, 0)]);
    const asked = held.nearestFirst(Int8Array.of(1, 1, 0, 0, 0, 0));
    held.put('0', Int8Array.of(0, 0, 0, 0, 0, 0), 2);
    held.put('1', Int8Array.of(1, 1, 0, 0, 0, 0), 2);
    expect((await asked)(2)).toEqual(['0']);
  });
});
