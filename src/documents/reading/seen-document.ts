import { PRINTS } from './prints.ts';
import type { ReadDocument } from './read-documents.ts';

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

/** What rankings see of a document. */
export interface SeenDocument {
  /** The passages as one, of length 1; all zeros where there is nothing to read. */
  pooled: Float32Array;
  passages: SeenPassage[];
}

const PRINTS_AT = 8;
const HASH_AT = PRINTS_AT + 4 * PRINTS;
const VECTOR_AT = HASH_AT + 32;

const headBytes = (dimensions: number): number => 4 * dimensions;
const passageBytes = (dimensions: number): number => VECTOR_AT + dimensions;

const bytesOf = (dimensions: number, passages: number): number =>
  headBytes(dimensions) + passages * passageBytes(dimensions);

/** How many letters of a packed document hold so many passages and what stands before them. */
export const seenLetters = (dimensions: number, passages: number): number =>
  4 * Math.ceil(bytesOf(dimensions, passages) / 3);

/**
 * A document as one value, which the program reads and the database never, in base64: to write bytes as text takes
 * the embedded engine 6 ns each, which for the CVs of a ranking was a third of the time of reading them. First the
 * pooled vector, a float of 32 bits a dimension, the highest byte first; then each passage: `start` and `end` as integers of
 * 32 bits, the highest byte first; the prints, the lowest byte first; the 32 bytes of the hash; and the vector, a byte
 * a dimension.
 */
export function packSeen(
  { pooled, passages }: Pick<ReadDocument, 'pooled' | 'passages'>,
  dimensions: number,
): string {
  const packed = Buffer.alloc(bytesOf(dimensions, passages.length));
  pooled.forEach((part, at) => packed.writeFloatBE(part, 4 * at));
  passages.forEach(({ start, end, prints, hash, vector }, place) => {
    const from = bytesOf(dimensions, place);
    packed.writeInt32BE(start, from);
    packed.writeInt32BE(end, from + 4);
    prints.forEach((print, at) => packed.writeUInt32LE(print, from + PRINTS_AT + 4 * at));
    packed.write(hash, from + HASH_AT, 'hex');
    packed.set(vector, from + VECTOR_AT);
  });
  return packed.toString('base64');
}

/** What was packed, or as much of it as was read whole. */
export function unpackSeen(base64: string, dimensions: number): SeenDocument {
  const packed = Buffer.from(base64, 'base64');
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const pooled = new Float32Array(dimensions);
  for (let at = 0; at < dimensions; at += 1) pooled[at] = view.getFloat32(4 * at);
  const passages = placesIn(packed, dimensions).map((from) => {
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
  return { pooled, passages };
}

/** The vectors of the passages packed, each after the content hash of what it was made from. */
export function packedVectors(base64: string, dimensions: number): [string, Int8Array][] {
  const packed = Buffer.from(base64, 'base64');
  return placesIn(packed, dimensions).map((from) => [
    packed.toString('hex', from + HASH_AT, from + VECTOR_AT),
    vectorAt(packed, from, dimensions),
  ]);
}

/** Where the passages begin. */
const placesIn = (packed: Buffer, dimensions: number): number[] =>
  Array.from(
    { length: Math.floor((packed.length - headBytes(dimensions)) / passageBytes(dimensions)) },
    (_, place) => bytesOf(dimensions, place),
  );

const vectorAt = (packed: Buffer, from: number, dimensions: number): Int8Array =>
  new Int8Array(packed.buffer, packed.byteOffset + from + VECTOR_AT, dimensions);
