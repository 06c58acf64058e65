import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure } from '../kernel/index.ts';
import type { Plan } from './answer.ts';
import { planningThreadLost } from './planner.failures.ts';
import { readProblem, type ProblemInput } from './problem.ts';
import type { Progress } from './progress.ts';
import type { Previous } from './replan.ts';
import type { FromThread, ThreadTask } from './thread-messages.ts';

export interface PlanOptions {
  /** Calls the search off: the best plan so far is the answer. */
  signal?: AbortSignal;
  /** Told now and then how far it has come. */
  progress?: (progress: Progress) => void;
  /** The plan that stands, to be repaired instead of made anew. */
  previous?: Previous;
}

/**
 * Plans who meets whom, and when.
 *
 *     const plan = await plan({ slots, people, pairs, limits: { seconds: 10, seed: 1 } }, { progress: console.log });
 *
 * Runs in a thread of its own, so that the caller stays free. With `limits.work` the same problem gives the same
 * plan on every machine; with `limits.seconds` alone it depends on how fast that is. There is always a plan:
 * what it could not place it explains, and where promises contradict one another it says which.
 * @throws INPUT_INVALID and the PLANNER_ failures when the problem cannot be read in one way only.
 */
export function plan(input: ProblemInput, options: PlanOptions = {}): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const problem = readProblem(input);
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const file = new URL(`./plan-thread${extname(import.meta.url)}`, import.meta.url);
    // Without execArgv a program run as `node -e` would hand on flags that a thread refuses.
    const worker = new Worker(file, {
      workerData: { problem, previous: options.previous, cancelled } satisfies ThreadTask,
      execArgv: [],
      name: 'planner',
      resourceLimits: { maxOldGenerationSizeMb: 8192 },
    });
    const cancel = (): void => {
      Atomics.store(cancelled, 0, 1);
    };
    if (options.signal?.aborted) cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'progress') options.progress?.(message.progress);
      else if (message.kind === 'plan') resolve(message.plan);
      else reject(new Failure(message, message.message));
    });
    worker.on('error', (cause) => reject(planningThreadLost({ reason: cause.message }, { cause })));
    worker.on('exit', (code) => {
      options.signal?.removeEventListener('abort', cancel);
      reject(planningThreadLost({ reason: `exit code ${code}` }));
    });
  });
}
