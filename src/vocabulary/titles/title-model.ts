import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { bareLetters, wordsOf } from '../words/tokens.ts';
import { characterGrams } from './character-grams.ts';

/** What `model.json` of a title model says of its weights. */
interface Manifest {
  name: string;
  /** The embedding model whose vectors it takes. */
  embedder: string;
  /** Components taken, and given. */
  inputs: number;
  dimensions: number;
  /** Rows of the table of grams, and the first components of a vector that they add to. */
  rows: number;
  width: number;
  grams: { shortest: number; longest: number };
}

/**
 * Turns vectors of short titles into vectors in which names of one occupation lie close together, whatever their
 * language: a linear map of the embedding plus vectors of the title's character grams and words. What it was
 * trained on, and how well it does, is in `models/tandem-titles/PROVENANCE.md`.
 */
export interface TitleModel {
  readonly name: string;
  readonly embedder: string;
  readonly dimensions: number;
  /** The vector of a title, of length 1, from its text and what the embedding model made of it. */
  adapt(title: string, vector: Float32Array): Float32Array;
}

/** Reads the weights of a title model; the folder's hashes are checked by its tests and by the embedder's kin. */
export function openTitleModel(folder: string): TitleModel {
  const manifest = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as Manifest;
  const { inputs, dimensions, rows, width, grams } = manifest;
  const file = readFileSync(join(folder, 'weights.bin'));
  let at = 0;
  const floats = (count: number) => {
    const part = new Float32Array(file.buffer.slice(file.byteOffset + at, file.byteOffset + at + count * 4));
    at += count * 4;
    return part;
  };
  const mean = floats(inputs);
  const matrix = floats(inputs * dimensions);
  const scales = floats(rows);
  // Two components a byte, the lower half first, each 8 more than it is.
  const codes = file.subarray(at, at + (rows * width) / 2);
  const addRow = (row: number, weight: number, sum: Float32Array) => {
    const scale = scales[row]! * weight;
    if (scale === 0) return;
    for (let i = 0, byte = (row * width) / 2; i < width; i += 2, byte += 1) {
      sum[i]! += ((codes[byte]! & 15) - 8) * scale;
      sum[i + 1]! += ((codes[byte]! >> 4) - 8) * scale;
    }
  };
  return {
    name: manifest.name,
    embedder: manifest.embedder,
    dimensions,
    adapt(title, vector) {
      const sum = new Float32Array(dimensions);
      for (let input = 0; input < inputs; input += 1) {
        const value = vector[input]! - mean[input]!;
        for (let i = 0, from = input * dimensions; i < dimensions; i += 1) sum[i]! += value * matrix[from + i]!;
      }
      const features = featuresOf(title, rows, grams);
      for (const row of features) addRow(row, 1 / Math.sqrt(features.size), sum);
      const length = Math.hypot(...sum) || 1;
      return sum.map((component) => component / length);
    },
  };
}

/** Rows of the table for a title: its character grams and its whole words, by their CRC-32. */
function featuresOf(title: string, rows: number, { shortest, longest }: Manifest['grams']): Set<number> {
  const features = new Set<number>();
  for (const gram of characterGrams(title, shortest, longest)) features.add(crc32(gram) % rows);
  for (const word of wordsOf(bareLetters(title))) features.add(crc32(`w ${word}`) % rows);
  return features;
}
