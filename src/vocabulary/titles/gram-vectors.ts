import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { bareLetters, wordsOf } from '../words/tokens.ts';
import { characterGrams } from './character-grams.ts';

/** What `model.json` says of the table. */
interface Manifest {
  /** The embedding model whose vectors of titles it was learned beside. */
  embedder: string;
  /** Components of those vectors. */
  dimensions: number;
  rows: number;
  /** Components of a row: it adds to the first of a title's vector. */
  width: number;
}

/**
 * Vectors of stretches of letters and of words, which are added to what an embedding model makes of a title. They
 * know words of trades that the model does not, in three languages. What they were learned from, and what they do
 * for the ranking, is in `models/tandem-titles/PROVENANCE.md`.
 */
export interface GramVectors {
  readonly embedder: string;
  /** Changes with the table. */
  readonly id: string;
  /** The vector of a title, of length 1, from its text and its embedding. */
  added(title: string, embedding: Float32Array): Float32Array;
}

/** Reads the table in a folder with `model.json` and `grams.bin`. */
export function openGramVectors(folder: string): GramVectors {
  const manifest = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as Manifest;
  const { embedder, dimensions, rows, width } = manifest;
  // A copy, so that the numbers begin at a multiple of four bytes.
  const bytes = Uint8Array.from(readFileSync(join(folder, 'grams.bin')));
  const scales = new Float32Array(bytes.buffer, 0, rows);
  // Two components a byte, the lower half first, each 8 more than it is.
  const codes = bytes.subarray(rows * 4);
  return {
    embedder,
    id: crc32(bytes).toString(16),
    added(title, embedding) {
      const sum = embedding.slice(0, dimensions);
      const own = gramRows(title, rows);
      for (const row of own) {
        const scale = scales[row]! / Math.sqrt(own.size);
        if (scale === 0) continue;
        for (let i = 0, at = (row * width) / 2; i < width; i += 2, at += 1) {
          sum[i]! += ((codes[at]! & 15) - 8) * scale;
          sum[i + 1]! += ((codes[at]! >> 4) - 8) * scale;
        }
      }
      const length = Math.hypot(...sum) || 1;
      return sum.map((component) => component / length);
    },
  };
}

/** Letters of the stretches that have a row. */
const GRAMS = { shortest: 4, longest: 5 };

/** Rows of a table for a title: its stretches of letters and its whole words, by their CRC-32. */
export function gramRows(title: string, rows: number): Set<number> {
  const found = new Set<number>();
  for (const gram of characterGrams(title, GRAMS.shortest, GRAMS.longest)) found.add(crc32(gram) % rows);
  for (const word of wordsOf(bareLetters(title))) found.add(crc32(`w ${word}`) % rows);
  return found;
}
