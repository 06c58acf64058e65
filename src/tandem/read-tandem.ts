import { assertPermitted, type Context } from '../access/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import { tandemUnknown } from './tandem.failures.ts';
import { coupleById, coupleOf, standingCouples, standingTandemId, type Couple } from './tandem.repository.ts';

/** The standing tandem of the talent behind the token, or the invitation that waits; null for neither. */
export async function myTandem(context: Context): Promise<Couple | null> {
  const { id } = context.actor;
  assertPermitted(context.actor, 'tandem:read', { personId: id });
  if (context.actor.kind !== 'talent') return null;
  const standing = await standingTandemId(context.em, id);
  return standing ? coupleById(context.em, standing) : coupleOf(context.em, id, 'PROPOSED');
}

/** The standing tandems, oldest first: for organisers and operators. */
export function listTandems(context: Context, page: PageRequest): Promise<Page<Couple>> {
  assertPermitted(context.actor, 'tandem:list');
  return standingCouples(context.em, page);
}

/**
 * The tandem for a deed of the actor, who has the permission: any for an operator; for a talent the one in which they
 * are, or to which they invited. Within the caller's transaction.
 * @throws TANDEM_UNKNOWN, also for a tandem that was theirs
 */
export async function coupleFor({ actor, em }: Context, id: string): Promise<Couple> {
  const couple = await coupleById(em, id);
  const open = couple.tandem.state === 'PROPOSED' || couple.tandem.state === 'STANDING';
  const own = couple.partners.some(({ talentId }) => talentId === actor.id);
  if (actor.kind === 'talent' && !(open && own)) throw tandemUnknown({ id }, { path: ['id'] });
  return couple;
}
