import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../kernel/index.ts';
import type { Plan } from './answer.ts';
import { plannerLost } from './planner.failures.ts';
import { readProblem, type ProblemInput } from './problem.ts';
import type { FromPlanning, ToProcess } from './planning-messages.ts';
import type { Progress } from './progress.ts';
import type { Previous } from './replan.ts';

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
 * Runs in a process of its own, so that the caller stays free and outlives whatever happens to it: V8 now and then
 * loses count of its pages of code when a thread that held WebAssembly ends, and brings down the process that it is in
 * (docs/decisions/0019-planner-process.md). With `limits.work` the same problem gives the same plan on every machine;
 * with `limits.seconds` alone it depends on how fast that is. There is always a plan: what it could not place it
 * explains, and where promises contradict one another it says which.
 * @throws INPUT_INVALID and the PLANNER_ failures when the problem cannot be read in one way only; PLANNER_LOST when
 *   the process ended without an answer.
 */
export function plan(input: ProblemInput, options: PlanOptions = {}): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const problem = readProblem(input);
    const { signal, progress, previous } = options;
    const child = fork(fileURLToPath(new URL(`./plan-process${extname(import.meta.url)}`, import.meta.url)), {
      // Away from the caller's terminal, whose Ctrl-C calls the search off and is not to end it.
      detached: true,
      // It needs nothing of the environment, and no secret in it.
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const send = (message: ToProcess): void => void (child.connected && child.send(message));
    const stop = (): void => send({ kind: 'stop' });
    child.on('message', (message: FromPlanning) => {
      if (message.kind === 'progress') {
        progress?.(message.progress);
        return;
      }
      // Killed, not ended: the end of its threads is when V8 fails.
      child.kill('SIGKILL');
      if (message.kind === 'plan') resolve(message.plan);
      else reject(new Failure(message, message.message));
    });
    child.on('error', (cause) => reject(plannerLost({ reason: cause.message }, { cause })));
    // Once it has ended and the last message is read: an answer of hundreds of meetings takes a while.
    child.on('close', (code, by) => {
      signal?.removeEventListener('abort', stop);
      // After an answer this is too late to count.
      reject(plannerLost({ reason: by ?? `exit code ${code}` }));
    });
    send({ kind: 'plan', problem, previous });
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
