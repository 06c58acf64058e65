import { assertPermitted, type Context } from '../access/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import type { Organisation } from './organisation.entity.ts';
import { organisationById, organisationsBy, type OrganisationSelection } from './organisation.repository.ts';

/** One organisation. @throws ORGANISATIONS_UNKNOWN */
export function readOrganisation(context: Context, id: string): Promise<Organisation> {
  assertPermitted(context.actor, 'organisation:read');
  return organisationById(context.em, id);
}

/** Organisations that have not left, by name. */
export function listOrganisations(
  context: Context,
  selection: OrganisationSelection,
  page: PageRequest,
): Promise<Page<Organisation>> {
  assertPermitted(context.actor, 'organisation:read');
  return organisationsBy(context.em, selection, page);
}
