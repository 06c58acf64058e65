import { inTransaction, recordAudit, type Context } from '../../access/index.ts';
import type { PlanRun } from './plan-run.entity.ts';
import { assertRunVersion, hostedRun, lockedRun } from './plan-run.repository.ts';
import { planRunCalledOff, planRunState, proposalUnknown } from './planning.failures.ts';

/**
 * Calls a run off: what it has found by then is its answer; one that has not begun fails.
 * @throws OCCASIONS_RUN_UNKNOWN, OCCASIONS_RUN_STATE, ACCESS_FORBIDDEN
 */
export async function cancelPlanRun(context: Context, id: string): Promise<PlanRun> {
  await hostedRun(context, 'plan:run', id);
  return inTransaction(context, async (inside) => {
    const run = await lockedRun(inside, id);
    if (run.state !== 'QUEUED' && run.state !== 'RUNNING')
      throw planRunState({ id, state: run.state, needed: 'QUEUED or RUNNING' });
    run.calledOff = true;
    if (run.state === 'QUEUED')
      Object.assign(run, {
        state: 'FAILED',
        failure: planRunCalledOff.definition.code,
        finishedAt: inside.now,
      });
    recordAudit(inside, 'plan:run', { kind: 'plan-run', id }, { step: 'call off' });
    return run;
  });
}

/**
 * Pins a proposal of a finished run, or unpins it: runs based on this one leave it where it is.
 * @param pair identifies the proposal, from `meetings` of the run.
 * @throws OCCASIONS_RUN_UNKNOWN, OCCASIONS_PROPOSAL_UNKNOWN, DATABASE_CHANGED_MEANWHILE, ACCESS_FORBIDDEN
 */
export async function pinProposal(
  context: Context,
  { id, version }: { id: string; version: number },
  pair: string,
  pinned: boolean,
): Promise<PlanRun> {
  await hostedRun(context, 'plan:run', id, ['runId']);
  return inTransaction(context, async (inside) => {
    const run = await lockedRun(inside, id);
    assertRunVersion(run, version);
    if (!run.answer?.meetings.some((meeting) => meeting.pair === pair))
      throw proposalUnknown({ runId: id }, { path: ['proposal'] });
    const others = run.pinnedPairs.filter((other) => other !== pair);
    run.pinnedPairs = pinned ? [...others, pair] : others;
    recordAudit(inside, 'plan:run', { kind: 'plan-run', id }, { step: pinned ? 'pin' : 'unpin' });
    return run;
  });
}
