import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { hostOrganisation } from './change-hosts.ts';
import { HostEntity } from './host.entity.ts';
import { OccasionEntity, type Occasion } from './occasion.entity.ts';
import { occasionData, type OccasionData } from './occasion.input.ts';
import { lockedForHosts, sessionsOf } from './occasion.repository.ts';
import { kindStays, leadNeeded } from './occasions.failures.ts';
import { SIDES } from './participation.entity.ts';
import { inTurn } from './participation.repository.ts';
import { admissionOf, letIn } from './seats.ts';
import { assertWithin } from './session-rules.ts';

/**
 * Begins an occasion as a draft, led by the actor's organisation; operators say which leads.
 * @throws ACCESS_FORBIDDEN, INPUT_INVALID, OCCASIONS_LEAD_NEEDED, ORGANISATIONS_UNKNOWN, OCCASIONS_HOST_WITHDRAWN
 */
export function createOccasion(
  context: Context,
  input: unknown,
  leadId: string | null = context.actor.organisationId ?? null,
): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    assertPermitted(inside.actor, 'occasion:create', leadId ? { organisationId: leadId } : {});
    const data = parseInput(occasionData, input);
    if (!leadId) throw leadNeeded(undefined, { path: ['leadId'] });
    const lead = await hostOrganisation(inside, leadId, ['leadId']);
    const id = newId();
    const occasion = inside.em.create(OccasionEntity, { ...columnsOf(data), id, state: 'DRAFT' });
    await inside.em.flush();
    inside.em.create(HostEntity, { id: newId(), occasionId: id, organisationId: lead.id, leads: true });
    recordAudit(inside, 'occasion:create', { kind: 'occasion', id }, { kind: data.kind, leadId: lead.id });
    return occasion;
  });
}

/**
 * Replaces the description of an occasion. More seats let in who waits; a side that is now admitted automatically
 * lets in who has asked, in their order. Nobody is put out by fewer seats.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER, OCCASIONS_KIND_STAYS,
 * OCCASIONS_SESSION_OUTSIDE, INPUT_INVALID
 */
export function editOccasion(
  context: Context,
  id: string,
  version: number,
  input: unknown,
): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    const occasion = await lockedForHosts(inside, 'occasion:edit', id, { version, path: ['id'] });
    const data = parseInput(occasionData, input);
    if (data.kind !== occasion.kind)
      throw kindStays({ id, kind: occasion.kind }, { path: ['input', 'kind'] });
    for (const session of await sessionsOf(inside.em, id)) assertWithin(session, data, ['input', 'startsOn']);
    inside.em.assign(occasion, columnsOf(data));
    recordAudit(inside, 'occasion:edit', { kind: 'occasion', id });
    await inside.em.flush();
    for (const side of SIDES) {
      const asked =
        admissionOf(occasion, side) === 'AUTOMATIC' ? await inTurn(inside.em, id, side, 'APPLIED') : [];
      await letIn(inside, occasion, side, asked);
    }
    return occasion;
  });
}

/** The occasion's own columns; what was left out is null. */
const columnsOf = (data: OccasionData) => ({
  ...data,
  employerSeats: data.employerSeats ?? null,
  talentSeats: data.talentSeats ?? null,
  linkTemplate: data.linkTemplate ?? null,
});
