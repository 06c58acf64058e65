import { quantise } from '../../embeddings/index.ts';
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
  /** The passages as one: see `quantise`; all zeros where there is nothing to read. */
  pooled: Int8Array;
  passages: SeenPassage[];
}

const PRINTS_AT = 8;
const VECTOR_AT = PRINTS_AT + 4 * PRINTS;
const HASH_BYTES = 32;

const passageBytes = (dimensions: number): number => VECTOR_AT + dimensions;

const bytesOf = (dimensions: number, passages: number): number =>
  dimensions + passages * passageBytes(dimensions);

const lettersOf = (bytes: number): number => 4 * Math.ceil(bytes / 3);

/** How many letters of a packed document hold so many passages and what stands before them. */
export const seenLetters = (dimensions: number, passages: number): number =>
  lettersOf(bytesOf(dimensions, passages));

/**
 * A document as one value, which the program reads and the database never, in base64: to write bytes as text takes
 * the embedded engine 6 ns each, which for the CVs of a ranking was a third of the time of reading them. First the
 * pooled vector, a byte a dimension; then each passage: `start` and `end` as integers of 32 bits, the highest byte
 * first; the prints, the lowest byte first; and the vector, a byte a dimension.
 */
export function packSeen(
  { pooled, passages }: Pick<ReadDocument, 'pooled' | 'passages'>,
  dimensions: number,
): string {
  const packed = Buffer.alloc(bytesOf(dimensions, passages.length));
  packed.set(quantise(pooled));
  passages.forEach(({ start, end, prints, vector }, place) => {
    const from = bytesOf(dimensions, place);
    packed.writeInt32BE(start, from);
    packed.writeInt32BE(end, from + 4);
    prints.forEach((print, at) => packed.writeUInt32LE(print, from + PRINTS_AT + 4 * at));
    packed.set(vector, from + VECTOR_AT);
  });
  return packed.toString('base64');
}

/** What was packed, or as much of it as was read whole. */
export function unpackSeen(base64: string, dimensions: number): SeenDocument {
  const packed = Buffer.from(base64, 'base64');
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const passages = placesIn(packed, dimensions).map((from) => {
    const prints = new Uint32Array(PRINTS);
    for (let at = 0; at < PRINTS; at += 1) prints[at] = view.getUint32(from + PRINTS_AT + 4 * at, true);
    const start = view.getInt32(from);
    return {
      start,
      length: view.getInt32(from + 4) - start,
      prints,
      vector: vectorAt(packed, from + VECTOR_AT, dimensions),
    };
  });
  return { pooled: vectorAt(packed, 0, dimensions), passages };
}

/** An SQL expression for the pooled vectors alone: the beginning of the column `seen`, for `unpackPooled`. */
export const packedPooled = (dimensions: number): string =>
  `substring(seen FROM 1 FOR ${lettersOf(dimensions)})`;

/** The pooled vector alone. */
export const unpackPooled = (base64: string, dimensions: number): Int8Array =>
  vectorAt(Buffer.from(base64, 'base64'), 0, dimensions);

/** By what the passages are known when the document is read anew: the content hash of each, in base64. */
export const packHashes = (passages: readonly Pick<ReadDocument['passages'][number], 'hash'>[]): string =>
  Buffer.from(passages.map(({ hash }) => hash).join(''), 'hex').toString('base64');

/** The vectors of the passages packed, each after the content hash of what it was made from. */
export function packedVectors(seen: string, hashes: string, dimensions: number): [string, Int8Array][] {
  const packed = Buffer.from(seen, 'base64');
  const packedHashes = Buffer.from(hashes, 'base64');
  return placesIn(packed, dimensions).map((from, place) => [
    packedHashes.toString('hex', HASH_BYTES * place, HASH_BYTES * (place + 1)),
    vectorAt(packed, from + VECTOR_AT, dimensions),
  ]);
}

/** Where the passages begin. */
const placesIn = (packed: Buffer, dimensions: number): number[] =>
  Array.from({ length: Math.floor((packed.length - dimensions) / passageBytes(dimensions)) }, (_, place) =>
    bytesOf(dimensions, place),
  );

const vectorAt = (packed: Buffer, from: number, dimensions: number): Int8Array =>
  new Int8Array(packed.buffer, packed.byteOffset + from, dimensions);
