import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { newId } from '../kernel/index.ts';
import { organisationById, type Organisation } from '../organisations/index.ts';
import { HostEntity } from './host.entity.ts';
import type { Occasion } from './occasion.entity.ts';
import { assertChangeable, countChange, hostsOf, lockedOccasion } from './occasion.repository.ts';
import { hostWithdrawn, leadStays, notAHost } from './occasions.failures.ts';

/**
 * Lets another organisation host the occasion too; by the host that leads. Saying it twice changes nothing.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_OVER, ORGANISATIONS_UNKNOWN, OCCASIONS_HOST_WITHDRAWN
 */
export function addHost(context: Context, occasionId: string, organisationId: string): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    const occasion = await lockedForLead(inside, occasionId);
    const host = await hostOrganisation(inside, organisationId, ['organisationId']);
    const hosts = await hostsOf(inside.em, occasionId);
    if (hosts.some((known) => known.organisationId === host.id)) return occasion;
    inside.em.create(HostEntity, { id: newId(), occasionId, organisationId: host.id, leads: false });
    recordAudit(inside, 'occasion:edit', { kind: 'occasion', id: occasionId }, { hostAdded: host.id });
    await countChange(inside.em, occasion);
    return occasion;
  });
}

/**
 * Ends that an organisation hosts the occasion; by the host that leads, which itself stays. Whom it brought stays too.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_OVER, OCCASIONS_NOT_A_HOST, OCCASIONS_LEAD_STAYS
 */
export function removeHost(context: Context, occasionId: string, organisationId: string): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    const occasion = await lockedForLead(inside, occasionId);
    const host = (await hostsOf(inside.em, occasionId)).find(
      (known) => known.organisationId === organisationId,
    );
    const at = { path: ['organisationId'] };
    if (!host) throw notAHost({ id: organisationId }, at);
    if (host.leads) throw leadStays({ id: organisationId }, at);
    inside.em.remove(host);
    recordAudit(
      inside,
      'occasion:edit',
      { kind: 'occasion', id: occasionId },
      { hostRemoved: organisationId },
    );
    await countChange(inside.em, occasion);
    return occasion;
  });
}

/** An organisation that can host or take part. @throws ORGANISATIONS_UNKNOWN, OCCASIONS_HOST_WITHDRAWN */
export async function hostOrganisation(
  context: Context,
  id: string,
  path: readonly string[],
): Promise<Organisation> {
  const organisation = await organisationById(context.em, id, path);
  if (organisation.withdrawnAt != null) throw hostWithdrawn({ id }, { path });
  return organisation;
}

async function lockedForLead(context: Context, occasionId: string): Promise<Occasion> {
  const occasion = await lockedOccasion(context, occasionId, { path: ['occasionId'] });
  const [lead] = await hostsOf(context.em, occasionId);
  assertPermitted(context.actor, 'occasion:edit', { organisationId: lead!.organisationId });
  assertChangeable(occasion);
  return occasion;
}
