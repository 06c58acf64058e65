import type { FailureStatus } from '../kernel/index.ts';
import type { Plan } from './answer.ts';
import type { Problem } from './problem.ts';
import type { Progress } from './progress.ts';
import type { Previous } from './replan.ts';

/** What the planner's process is told. */
export type ToProcess = { kind: 'plan'; problem: Problem; previous: Previous | undefined } | { kind: 'stop' };

/** What its thread is started with. */
export interface ThreadTask {
  problem: Problem;
  previous: Previous | undefined;
  /** Its first number becomes 1 when the plan is called off. */
  cancelled: Int32Array;
}

/** What the thread tells the process, and the process whoever asked for the plan. */
export type FromPlanning =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'plan'; plan: Plan }
  | {
      kind: 'failed';
      code: string;
      status: FailureStatus;
      remedy: string;
      message: string;
    };
