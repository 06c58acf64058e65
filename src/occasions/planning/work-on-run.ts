import { setTimeout as pause } from 'node:timers/promises';
import { rows, type EntityManager } from '../../database/index.ts';
import { task, type Jobs, type Task } from '../../jobs/index.ts';
import { Failure, type Clock } from '../../kernel/index.ts';
import { plan, type Plan, type Progress } from '../../planner/index.ts';
import { assignInterpreters } from './interpreting.ts';
import { PlanRunEntity, type PlanRun, type StaffedPlan } from './plan-run.entity.ts';
import { planTask } from './plan-runs.jobs.ts';
import { numberRooms } from './room-numbers.ts';

/** Between two signs of life of a run, and after how long without one whoever made it counts as gone. */
const BEAT_MILLISECONDS = 1000;
const SILENT_SECONDS = 10;

/**
 * Queues again what was waiting or being planned when the program ended. Several processes may do so: whoever finds a
 * run that another one works on waits for its signs of life to cease.
 */
export async function resumePlanRuns(em: EntityManager, jobs: Jobs): Promise<void> {
  const open = await em.find(PlanRunEntity, { state: { $in: ['QUEUED', 'RUNNING'] } }, { fields: ['id'] });
  for (const { id } of open) await jobs.enqueue(em, planTask, { runId: id });
}

/** The handler of `planTask`: makes one run, and keeps its progress readable. */
export const planning = (clock: Clock): Task<{ runId: string }> =>
  task(planTask, async ({ runId }, { em, signal }) => {
    if (!(await claimed(em, runId, signal))) return;
    const run = await em.findOneOrFail(PlanRunEntity, { id: runId });
    const stop = new AbortController();
    const beat = heart(em, runId, stop);
    let answer: StaffedPlan | null = null;
    let failure: string | null = null;
    try {
      const { previous } = run.given;
      const made = await plan(run.problem, {
        signal: AbortSignal.any([signal, stop.signal]),
        progress: beat.tell,
        ...(previous ? { previous } : {}),
      });
      answer = staffed(run, made);
    } catch (cause) {
      // A problem that the planner refuses is the organiser's to mend; anything else is for the log.
      failure = cause instanceof Failure ? cause.code : 'API_UNEXPECTED';
      if (!(cause instanceof Failure)) throw cause;
    } finally {
      await beat.stop();
      // Told to stop with the program, the run begins anew with the next; so does one that threw for the log.
      if (signal.aborted) await release(em, runId);
      else await finish(em, runId, answer, failure ?? 'API_UNEXPECTED', clock());
    }
  });

/** Takes the run for this process: one that waits, or whose maker gives no sign of life. */
async function claimed(em: EntityManager, runId: string, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    const [taken] = await rows(
      em,
      `UPDATE plan_runs SET state = 'RUNNING', beat_at = clock_timestamp(), version = version + 1
       WHERE id = ? AND (state = 'QUEUED'
         OR state = 'RUNNING' AND coalesce(beat_at < clock_timestamp() - make_interval(secs => ?), true))
       RETURNING id`,
      [runId, SILENT_SECONDS],
    );
    if (taken) return true;
    const [open] = await rows(em, `SELECT id FROM plan_runs WHERE id = ? AND state = 'RUNNING'`, [runId]);
    if (!open || signal.aborted) return false;
    await pause(BEAT_MILLISECONDS);
  }
}

/** Writes signs of life with the latest progress, and listens for whether somebody calls the run off. */
function heart(em: EntityManager, runId: string, stop: AbortController) {
  let latest: Progress | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const [run] = await rows<{ called_off: boolean }>(
      em,
      `UPDATE plan_runs SET beat_at = clock_timestamp(), progress = coalesce(?::jsonb, progress)
       WHERE id = ? AND state = 'RUNNING' RETURNING called_off`,
      [latest && JSON.stringify(latest), runId],
    );
    // Gone or taken over: what comes of it here counts no more.
    if (!run || run.called_off) stop.abort();
  };
  const timer = setInterval(() => {
    writing = writing.then(write).catch((cause: unknown) => stop.abort(cause));
  }, BEAT_MILLISECONDS);
  return {
    tell: (progress: Progress): void => void (latest = progress),
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await writing;
    },
  };
}

async function finish(
  em: EntityManager,
  runId: string,
  answer: StaffedPlan | null,
  failure: string,
  now: Date,
): Promise<void> {
  await rows(
    em,
    `UPDATE plan_runs SET state = ?, answer = ?::jsonb, failure = ?, finished_at = ?, version = version + 1
     WHERE id = ? AND state = 'RUNNING'`,
    [answer ? 'READY' : 'FAILED', answer && JSON.stringify(answer), answer ? null : failure, now, runId],
  );
}

const release = (em: EntityManager, runId: string) =>
  rows(
    em,
    `UPDATE plan_runs SET state = 'QUEUED', version = version + 1 WHERE id = ? AND state = 'RUNNING'`,
    [runId],
  );

/** A plan with its interpreters, and rooms numbered as the sessions have them. */
export function staffed({ given, problem }: Pick<PlanRun, 'given' | 'problem'>, made: Plan): StaffedPlan {
  const interpreters = given.interpreters.map((each) => ({ ...each, available: new Set(each.available) }));
  const before = Object.entries(given.pairs).flatMap(([pair, { interpreterId }]) =>
    interpreterId ? [[pair, interpreterId] as const] : [],
  );
  const assigned = assignInterpreters(made.meetings, given.interpretable, interpreters, new Map(before));
  const lacking = made.meetings.filter(({ pair }) => given.interpretable[pair] && !assigned.has(pair));
  const out = new Set(lacking.map(({ pair }) => pair));
  const valueOf = new Map(problem.pairs.map(({ id, value }) => [id, value ?? 0]));
  const lost = lacking.reduce((sum, { pair }) => sum + valueOf.get(pair)!, 0);
  const held = made.meetings.filter(({ pair }) => !out.has(pair));
  const own = held.filter(({ pair }) => given.pairs[pair]!.fixed);
  const value = made.value - lost;
  return {
    ...made,
    meetings: [
      ...own,
      ...numberRooms(
        held.filter(({ pair }) => !given.pairs[pair]!.fixed),
        (slot) => given.rooms[slot] ?? null,
        (slot) => given.takenRooms[slot] ?? [],
      ),
    ].sort((a, b) => a.slot - b.slot),
    unplaced: [
      ...made.unplaced,
      ...lacking.map(({ pair }) => ({
        pair,
        limit: 'shared' as const,
        reason: 'no interpreter is left for it',
      })),
    ],
    ...(lacking.length > 0
      ? {
          value,
          gap: Math.max(0, made.bound - value) / Math.max(made.bound, 1e-9),
          proven: false,
          status: 'feasible',
        }
      : {}),
    interpreters: Object.fromEntries(assigned),
  };
}
