import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosine } from '../../../src/embeddings/index.ts';
import { characterGrams } from '../../../src/vocabulary/titles/character-grams.ts';
import { DenseIndex } from '../../../src/vocabulary/titles/dense-index.ts';
import { highest } from '../../../src/vocabulary/titles/highest.ts';
import { TermIndex } from '../../../src/vocabulary/titles/term-index.ts';

describe('the grams of a text', () => {
  test('are taken word by word, with marks for beginning and end, without accents', () => {
    expect(characterGrams('Sjö', 3, 4)).toEqual(['^sj', 'sjo', 'jo$', '^sjo', 'sjo$']);
    expect(characterGrams('a b', 3, 5)).toEqual(['^a$', '^b$']);
  });
});

describe('BM25 over terms', () => {
  test('is as worked out by hand', () => {
    const index = new TermIndex([['a', 'b'], ['b'], ['c', 'c', 'b']]);
    const [n, meanLength] = [3, 2];
    const rarity = (frequency: number) => Math.log(1 + (n - frequency + 0.5) / (frequency + 0.5));
    const saturated = (count: number, length: number) =>
      (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / meanLength));
    const best = rarity(1) * saturated(1, 2) + rarity(3) * saturated(1, 2);
    const [first, second, third] = index.score(['a', 'b']);
    expect(first).toBeCloseTo(1, 6);
    expect(second).toBeCloseTo((rarity(3) * saturated(1, 1)) / best, 6);
    expect(third).toBeCloseTo((rarity(3) * saturated(1, 3)) / best, 6);
  });

  test('gives 1 to a row equal to the query, and 0 to rows without a term of it', () => {
    const terms = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 12 }), fc.nat(), (rows, pick) => {
        const row = pick % rows.length;
        const scores = new TermIndex(rows).score(rows[row]!);
        expect(scores[row]).toBeCloseTo(1, 4);
        rows.forEach((other, at) => {
          expect(scores[at]! > 0).toBe(other.some((term) => rows[row]!.includes(term)));
        });
        expect(new TermIndex(rows).score(['z']).every((score) => score === 0)).toBe(true);
      }),
      { seed: 42 },
    );
  });
});

describe('vectors in a byte a component', () => {
  test('have the cosines of the vectors, to two hundredths', () => {
    const component = fc.float({ min: -1, max: 1, noNaN: true });
    const vector = fc
      .array(component, { minLength: 6, maxLength: 6 })
      .filter((values) => Math.hypot(...values) > 0.1)
      .map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 8 }), vector, (vectors, query) => {
        const scores = new DenseIndex(vectors.length, 6, (row) => vectors[row]).score(query);
        vectors.forEach((other, row) =>
          expect(Math.abs(scores[row]! - cosine(other, query))).toBeLessThan(0.02),
        );
      }),
      { seed: 43 },
    );
  });

  test('are compared row by row as all at once, also where they came in bytes', () => {
    const byte = fc.integer({ min: -127, max: 127 });
    const bytes = fc.array(fc.array(byte, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(7)), (vectors, picked) => {
        const index = DenseIndex.ofBytes(Int8Array.from(vectors.flat()), 6);
        const query = Float32Array.of(0.1, -0.4, 0.2, 0.7, 0, -0.3);
        const scores = index.score(query);
        vectors.forEach((vector, row) =>
          expect(Math.abs(scores[row]! - cosine(vector, query) * Math.hypot(...query))).toBeLessThan(0.02),
        );
        const rows = picked.filter((row) => row < vectors.length);
        expect([...index.scoreOf(query, Uint32Array.from(rows))]).toEqual(rows.map((row) => scores[row]));
      }),
    );
  });

  test('are like nothing where there is none', () => {
    const index = new DenseIndex(2, 3, (row) => (row === 0 ? undefined : Float32Array.of(0, 1, 0)));
    expect([...index.score(Float32Array.of(0, 1, 0))]).toEqual([0, expect.closeTo(1, 5)]);
    expect([...index.score(new Float32Array(3))]).toEqual([0, 0]);
  });
});

test('the highest scores are those that sorting everything would put first', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.nat(45), (values, limit) => {
      const expected = values
        .map((score, at) => ({ score, at }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, limit)
        .map(({ at }) => at);
      expect(highest(Float32Array.from(values), limit, (a, b) => a - b)).toEqual(expected);
    }),
    { seed: 44 },
  );
});
