import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, poolVectors } from '../../src/embeddings/index.ts';

const SEED = 20261121;
const vector = (length: number) =>
  fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: length, maxLength: length });
const pair = fc.integer({ min: 1, max: 20 }).chain((length) => fc.tuple(vector(length), vector(length)));

describe('the cosine of two vectors', () => {
  it('is 1 for the same direction, 0 for a right angle, -1 for the opposite', () => {
    expect(cosine([3, 0, 4], [6, 0, 8])).toBeCloseTo(1, 12);
    expect(cosine([3, 0, 4], [0, 2, 0])).toBe(0);
    expect(cosine([3, 0, 4], [-3, 0, -4])).toBeCloseTo(-1, 12);
    expect(cosine([3, 0, 4], [1, 0, 0])).toBeCloseTo(0.6, 12);
  });

  it('is 0 for a vector without direction', () => {
    expect(cosine([0, 0], [1, 2])).toBe(0);
  });

  it('refuses vectors of two models', () => {
    expect(() => cosine([1, 2, 3], [1, 2])).toThrow('A vector of 2 dimensions met one of 3');
  });

  it('lies within [-1, 1] and does not depend on the order', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const angle = cosine(a, b);
        expect(angle).toBeGreaterThanOrEqual(-1);
        expect(angle).toBeLessThanOrEqual(1);
        expect(angle).toBe(cosine(b, a));
      }),
      { seed: SEED },
    );
  });
});

describe('pooling vectors', () => {
  it('gives their weighted mean, of length 1', () => {
    expect([
      ...poolVectors(
        [
          [4, 0],
          [0, 1],
        ],
        [3, 16],
      ),
    ]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
  });

  it('without weights counts all the same', () => {
    expect(
      cosine(
        poolVectors([
          [1, 0],
          [0, 1],
        ]),
        [1, 1],
      ),
    ).toBeCloseTo(1, 6);
  });

  it('leaves zeros when the vectors cancel out, and nothing when there are none', () => {
    expect([
      ...poolVectors([
        [1, 2],
        [-1, -2],
      ]),
    ]).toEqual([0, 0]);
    expect([...poolVectors([])]).toEqual([]);
  });

  it('refuses vectors of two models', () => {
    expect(() =>
      poolVectors([
        [1, 2, 3],
        [1, 2],
      ]),
    ).toThrow('A vector of 2 dimensions met one of 3');
  });

  it('gives a length of 1, or zeros, whatever the vectors', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const pooled = poolVectors([a, b], [1, 3]);
        const isZero = pooled.every((value) => value === 0);
        expect(Math.hypot(...pooled)).toBeCloseTo(isZero ? 0 : 1, 5);
      }),
      { seed: SEED },
    );
  });
});
