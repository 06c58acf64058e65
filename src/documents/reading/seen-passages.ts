import { quantise } from '../../embeddings/index.ts';
import { PRINTS } from './prints.ts';
import type { ReadPassage } from './read-documents.ts';

/** What rankings see of a passage. */
export interface SeenPassage {
  /** Where it stands in the text: an offset in UTF-16 units. */
  start: number;
  /** In characters. */
  length: number;
  /** See `printsOf`. */
  prints: Uint32Array;
  /** See `quantise`. */
  vector: Int8Array;
}

const PRINTS_AT = 8;
const VECTOR_AT = PRINTS_AT + 4 * PRINTS;
const HASH_BYTES = 32;

const passageBytes = (dimensions: number): number => VECTOR_AT + dimensions;

/** How many letters hold so many passages. */
export const seenLetters = (dimensions: number, passages: number): number =>
  4 * Math.ceil((passages * passageBytes(dimensions)) / 3);

/** A pooled vector as `quantise` has it, in base64. */
export const packPooled = (pooled: Float32Array): string => Buffer.from(quantise(pooled)).toString('base64');

/** The pooled vector of a document: the passages as one; all zeros where there is nothing to read. */
export const unpackPooled = (base64: string): Int8Array => new Int8Array(Buffer.from(base64, 'base64'));

/**
 * The passages of a document as one value, which the program reads and the database never, in base64: to write bytes
 * as text takes the embedded engine 6 ns each, which for the CVs of a ranking was a third of the time of reading them.
 * Of each passage `start` and `end` as integers of 32 bits, the highest byte first; the prints, the lowest byte first;
 * and the vector, a byte a dimension.
 */
export function packSeen(passages: readonly ReadPassage[], dimensions: number): string {
  const packed = Buffer.alloc(passages.length * passageBytes(dimensions));
  passages.forEach(({ start, end, prints, vector }, place) => {
    const from = place * passageBytes(dimensions);
    packed.writeInt32BE(start, from);
    packed.writeInt32BE(end, from + 4);
    prints.forEach((print, at) => packed.writeUInt32LE(print, from + PRINTS_AT + 4 * at));
    packed.set(vector, from + VECTOR_AT);
  });
  return packed.toString('base64');
}

/** The passages packed, or as many of them as were read whole. */
export function unpackSeen(base64: string, dimensions: number): SeenPassage[] {
  const packed = Buffer.from(base64, 'base64');
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  return placesIn(packed, dimensions).map((from) => {
    const prints = new Uint32Array(PRINTS);
    for (let at = 0; at < PRINTS; at += 1) prints[at] = view.getUint32(from + PRINTS_AT + 4 * at, true);
    const start = view.getInt32(from);
    return {
      start,
      length: view.getInt32(from + 4) - start,
      prints,
      vector: vectorAt(packed, from, dimensions),
    };
  });
}

/** By what the passages are known when the document is read anew: the content hash of each, in base64. */
export const packHashes = (passages: readonly Pick<ReadPassage, 'hash'>[]): string =>
  Buffer.from(passages.map(({ hash }) => hash).join(''), 'hex').toString('base64');

/** The vectors of the passages packed, each after the content hash of what it was made from. */
export function packedVectors(seen: string, hashes: string, dimensions: number): [string, Int8Array][] {
  const packed = Buffer.from(seen, 'base64');
  const packedHashes = Buffer.from(hashes, 'base64');
  return placesIn(packed, dimensions).map((from, place) => [
    packedHashes.toString('hex', HASH_BYTES * place, HASH_BYTES * (place + 1)),
    vectorAt(packed, from, dimensions),
  ]);
}

/** Where the passages begin. */
const placesIn = (packed: Buffer, dimensions: number): number[] =>
  Array.from(
    { length: Math.floor(packed.length / passageBytes(dimensions)) },
    (_, place) => place * passageBytes(dimensions),
  );

/** The vector of the passage that begins there. */
const vectorAt = (packed: Buffer, from: number, dimensions: number): Int8Array =>
  new Int8Array(packed.buffer, packed.byteOffset + from + VECTOR_AT, dimensions);
