import { z } from 'zod';
import type { TaskContract } from '../jobs/index.ts';

/**
 * Brings what is known of all documents up to date; one waiting job serves every change before it. Its handler is
 * in the room of matching, which reads more than vectors from them.
 */
export const embedTask: TaskContract<Record<string, never>> = {
  name: 'documents.embed',
  payload: z.object({}).strict() as z.ZodType<Record<string, never>>,
  once: true,
  retries: 5,
};
