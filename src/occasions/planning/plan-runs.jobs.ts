import { z } from 'zod';
import type { TaskContract } from '../../jobs/index.ts';

/** Plans one run that waits. Its handler is in `work-on-run.ts`. */
export const planTask: TaskContract<{ runId: string }> = {
  name: 'occasions.plan',
  payload: z.strictObject({ runId: z.uuid() }),
  once: false,
  retries: 0,
};
