import type { EntityManager } from '../database/index.ts';
import { embedPending, embedTask, type EmbeddingProgress } from '../documents/index.ts';
import type { Embedder } from '../embeddings/index.ts';
import { task, type Task } from '../jobs/index.ts';
import { blindPending } from '../talents/index.ts';
import type { ConceptReaders } from './concepts/concept-reader.ts';
import { linkPending } from './concepts/link-pending.ts';

/** By what texts are read. */
export interface Readers {
  embedder: Embedder;
  concepts: ConceptReaders;
}

/**
 * Brings all that rankings know of texts up to date: what they may read of CVs, concepts, vectors and requirements.
 * Concepts come before vectors, since they take a millisecond a text: once a text has its vectors, all else is known
 * of it.
 * @returns how many texts were embedded.
 */
export async function readTexts(
  em: EntityManager,
  { embedder, concepts }: Readers,
  options: { signal?: AbortSignal; progress?: (progress: EmbeddingProgress) => void } = {},
): Promise<number> {
  await blindPending(em, options);
  await linkPending(em, await concepts(em), options);
  return embedPending(em, embedder, options);
}

/** The handler of `embedTask`. */
export const reading = (readers: Readers): Task<Record<string, never>> =>
  task(embedTask, async (_payload, { em, signal }) => {
    await readTexts(em, readers, { signal });
  });
