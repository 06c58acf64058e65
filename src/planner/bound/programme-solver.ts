import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A whole-number programme: as much worth as possible from columns that are 0 or 1, rows between least and most. */
export interface Programme {
  worth: Float64Array;
  /** A solution to start from. */
  start: Float64Array | undefined;
  least: Float64Array;
  most: Float64Array;
  /** Entries by column: those of column c from `starts[c]` to `starts[c + 1]`. */
  starts: number[];
  indices: number[];
  values: number[];
}

export interface ProgrammeLimits {
  seconds?: number | undefined;
  nodes?: number | undefined;
}

export interface Solution {
  /** For each column whether it is taken; undefined when nothing was found. */
  taken: Uint8Array | undefined;
  worth: number;
  bound: number;
  proven: boolean;
}

/** Milliseconds between two looks at the clock and at whether the search was called off. */
const LOOK = 20;

/**
 * HiGHS looks at its own clock between steps that may be long: given 65,000 options and 10 s it came back after 17 s.
 * So much longer than its limit it may take, and is ended then.
 */
const GRACE = 1.2;

const idle: Worker[] = [];

/**
 * Solves a programme by HiGHS (MIT, WebAssembly), in a thread of its own so that it can be ended.
 * @returns undefined when it was ended before it had an answer.
 */
export function solveProgramme(
  programme: Programme,
  limits: ProgrammeLimits,
  stop: () => boolean,
): Promise<Solution | undefined> {
  const thread = idle.pop() ?? newThread();
  const until = performance.now() + (limits.seconds ?? Infinity) * 1000 * GRACE;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearInterval(watch);
      thread.off('message', answered);
      thread.off('error', failed);
    };
    const answered = (solution: Solution): void => {
      settle();
      thread.unref();
      idle.push(thread);
      resolve(solution);
    };
    const failed = (cause: Error): void => {
      settle();
      reject(cause);
    };
    const watch = setInterval(() => {
      const calledOff = stop();
      if (performance.now() <= until && !calledOff) return;
      settle();
      // Called off, its process is about to end, and the end of a thread is what V8 may fail at (`plan.ts`).
      if (calledOff) thread.unref();
      else void thread.terminate();
      resolve(undefined);
    }, LOOK);
    thread.ref();
    thread.on('message', answered);
    thread.on('error', failed);
    thread.postMessage({ programme, limits });
  });
}

/** Starts a thread, so that it is ready when the first programme is. */
export function warmUp(): void {
  if (idle.length > 0) return;
  const thread = newThread();
  thread.unref();
  idle.push(thread);
}

const newThread = (): Worker =>
  new Worker(new URL(`./programme-thread${extname(import.meta.url)}`, import.meta.url), {
    execArgv: [],
    name: 'programme',
  });
