import type { FailureStatus } from '../kernel/index.ts';
import type { Plan } from './answer.ts';
import type { Problem } from './problem.ts';
import type { Progress } from './progress.ts';
import type { Previous } from './replan.ts';

/** What the planning thread is started with. */
export interface ThreadTask {
  problem: Problem;
  previous: Previous | undefined;
  /** Its first number becomes 1 when the plan is called off. */
  cancelled: Int32Array;
}

export type FromThread =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'plan'; plan: Plan }
  | {
      kind: 'failed';
      code: string;
      status: FailureStatus;
      remedy: string;
      message: string;
    };
