import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteRows } from '../../src/embeddings/index.ts';

const vectorsOf = (dimensions: number) =>
  fc.array(fc.array(fc.integer({ min: -128, max: 127 }), { minLength: dimensions, maxLength: dimensions }), {
    minLength: 1,
    maxLength: 20,
  });

test('products are those of the parts, added up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 70 }).chain(vectorsOf), (vectors) => {
      const rows = new ByteRows(vectors.length, vectors[0]!.length);
      vectors.forEach((vector, row) => rows.set(row, vector));
      for (const vector of vectors)
        expect([...rows.products(vector)]).toEqual(
          vectors.map((own) => own.reduce((sum, part, at) => sum + part * vector[at]!, 0)),
        );
    }),
  );
});

test('the largest there are do not run over', () => {
  const dimensions = 4096;
  const largest = Int8Array.from({ length: dimensions }, () => -128);
  const rows = new ByteRows(2, dimensions);
  rows.set(0, largest);
  rows.set(
    1,
    largest.map(() => 127),
  );
  expect([...rows.products(largest)]).toEqual([dimensions * 128 ** 2, -dimensions * 128 * 127]);
});

test('only the rows asked for are multiplied', () => {
  const rows = new ByteRows(3, 2);
  [0, 1, 2].forEach((row) => rows.set(row, [row, 1]));
  expect([...rows.products([2, 1], 2)]).toEqual([1, 3]);
  expect([...rows.products([2, 1], 0)]).toEqual([]);
});
