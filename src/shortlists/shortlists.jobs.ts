import { z } from 'zod';
import type { TaskContract } from '../jobs/index.ts';

/** Hands the right of first contact on where a window has ended, and tells whose turn it is. */
export const passTurnTask: TaskContract<{ entryId: string }> = {
  name: 'shortlists.pass-turn',
  payload: z.strictObject({ entryId: z.uuid() }),
  once: false,
  retries: 5,
};
