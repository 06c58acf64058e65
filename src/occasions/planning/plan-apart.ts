import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, type FailureStatus } from '../../kernel/index.ts';
import type { Plan, Previous, ProblemInput, Progress } from '../../planner/index.ts';
import { plannerLost } from './planning.failures.ts';

/** What the process is told. */
export type ToProcess = { kind: 'plan'; problem: ProblemInput; previous: Previous | null } | { kind: 'stop' };

/** What it answers. */
export type FromProcess =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'plan'; plan: Plan }
  | { kind: 'failed'; code: string; status: FailureStatus; remedy: string; message: string };

/**
 * Plans as the planner's `plan` does, with its threads in a process of its own. In the process of the embedded database
 * the end of the planner's threads, with their WebAssembly, now and then brings down the whole: V8 of Node 24 loses count
 * of its pages of code (nodejs/node#64500; here 'Check failed: jit_page_->allocations_.erase(addr) == 1' in one of three
 * runs of test/occasions/planning/publish.test.ts). So it takes along one run at most.
 * @throws INPUT_INVALID and the PLANNER_ failures; OCCASIONS_PLANNER_LOST when the process ended without an answer
 */
export function planApart(
  problem: ProblemInput,
  previous: Previous | null,
  { signal, progress }: { signal: AbortSignal; progress: (progress: Progress) => void },
): Promise<Plan> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(`./plan-process${extname(import.meta.url)}`, import.meta.url));
    const child = fork(file, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const send = (message: ToProcess): void => void (child.connected && child.send(message));
    const stop = (): void => send({ kind: 'stop' });
    child.on('message', (message: FromProcess) => {
      if (message.kind === 'progress') progress(message.progress);
      else if (message.kind === 'plan') resolve(message.plan);
      else reject(new Failure(message, message.message));
    });
    child.on('error', (cause) => reject(plannerLost({ reason: cause.message }, { cause })));
    let ended = 'the channel closed';
    child.on('exit', (code, by) => (ended = by ?? `exit code ${code}`));
    // Not at the exit, which may come before the last message is read: an answer of hundreds of meetings takes a while.
    child.on('disconnect', () => {
      signal.removeEventListener('abort', stop);
      // After an answer this is too late to count.
      reject(plannerLost({ reason: ended }));
    });
    send({ kind: 'plan', problem, previous });
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}
