import { raw } from '@mikro-orm/core';
import type { Context } from '../access/index.ts';
import { derivedId } from '../kernel/index.ts';
import {
  createOrganisation,
  editOrganisation,
  OrganisationEntity,
  type Organisation,
} from '../organisations/index.ts';
import { employerAmbiguous, employerUnknown, recordWithdrawn } from './exchange.failures.ts';
import type { OrganisationReference } from './prepared.ts';

/**
 * The organisation that a source names, added when it is unknown and the source says enough of it. One that is
 * known stays as it is.
 * @throws EXCHANGE_EMPLOYER_UNKNOWN, EXCHANGE_EMPLOYER_AMBIGUOUS
 */
export async function organisationFor(
  context: Context,
  reference: OrganisationReference,
): Promise<Organisation> {
  const known = await knownOrganisation(context, reference);
  if (known) return known;
  if (!reference.data)
    throw employerUnknown({ name: reference.name.slice(0, 80) }, { path: ['hiringOrganization'] });
  return createOrganisation(context, await dataOf(context, reference), newIdOf(reference));
}

/** Adds the organisation, or changes what the source states of it; what it leaves out stays. */
export async function writeOrganisation(
  context: Context,
  reference: OrganisationReference,
): Promise<Organisation> {
  const known = await knownOrganisation(context, reference);
  if (!known) return organisationFor(context, reference);
  if (known.withdrawnAt != null) throw recordWithdrawn({ kind: 'organisation', id: known.id });
  const { states } = reference;
  const stated = await dataOf(context, reference);
  return editOrganisation(context, known.id, known.version, {
    ...stated,
    kind: states.kind ? stated.kind : known.kind,
    region: states.region ? stated.region : known.country === stated.country ? known.region : null,
    employees: states.employees ? stated.employees : known.employees,
    contactEmail: states.contactEmail ? stated.contactEmail : known.contactEmail,
    contactLanguage: states.contactLanguage ? stated.contactLanguage : known.contactLanguage,
    representedById: reference.representedBy ? stated.representedById : known.representedById,
  });
}

/** The identifier of a new organisation: the same for the same name in the same country. */
const newIdOf = ({ id, identifier, name, data }: OrganisationReference): string =>
  id ??
  (identifier === undefined
    ? derivedId('organisation-name', `${data?.country}:${name.toLowerCase()}`)
    : derivedId('organisation', identifier));

async function dataOf(context: Context, { data, representedBy }: OrganisationReference) {
  const proxy = representedBy && (await organisationFor(context, representedBy));
  return { ...data!, representedById: proxy?.id };
}

/** By Tandem's identifier, by the source's, by name in the same country, by name anywhere. */
async function knownOrganisation(
  context: Context,
  reference: OrganisationReference,
): Promise<Organisation | null> {
  const { id, identifier, name } = reference;
  const byId = await context.em.findOne(OrganisationEntity, { id: newIdOf(reference) });
  if (byId || id !== undefined) return byId;
  const called = await context.em.find(
    OrganisationEntity,
    { [raw('lower(name)')]: name.toLowerCase(), withdrawnAt: null },
    { orderBy: { id: 'asc' } },
  );
  const near = called.filter(({ country }) => country === reference.data?.country);
  const found = near.length > 0 ? near : called;
  if (found.length > 1)
    throw employerAmbiguous(
      { name: name.slice(0, 80), count: found.length },
      { path: ['hiringOrganization'] },
    );
  // Of one name, and in another country: another organisation, if the source has an identifier for it.
  return near[0] ?? (identifier === undefined ? (found[0] ?? null) : null);
}
