import { OptimisticLockError } from '@mikro-orm/core';
import { changedMeanwhile, type EntityManager } from '../database/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { forbidden, unauthenticated } from './access.failures.ts';
import type { Actor } from './actor.ts';
import type { ConsentPurpose } from './consent.entity.ts';
import { permits, type Action, type Target } from './permissions.ts';

/** What every use case is given: who asks, when, and the means to read, write and leave work for later. */
export interface Context {
  actor: Actor;
  now: Date;
  em: EntityManager;
  jobs: Jobs;
  consequences: Consequences;
}

/**
 * What higher rooms do, in the transaction of the deed, when something ends that their rows stand on. Wired in
 * `src/service.ts`, since the rooms that end things know nothing of those above them.
 */
export interface Consequences {
  /** A talent's consent to the purpose has ended, or the talent has left: what stands on it ends at once. */
  consentEnded: readonly ((context: Context, talentId: string, purpose: ConsentPurpose) => Promise<void>)[];
}

/** Lets every room that asked for it draw its consequence, one after the other. */
export async function drawConsentEnded(
  context: Context,
  talentId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  for (const draw of context.consequences.consentEnded) await draw(context, talentId, purpose);
}

/**
 * Runs the work in one transaction: everything it writes, its audit record and its jobs included, or nothing.
 */
export async function inTransaction<Result>(
  context: Context,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  try {
    return await context.em.transactional((em) => work({ ...context, em: em as EntityManager }));
  } catch (cause) {
    if (!(cause instanceof OptimisticLockError)) throw cause;
    const entity = cause.getEntity() as { id?: string; constructor: { name: string } } | undefined;
    throw changedMeanwhile({ kind: entity?.constructor.name ?? 'row', id: entity?.id ?? '?' }, { cause });
  }
}

/**
 * Stops a use case that the catalogue does not permit.
 * @throws ACCESS_FORBIDDEN, or ACCESS_UNAUTHENTICATED where there was no token
 */
export function assertPermitted(actor: Actor, action: Action, target?: Target): void {
  if (actor.kind === 'anonymous') throw unauthenticated({ reason: 'the request has none' });
  if (!permits(actor, action, target)) throw forbidden({ action, kind: actor.kind });
}
