import { fromKysely, fromPglite, PgBoss, type Db } from 'pg-boss';
import type { Database, EntityManager } from '../database/index.ts';
import type { Clock } from '../kernel/index.ts';
import { malformedJob } from './jobs.failures.ts';
import type { Task, TaskContract } from './task.ts';

/** Leaves work for later, in the transaction of what makes it necessary. */
export interface Jobs {
  /**
   * Queues the job within `em`'s transaction, so that a rollback takes it away too; for now, for an instant, or for so
   * many seconds from now, both by the database's clock.
   */
  enqueue<Payload extends object>(
    em: EntityManager,
    contract: TaskContract<Payload>,
    payload: Payload,
    startAfter?: Date | number,
  ): Promise<void>;
}

/** The queue with its workers. */
export interface JobQueue extends Jobs {
  /** Starts to work on the tasks. */
  work(tasks: readonly Task<object>[]): Promise<void>;
  /** Lets running jobs end (at most ten seconds; what is cut off runs again at the next start). */
  close(): Promise<void>;
}

/** Told of every failed attempt: by name and cause, never with the payload. */
export type JobFailureReport = (failure: { name: string; cause: unknown }) => void;

/**
 * Opens the queue in the database, in a schema of its own (`pgboss`), and makes queues for the contracts.
 * pg-boss on one connection (PGlite) waits for Tandem's transactions and the reverse: PGlite itself keeps
 * whatever runs beside a transaction out of it.
 */
export async function openJobs(
  database: Database,
  contracts: readonly TaskContract<object>[],
  options: { url?: string | undefined; clock: Clock; report: JobFailureReport },
): Promise<JobQueue> {
  const boss = new PgBoss({
    ...(database.pglite
      ? { db: fromPglite(database.pglite), backend: 'pglite' as const }
      : { connectionString: options.url! }),
    useListenNotify: true,
    schedule: false,
  });
  boss.on('error', (cause) => options.report({ name: 'pg-boss', cause }));
  await boss.start();
  for (const contract of contracts) {
    await boss.createQueue(contract.name, {
      policy: contract.once ? 'stately' : 'standard',
      retryLimit: contract.retries,
      retryBackoff: true,
      expireInSeconds: 3600,
      notify: true,
    });
    // pg-boss reads a queue's definition at its first use, outside the caller's transaction: on the embedded
    // engine's one connection that read would wait for the transaction that waits for it. So it is used once now.
    await boss.cancel(contract.name, NO_JOB);
  }

  return {
    async enqueue(em, contract, payload, startAfter) {
      await boss.send(contract.name, payload, {
        db: within(em),
        ...(startAfter === undefined ? {} : { startAfter }),
      });
    },

    async work(tasks) {
      for (const { contract, run } of tasks) {
        await boss.work<object>(contract.name, POLLING, async ([job]) => {
          if (!job) return;
          try {
            await run(payloadOf(contract, job.data), {
              em: database.em.fork() as EntityManager,
              now: options.clock(),
              signal: job.signal,
            });
          } catch (cause) {
            options.report({ name: contract.name, cause });
            throw cause;
          }
        });
      }
    },

    close: () => boss.stop({ graceful: true, timeout: 10_000, close: database.pglite === undefined }),
  };
}

/** New jobs are told of at once; polling finds those to be tried again, and any that nobody was told of. */
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

const NO_JOB = '00000000-0000-0000-0000-000000000000';

function payloadOf(contract: TaskContract<object>, data: unknown): object {
  const read = contract.payload.safeParse(data);
  if (!read.success) throw malformedJob({ name: contract.name, reason: read.error.message });
  return read.data;
}

/** pg-boss' way into the entity manager's transaction; outside one it uses the connection as it is. */
function within(em: EntityManager): Db {
  return fromKysely((em.getTransactionContext() ?? em.getConnection().getClient()) as never);
}
