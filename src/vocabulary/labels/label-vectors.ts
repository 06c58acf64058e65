import { rows, type EntityManager } from '../../database/index.ts';
import type { TitleReader } from '../titles/index.ts';

/** The vectors of labels by one reader, a byte a dimension, one after the other. */
export interface LabelVectors {
  /** The label of each row. */
  texts: readonly string[];
  /** `texts.length` × `dimensions`: see `quantise`. */
  values: Int8Array;
  dimensions: number;
}

/** All vectors that labels have by the reader, in no order. Labels that still wait for theirs are not among them. */
export async function labelVectors(
  em: EntityManager,
  { modelId, reading, dimensions }: Pick<TitleReader, 'modelId' | 'reading' | 'dimensions'>,
): Promise<LabelVectors> {
  // As base64, which both drivers hand on as it is: as bytea, parsed byte by byte, 60,000 vectors took 2.0 s
  // instead of 0.5 s of computing. Sorted or in portions they took longer too.
  const stored = await rows<{ text: string; vector: string }>(
    em,
    `SELECT text, encode(vector, 'base64') AS vector FROM label_vectors WHERE model_id = ? AND reading = ?`,
    [modelId, reading],
  );
  const values = Buffer.alloc(stored.length * dimensions);
  stored.forEach(({ vector }, place) => values.write(vector, place * dimensions, dimensions, 'base64'));
  return {
    texts: stored.map(({ text }) => text),
    values: new Int8Array(values.buffer, values.byteOffset, values.length),
    dimensions,
  };
}

/** How many labels have a vector by the reader. */
export async function countLabelVectors(
  em: EntityManager,
  { modelId, reading }: Pick<TitleReader, 'modelId' | 'reading'>,
): Promise<number> {
  const [counted] = await rows<{ made: string | number }>(
    em,
    `SELECT count(*) AS made FROM label_vectors WHERE model_id = ? AND reading = ?`,
    [modelId, reading],
  );
  return Number(counted!.made);
}
