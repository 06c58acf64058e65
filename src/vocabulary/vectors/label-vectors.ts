import { rows, type EntityManager } from '../../database/index.ts';

/** The vectors of labels by one model, a byte a dimension, one after the other. */
export interface LabelVectors {
  /** The label of each row. */
  texts: readonly string[];
  /** `texts.length` × `dimensions`: see `quantise`. */
  values: Int8Array;
  dimensions: number;
}

/** All vectors that labels have by the model, in no order. Labels that still wait for theirs are not among them. */
export async function labelVectors(
  em: EntityManager,
  { id, dimensions }: { id: string; dimensions: number },
): Promise<LabelVectors> {
  // As base64, which both drivers hand on as it is: as bytea, parsed byte by byte, 60,000 vectors took 2.0 s
  // instead of 0.5 s of computing. Sorted or in portions they took longer too.
  const stored = await rows<{ text: string; vector: string }>(
    em,
    `SELECT text, encode(vector, 'base64') AS vector FROM label_vectors WHERE model_id = ?`,
    [id],
  );
  const values = Buffer.alloc(stored.length * dimensions);
  stored.forEach(({ vector }, place) => values.write(vector, place * dimensions, dimensions, 'base64'));
  return {
    texts: stored.map(({ text }) => text),
    values: new Int8Array(values.buffer, values.byteOffset, values.length),
    dimensions,
  };
}
