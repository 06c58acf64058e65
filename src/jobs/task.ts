import type { ZodType } from 'zod';
import type { EntityManager } from '../database/index.ts';

/** What a job is called and what it is told, apart from who does it. */
export interface TaskContract<Payload extends object> {
  /** `room.verb`; kept for ever, since queued jobs carry it. */
  name: string;
  payload: ZodType<Payload>;
  /** At most one waits and one runs: for work that is the same whoever asks for it. */
  once: boolean;
  /** How often a failed job is tried again, with growing pauses. */
  retries: number;
}

/** A contract with the code that fulfils it. `em` is a fresh fork for each job. */
export interface Task<Payload extends object> {
  contract: TaskContract<Payload>;
  run(payload: Payload, means: { em: EntityManager; now: Date; signal: AbortSignal }): Promise<void>;
}

/** Binds a contract to its handler, keeping the payload's type between the two. */
export const task = <Payload extends object>(
  contract: TaskContract<Payload>,
  run: Task<Payload>['run'],
): Task<Payload> => ({ contract, run });
