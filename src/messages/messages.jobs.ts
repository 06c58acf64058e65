import { z } from 'zod';
import { task, type Task, type TaskContract } from '../jobs/index.ts';
import { deliverWaiting, type DeliveryMeans } from './delivery/deliver-waiting.ts';

/**
 * Sends every message that waits. What waits is read from the table, so one job is enough for many messages. Tried
 * again for about 18 hours, the pauses doubling from 2 s; the next announcement, and the next start, try at once.
 */
export const deliverTask: TaskContract<Record<string, never>> = {
  name: 'messages.deliver',
  payload: z.strictObject({}) as never,
  once: true,
  retries: 15,
};

/** The contract with what delivers: where addresses are found, and where letters go. */
export const delivering = (
  means: Pick<DeliveryMeans, 'addresseeOf' | 'carrier' | 'from' | 'clock'>,
): Task<Record<string, never>> =>
  task(deliverTask, async (_, { em, signal }) => {
    await deliverWaiting({ ...means, em, signal });
  });
