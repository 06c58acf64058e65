import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenLetters, unpackSeen } from '../../src/documents/index.ts';
import { quantise } from '../../src/embeddings/index.ts';
import { PRINTS } from '../../src/documents/reading/prints.ts';
import type { ReadPassage } from '../../src/documents/reading/read-documents.ts';
import {
  packedVectors,
  packHashes,
  packSeen,
  unpackPooled,
} from '../../src/documents/reading/seen-document.ts';

const DIMENSIONS = 5;

const asSeen = ({ start, end, prints, vector }: ReadPassage) => ({
  start,
  length: end - start,
  prints,
  vector,
});

const document = fc.record({
  pooled: fc.float32Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS, noNaN: true }),
  passages: fc.array(
    fc.record({
      start: fc.nat(),
      end: fc.nat(),
      hash: fc.stringMatching(/^[0-9a-f]{64}$/),
      prints: fc.uint32Array({ minLength: PRINTS, maxLength: PRINTS }),
      vector: fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS }),
    }),
    { maxLength: 6 },
  ),
});

test('a document is the same when it is unpacked', () => {
  fc.assert(
    fc.property(document, ({ pooled, passages }) => {
      const packed = packSeen({ pooled, passages }, DIMENSIONS);
      expect(packed).toHaveLength(seenLetters(DIMENSIONS, passages.length));
      expect(unpackSeen(packed, DIMENSIONS)).toEqual({
        pooled: quantise(pooled),
        passages: passages.map(asSeen),
      });
      expect(packedVectors(packed, packHashes(passages), DIMENSIONS)).toEqual(
        passages.map(({ hash, vector }) => [hash, vector]),
      );
    }),
  );
});

test('the pooled vector is what a packed document begins with', () => {
  fc.assert(
    fc.property(document, ({ pooled, passages }) => {
      const beginning = packSeen({ pooled, passages }, DIMENSIONS).slice(0, seenLetters(DIMENSIONS, 0));
      expect(unpackPooled(beginning, DIMENSIONS)).toEqual(quantise(pooled));
    }),
  );
});

test('a document that is read in part has the passages that were read whole', () => {
  fc.assert(
    fc.property(document, fc.nat(6), ({ pooled, passages }, first) => {
      const part = packSeen({ pooled, passages }, DIMENSIONS).slice(0, seenLetters(DIMENSIONS, first));
      expect(unpackSeen(part, DIMENSIONS)).toEqual({
        pooled: quantise(pooled),
        passages: passages.slice(0, first).map(asSeen),
      });
    }),
  );
});
