import { z } from 'zod';
import type { Embedder } from '../embeddings/index.ts';
import { task, type Task, type TaskContract } from '../jobs/index.ts';
import { embedPending } from './embed-pending.ts';

/** Brings the vectors of all documents up to date; one waiting job serves every change before it. */
export const embedTask: TaskContract<Record<string, never>> = {
  name: 'documents.embed',
  payload: z.object({}).strict() as z.ZodType<Record<string, never>>,
  once: true,
  retries: 5,
};

/** The handler of `embedTask`, with the model that it uses. */
export const embedding = (embedder: Embedder): Task<Record<string, never>> =>
  task(embedTask, async (_payload, { em, signal }) => {
    await embedPending(em, embedder, { signal });
  });
