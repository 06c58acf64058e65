import { z } from 'zod';
import type { Context } from '../access/index.ts';
import { task, type Task, type TaskContract } from '../jobs/index.ts';
import { expireOffer } from './expire-offer.ts';

/** Notes that an offer was not answered in time. Left for its last instant when the offer is made. */
export const expireOfferTask: TaskContract<{ offerId: string }> = {
  name: 'placements.expire',
  payload: z.object({ offerId: z.uuid() }),
  once: false,
  retries: 5,
};

/** After how many seconds it is looked at again where Tandem's clock is behind the database's. */
const AGAIN_SECONDS = 60;

/** The contract with what fulfils it, in Tandem's own name. */
export const expiring = (contextFor: () => Context): Task<{ offerId: string }> =>
  task(expireOfferTask, async ({ offerId }) => {
    const context = contextFor();
    if (!(await expireOffer(context, offerId)))
      await context.jobs.enqueue(context.em, expireOfferTask, { offerId }, AGAIN_SECONDS);
  });
