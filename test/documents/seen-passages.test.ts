import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenLetters, unpackPooled, unpackSeen } from '../../src/documents/index.ts';
import { PRINTS } from '../../src/documents/reading/prints.ts';
import type { ReadPassage } from '../../src/documents/reading/read-documents.ts';
import {
  packedVectors,
  packHashes,
  packPooled,
  packSeen,
} from '../../src/documents/reading/seen-passages.ts';
import { quantise } from '../../src/embeddings/index.ts';

const DIMENSIONS = 5;

const asSeen = ({ start, end, prints, vector }: ReadPassage) => ({
  start,
  length: end - start,
  prints,
  vector,
});

const document = fc.array(
  fc.record({
    start: fc.nat(),
    end: fc.nat(),
    hash: fc.stringMatching(/^[0-9a-f]{64}$/),
    prints: fc.uint32Array({ minLength: PRINTS, maxLength: PRINTS }),
    vector: fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS }),
  }),
  { maxLength: 6 },
);

test('passages are the same when they are unpacked', () => {
  fc.assert(
    fc.property(document, (passages) => {
      const packed = packSeen(passages, DIMENSIONS);
      expect(packed).toHaveLength(seenLetters(DIMENSIONS, passages.length));
      expect(unpackSeen(packed, DIMENSIONS)).toEqual(passages.map(asSeen));
      expect(packedVectors(packed, packHashes(passages), DIMENSIONS)).toEqual(
        passages.map(({ hash, vector }) => [hash, vector]),
      );
    }),
  );
});

test('a document that is read in part has the passages that were read whole', () => {
  fc.assert(
    fc.property(document, fc.nat(6), (passages, first) => {
      const part = packSeen(passages, DIMENSIONS).slice(0, seenLetters(DIMENSIONS, first));
      expect(unpackSeen(part, DIMENSIONS)).toEqual(passages.slice(0, first).map(asSeen));
    }),
  );
});

test('a pooled vector comes back in bytes', () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true, maxLength: 20 }), (pooled) => {
      expect(unpackPooled(packPooled(pooled))).toEqual(quantise(pooled));
    }),
  );
});
