import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../src/embeddings/batches.ts';

describe('texts are batched by length', () => {
  it('the longest first, neighbours in length together', () => {
    expect(batchesOf([3, 10, 4, 9], 20)).toEqual([
      [1, 3],
      [2, 0],
    ]);
  });

  it('a text longer than the bound is alone', () => {
    expect(batchesOf([50, 5, 5], 20)).toEqual([[0], [1, 2]]);
  });

  it('each text is in one batch, and no batch of several is longer than the bound when padded', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 200 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 2048 }), (all, bound) => {
        const batches = batchesOf(all, bound);
        expect(batches.flat().sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        for (const batch of batches) {
          const longest = Math.max(...batch.map((i) => all[i]!));
          expect(batch.length * longest).toBeLessThanOrEqual(Math.max(bound, longest));
        }
      }),
      { seed: 20261121 },
    );
  });
});
