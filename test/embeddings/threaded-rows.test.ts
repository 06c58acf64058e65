import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ThreadedRows } from '../../src/embeddings/index.ts';

const DIMENSIONS = 5;
const vector = fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS });

test('a thread multiplies the rows as they were when it was asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(vector, { minLength: 1, maxLength: 300 }), vector, async (vectors, asked) => {
      const rows = new ThreadedRows(DIMENSIONS, 1);
      const productOf = (own: Int8Array) => own.reduce((sum, part, at) => sum + part * asked[at]!, 0);
      const [first, ...others] = vectors;
      rows.set(0, asked);
      rows.set(0, first!);
      const before = rows.products(asked, 1);
      others.forEach((own, place) => rows.set(place + 1, own));
      const after = rows.products(asked, vectors.length);
      rows.set(0, asked);
      expect([...(await before)]).toEqual([productOf(first!)]);
      expect([...(await after)]).toEqual(vectors.map(productOf));
    }),
    { numRuns: 50 },
  );
});

test('tables do not get in the way of one another', async () => {
  const [one, other] = [new ThreadedRows(1, 1), new ThreadedRows(2, 1)];
  one.set(0, Int8Array.of(3));
  other.set(0, Int8Array.of(1, 2));
  const products = [one.products(Int8Array.of(5), 1), other.products(Int8Array.of(10, 1), 1)];
  expect((await Promise.all(products)).map((own) => [...own])).toEqual([[15], [12]]);
});
