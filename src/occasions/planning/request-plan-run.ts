import { inTransaction, recordAudit, type Context } from '../../access/index.ts';
import { newId, parseInput } from '../../kernel/index.ts';
import { readProblem } from '../../planner/index.ts';
import { assertHost } from '../occasion.repository.ts';
import { frameOf } from './frame-of-occasion.ts';
import { PlanRunEntity, type PlanRun } from './plan-run.entity.ts';
import { hostedRun } from './plan-run.repository.ts';
import { planTask } from './plan-runs.jobs.ts';
import { planRunState, planRunUnknown } from './planning.failures.ts';
import { problemOf } from './problem-of.ts';
import { planRequest, type PlanRequestInput } from './wish.ts';

/**
 * Asks for a run of the planner; a background job makes it. The room above says who would meet whom and what that is
 * worth; sessions, availability, staff, places, guarantees and standing meetings are read here, as they are now.
 * Based on the published run, what stands changes as little as possible, and what has begun not at all; based on
 * another one, the proposals pinned there stay.
 * @param legId the sessions to plan: those of this leg; null: those of the whole occasion.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, INPUT_INVALID, OCCASIONS_NOTHING_TO_PLAN, OCCASIONS_RUN_UNKNOWN,
 * OCCASIONS_RUN_STATE and the PLANNER_ failures
 */
export async function requestPlanRun(
  context: Context,
  occasionId: string,
  legId: string | null,
  input: PlanRequestInput,
): Promise<PlanRun> {
  const occasion = await assertHost(context, 'plan:run', occasionId);
  const request = parseInput(planRequest, input);
  return inTransaction(context, async (inside) => {
    const base = request.basedOnRunId ? await baseOf(inside, request.basedOnRunId, occasionId, legId) : null;
    const frame = await frameOf(inside.em, occasion, legId, request, base, inside.now);
    const { problem, ...given } = problemOf(frame);
    readProblem(problem);
    const run = inside.em.create(PlanRunEntity, {
      id: newId(),
      occasionId,
      legId,
      basedOnId: base?.id ?? null,
      state: 'QUEUED',
      requestedAt: inside.now,
      requestedBy: inside.actor.id,
      finishedAt: null,
      problem,
      answer: null,
      given,
      progress: null,
      beatAt: null,
      calledOff: false,
      // Pins go on from run to run.
      pinnedPairs: problem.pairs.flatMap(({ id, fixed }) =>
        fixed != null && !given.pairs[id]!.fixed ? [id] : [],
      ),
      publication: null,
      failure: null,
    });
    recordAudit(
      inside,
      'plan:run',
      { kind: 'plan-run', id: run.id },
      { occasionId, legId, basedOnId: run.basedOnId, wishes: request.wishes.length },
    );
    await inside.em.flush();
    await inside.jobs.enqueue(inside.em, planTask, { runId: run.id });
    return run;
  });
}

async function baseOf(
  context: Context,
  id: string,
  occasionId: string,
  legId: string | null,
): Promise<PlanRun> {
  const path = ['input', 'basedOnRunId'];
  const base = await hostedRun(context, 'plan:run', id, path);
  if (base.occasionId !== occasionId || (base.legId ?? null) !== legId)
    throw planRunUnknown({ id }, { path });
  if (base.state !== 'PUBLISHED' && base.state !== 'READY')
    throw planRunState({ id, state: base.state, needed: 'READY or PUBLISHED' }, { path });
  return base;
}
