import { assertPermitted, permits, type Action, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { isId } from '../kernel/index.ts';
import { HostEntity, type Host } from './host.entity.ts';
import { OccasionEntity, type Occasion } from './occasion.entity.ts';
import { occasionUnknown } from './occasions.failures.ts';
import { SessionEntity, type Session } from './session.entity.ts';

/** The organisations that host an occasion, the leading one first. */
export const hostsOf = (em: EntityManager, occasionId: string): Promise<Host[]> =>
  em.find(HostEntity, { occasionId }, { orderBy: { leads: 'desc', id: 'asc' } });

/** The hosts as the owners of an occasion, for permissions. */
export async function hostTarget(
  em: EntityManager,
  occasionId: string,
): Promise<{ organisationIds: string[] }> {
  const hosts = await hostsOf(em, occasionId);
  return { organisationIds: hosts.map(({ organisationId }) => organisationId) };
}

/** Whether the actor runs the occasion, for one of its hosts or as an operator. */
export const isHost = async ({ actor, em }: Context, occasionId: string): Promise<boolean> =>
  permits(actor, 'occasion:edit', await hostTarget(em, occasionId));

/**
 * An occasion that the actor may see: drafts are their hosts' own.
 * @throws OCCASIONS_UNKNOWN
 */
export async function occasionById(
  context: Context,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Occasion> {
  assertPermitted(context.actor, 'occasion:read');
  const occasion = isId(id) ? await context.em.findOne(OccasionEntity, { id }) : null;
  if (!occasion || (occasion.state === 'DRAFT' && !(await isHost(context, id))))
    throw occasionUnknown({ id }, { path });
  return occasion;
}

/**
 * The occasion, for a use case that its hosts may do.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN
 */
export async function assertHost(
  context: Context,
  action: Action,
  occasionId: string,
  path: readonly string[] = ['occasionId'],
): Promise<Occasion> {
  const occasion = await occasionById(context, occasionId, path);
  assertPermitted(context.actor, action, await hostTarget(context.em, occasionId));
  return occasion;
}

/** The sessions of an occasion, or of one of its legs, in the order of their dates. */
export const sessionsOf = (
  em: EntityManager,
  occasionId: string,
  legId?: string | null,
): Promise<Session[]> =>
  em.find(
    SessionEntity,
    { occasionId, ...(legId === undefined ? {} : { legId }) },
    { orderBy: { date: 'asc', fromTime: 'asc', id: 'asc' } },
  );
