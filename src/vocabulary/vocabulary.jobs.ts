import { z } from 'zod';
import { task, type Jobs, type Task, type TaskContract } from '../jobs/index.ts';
import { embedLabels } from './labels/embed-labels.ts';
import type { TitleReader } from './titles/index.ts';

/** Brings the vectors of all labels up to date; one waiting job serves every change before it. */
export const embedLabelsTask: TaskContract<Record<string, never>> = {
  name: 'vocabulary.embed',
  payload: z.object({}).strict() as z.ZodType<Record<string, never>>,
  once: true,
  retries: 5,
};

/**
 * Labels that one job embeds before it leaves the rest to the next: a service that is told to stop waits for the
 * running job, and a label takes 2 ms of computing (tandem-e5-small), the 33,600 of the starter vocabulary a minute.
 */
const PORTION = 4096;

/** The handler of `embedLabelsTask`, with what makes the vectors and the queue for what is left. */
export const embeddingLabels = (reader: TitleReader, jobs: Jobs): Task<Record<string, never>> =>
  task(embedLabelsTask, async (_payload, { em, signal }) => {
    const done = await embedLabels(em, reader, { signal, most: PORTION });
    if (done === PORTION) await jobs.enqueue(em, embedLabelsTask, {});
  });
