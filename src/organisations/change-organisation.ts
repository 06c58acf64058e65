import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { changedMeanwhile } from '../database/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { OrganisationEntity, type Organisation } from './organisation.entity.ts';
import { organisationData } from './organisation.input.ts';
import { organisationById } from './organisation.repository.ts';
import { representationCircle } from './organisations.failures.ts';

/** Adds an organisation. `id` is given by imports, which derive it from the source's own name for it. */
export function createOrganisation(context: Context, input: unknown, id = newId()): Promise<Organisation> {
  assertPermitted(context.actor, 'organisation:create');
  const data = parseInput(organisationData, input);
  return inTransaction(context, async (inside) => {
    if (data.representedById) await assertRepresentable(inside, id, data.representedById);
    const organisation = inside.em.create(OrganisationEntity, {
      ...data,
      id,
      withdrawnAt: null,
    });
    recordAudit(inside, 'organisation:create', { kind: 'organisation', id });
    return organisation;
  });
}

/**
 * Replaces the description of an organisation.
 * @throws DATABASE_CHANGED_MEANWHILE when `version` is no longer the stored one.
 */
export function editOrganisation(
  context: Context,
  id: string,
  version: number,
  input: unknown,
): Promise<Organisation> {
  return inTransaction(context, async (inside) => {
    const organisation = await organisationById(inside.em, id);
    assertPermitted(inside.actor, 'organisation:edit', {
      organisationId: id,
      representedById: organisation.representedById,
    });
    const data = parseInput(organisationData, input);
    if (organisation.version !== version) throw changedMeanwhile({ kind: 'organisation', id });
    if (data.representedById) await assertRepresentable(inside, id, data.representedById);
    inside.em.assign(organisation, {
      ...data,
      region: data.region ?? null,
      employees: data.employees ?? null,
      representedById: data.representedById ?? null,
      contactEmail: data.contactEmail ?? null,
    });
    recordAudit(inside, 'organisation:edit', { kind: 'organisation', id });
    return organisation;
  });
}

/** Takes an organisation out of every list and its roles out of every ranking; nothing is erased. */
export function withdrawOrganisation(context: Context, id: string): Promise<Organisation> {
  assertPermitted(context.actor, 'organisation:withdraw');
  return inTransaction(context, async (inside) => {
    const organisation = await organisationById(inside.em, id);
    organisation.withdrawnAt ??= inside.now;
    recordAudit(inside, 'organisation:withdraw', { kind: 'organisation', id });
    return organisation;
  });
}

async function assertRepresentable(context: Context, id: string, representedById: string): Promise<void> {
  const path = ['input', 'representedById'];
  if (representedById === id) throw representationCircle({ id }, { path });
  const proxy = await organisationById(context.em, representedById, path);
  if (proxy.representedById === id) throw representationCircle({ id }, { path });
}
