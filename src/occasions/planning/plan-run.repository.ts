import { LockMode } from '@mikro-orm/core';
import { assertPermitted, permits, type Action, type Context } from '../../access/index.ts';
import { changedMeanwhile } from '../../database/index.ts';
import { isId } from '../../kernel/index.ts';
import { hostTarget } from '../occasion.repository.ts';
import { PlanRunEntity, type PlanRun } from './plan-run.entity.ts';
import { planRunUnknown } from './planning.failures.ts';

/**
 * A run, for a use case of its occasion's hosts; to everybody else it is unknown.
 * @throws OCCASIONS_RUN_UNKNOWN, ACCESS_FORBIDDEN
 */
export async function hostedRun(
  context: Context,
  action: Action,
  id: string,
  path: readonly string[] = ['id'],
): Promise<PlanRun> {
  const run = isId(id) ? await context.em.findOne(PlanRunEntity, { id }) : null;
  const target = run && (await hostTarget(context.em, run.occasionId));
  if (!run || !target || !permits(context.actor, 'plan:read', target)) throw planRunUnknown({ id }, { path });
  assertPermitted(context.actor, action, target);
  return run;
}

/** @throws DATABASE_CHANGED_MEANWHILE */
export function assertRunVersion(run: PlanRun, version: number): void {
  if (run.version !== version) throw changedMeanwhile({ kind: 'plan run', id: run.id });
}

/** The run as it is now, locked until the transaction ends. The caller has authorised it. */
export const lockedRun = ({ em }: Context, id: string): Promise<PlanRun> =>
  em.findOneOrFail(PlanRunEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
