// The process of `plan.ts`: a channel to whoever asked for the plan, beside the thread that makes it and cannot listen
// while it does. Node runs this file as it is, types and all, so neither it nor what it imports may hold decorators or
// parameter properties.
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromPlanning, ThreadTask, ToProcess } from './planning-messages.ts';

const cancelled = new Int32Array(new SharedArrayBuffer(4));

process.on('message', (message: ToProcess) => {
  if (message.kind === 'stop') {
    Atomics.store(cancelled, 0, 1);
    return;
  }
  const { problem, previous } = message;
  const thread = new Worker(new URL(`./plan-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: { problem, previous, cancelled } satisfies ThreadTask,
    name: 'planner',
    resourceLimits: { maxOldGenerationSizeMb: 8192 },
  });
  thread.on('message', (told: FromPlanning) => void process.send!(told));
});
// Whoever asked is gone: nobody waits for the answer.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
