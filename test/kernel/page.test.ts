import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertPageSize, decodeCursor, encodeCursor, pageOf } from '../../src/kernel/index.ts';

const place = fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string());

describe('a cursor', () => {
  test('gives back the place that it was made of', () => {
    fc.assert(
      fc.property(place, ([score, id]) => {
        const [readScore, readId] = decodeCursor(encodeCursor([score, id]), ['number', 'string']);
        // JSON knows no negative zero, and no list is ordered by it.
        expect([readScore, readId]).toEqual([score + 0, id]);
      }),
      { seed: 1 },
    );
  });

  test.each(['', 'nonsense', encodeCursor(['a']), encodeCursor([1, 2]), encodeCursor(['a', 'b', 'c'])])(
    'of another list is refused: %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, ['number', 'string'])).toThrowError(
        expect.objectContaining({ code: 'PAGE_INVALID_CURSOR', path: ['after'] }),
      );
    },
  );
});

describe('a page', () => {
  test('holds at most what was asked for and says whether there is more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (all, first) => {
        // A list is read with one row to spare.
        const page = pageOf(all.slice(0, first + 1), first, String, (row) => [row]);
        expect(page.edges.map(({ node }) => node)).toEqual(all.slice(0, first).map(String));
        expect(page.hasNextPage).toBe(all.length > first);
      }),
      { seed: 2 },
    );
  });

  test.each([0, -1, 101, 1.5, Number.NaN])('of %d is refused', (first) => {
    expect(() => assertPageSize(first)).toThrowError(expect.objectContaining({ code: 'PAGE_INVALID_SIZE' }));
  });
});
