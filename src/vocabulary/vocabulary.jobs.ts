import { z } from 'zod';
import type { Embedder } from '../embeddings/index.ts';
import { task, type Task, type TaskContract } from '../jobs/index.ts';
import { embedLabels } from './vectors/embed-labels.ts';

/** Brings the vectors of all labels up to date; one waiting job serves every change before it. */
export const embedLabelsTask: TaskContract<Record<string, never>> = {
  name: 'vocabulary.embed',
  payload: z.object({}).strict() as z.ZodType<Record<string, never>>,
  once: true,
  retries: 5,
};

/** The handler of `embedLabelsTask`, with the model that it uses. */
export const embeddingLabels = (embedder: Embedder): Task<Record<string, never>> =>
  task(embedLabelsTask, async (_payload, { em, signal }) => {
    await embedLabels(em, embedder, { signal });
  });
