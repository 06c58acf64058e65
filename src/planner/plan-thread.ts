// The thread of `plan-process.ts`. Node runs this file as it is, types and all, so neither it nor what it imports
// may hold decorators or parameter properties.
import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../kernel/index.ts';
import { solve } from './solve.ts';
import type { FromPlanning, ThreadTask } from './planning-messages.ts';

/** Milliseconds between two reports: more often nobody can read them. */
const BETWEEN_REPORTS = 100;

const { problem, previous, cancelled } = workerData as ThreadTask;
const post = (message: FromPlanning): void => parentPort!.postMessage(message);
let reported = -Infinity;

try {
  const plan = await solve(problem, {
    now: () => performance.now(),
    cancelled: () => Atomics.load(cancelled, 0) === 1,
    report: (progress) => {
      const now = performance.now();
      if (now - reported < BETWEEN_REPORTS) return;
      reported = now;
      post({ kind: 'progress', progress });
    },
    previous,
  });
  post({ kind: 'plan', plan });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  const { code, status, remedy, message } = error;
  post({ kind: 'failed', code, status, remedy, message });
}
