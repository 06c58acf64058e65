import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '../database/index.ts';
import { assertPageSize, decodeCursor, isId, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { OrganisationEntity, type Organisation, type OrganisationKind } from './organisation.entity.ts';
import { organisationUnknown } from './organisations.failures.ts';

/** What narrows a list of organisations. */
export interface OrganisationSelection {
  kind?: OrganisationKind | null | undefined;
  country?: string | null | undefined;
  region?: string | null | undefined;
}

/** @throws ORGANISATIONS_UNKNOWN */
export async function organisationById(
  em: EntityManager,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Organisation> {
  const organisation = isId(id) ? await em.findOne(OrganisationEntity, { id }) : null;
  if (!organisation) throw organisationUnknown({ id }, { path });
  return organisation;
}

/** Organisations that have not left, by name. */
export async function organisationsBy(
  em: EntityManager,
  selection: OrganisationSelection,
  { first, after }: PageRequest,
): Promise<Page<Organisation>> {
  assertPageSize(first);
  const where: FilterQuery<Organisation>[] = [{ withdrawnAt: null }];
  if (selection.kind) where.push({ kind: selection.kind });
  if (selection.country) where.push({ country: selection.country });
  if (selection.region) where.push({ region: selection.region });
  if (after) {
    const [name, id] = decodeCursor(after, ['string', 'string']);
    where.push({ $or: [{ name: { $gt: name } }, { name, id: { $gt: id } }] });
  }
  const found = await em.find(
    OrganisationEntity,
    { $and: where },
    { orderBy: { name: 'asc', id: 'asc' }, limit: first + 1 },
  );
  return pageOf(
    found,
    first,
    (organisation) => organisation,
    ({ name, id }) => [name, id],
  );
}
