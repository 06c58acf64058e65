import { z } from 'zod';
import type { TaskContract } from '../jobs/index.ts';

/** Sends every message that waits. What waits is read from the table, so one job is enough for many messages. */
export const deliverTask: TaskContract<Record<string, never>> = {
  name: 'messages.deliver',
  payload: z.strictObject({}) as never,
  once: true,
  retries: 5,
};
