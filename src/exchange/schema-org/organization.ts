import { parseInput } from '../../kernel/index.ts';
import { organisationData } from '../../organisations/index.ts';
import { inTermsOf, type Place } from '../check-record.ts';
import { recordInvalid } from '../exchange.failures.ts';
import type { Mapped, OrganisationReference } from '../prepared.ts';
import { addressOf } from './address.ts';
import { identityOf, isNode, numberOf, ownOf, textOf, typesOf, valueOf, type Node } from './node.ts';

/** The type itself and those under it that employers and their helpers have. */
const TYPES = /Organization|Corporation|Business|Consortium|Cooperative|Hospital|School|University|^NGO$/;

/** Whether the node is an organisation. */
export const isOrganization = (node: Node): boolean => typesOf(node).some((type) => TYPES.test(type));

/** How many organisations may represent one another in a row. */
const DEEPEST = 3;

/**
 * What a record says of an organisation. `country` is where it is taken to be when it says nothing: where the
 * work is.
 * @throws EXCHANGE_RECORD_INVALID
 */
export function organisationReference(
  given: unknown,
  at: Place,
  notes: string[],
  country?: string,
  depth = 0,
): OrganisationReference {
  if (typeof given === 'string' && given.trim() !== '')
    return organisationReference({ name: given }, at, notes, country, depth);
  if (!isNode(given)) throw recordInvalid({ problem: 'is missing', more: 0 }, { path: at });
  const { id, identifier } = identityOf(given);
  const name = textOf(given, 'name', at) ?? textOf(given, 'legalName', at);
  if (name === undefined && id === undefined && identifier === undefined)
    throw recordInvalid({ problem: 'is missing', more: 0 }, { path: [...at, 'name'] });
  const address = addressOf(given, at, notes);
  const employees = employeesOf(given, at);
  const kind = ownOf(given, 'kind');
  const where = address.country ?? country;
  const contactEmail = emailOf(given, at, notes);
  const contactLanguage = ownOf(given, 'contactLanguage') ?? undefined;
  const represented = ownOf(given, 'representedBy');
  return {
    id,
    identifier,
    name: name ?? identifier ?? id!,
    data:
      name === undefined || where === undefined
        ? undefined
        : inTermsOf(sourcesAt(at), () =>
            parseInput(
              organisationData.omit({ representedById: true }),
              {
                name,
                kind: kind ?? 'EMPLOYER',
                country: where,
                region: address.region,
                employees,
                contactEmail,
                contactLanguage,
              },
              [],
            ),
          ),
    states: {
      kind: kind != null,
      employees: employees !== undefined,
      region: address.region !== undefined,
      contactEmail: contactEmail !== undefined,
      contactLanguage: contactLanguage !== undefined,
    },
    representedBy:
      represented == null || depth >= DEEPEST
        ? undefined
        : organisationReference(represented, [...at, 'tandem:representedBy'], notes, where, depth + 1),
  };
}

/** An Organization that stands on its own in a file. */
export function organizationToOrganisation(record: Node): Mapped {
  const notes: string[] = [];
  const reference = organisationReference(record, [], notes);
  if (!reference.data) {
    const missing = textOf(record, 'name') === undefined ? ['name'] : ['address', 'addressCountry'];
    throw recordInvalid({ problem: 'is missing', more: 0 }, { path: missing });
  }
  return { prepared: { kind: 'organisation', reference }, notes };
}

/** Sources put telephone numbers and names there too: no reason to refuse a posting. */
function emailOf(node: Node, at: Place, notes: string[]): string | undefined {
  const given = textOf(node, 'email', at)?.replace(/^mailto:/i, '');
  if (given === undefined) return undefined;
  const read = organisationData.shape.contactEmail.safeParse(given);
  if (!read.success) notes.push('The e-mail address of an organisation is none, and was left out.');
  return read.data ?? undefined;
}

function employeesOf(node: Node, at: Place): number | undefined {
  const value = valueOf(node, 'numberOfEmployees');
  if (!isNode(value)) return numberOf(node, 'numberOfEmployees', at);
  const path = [...at, 'numberOfEmployees'];
  return numberOf(value, 'value', path) ?? numberOf(value, 'maxValue', path);
}

const sourcesAt = (at: Place): Record<string, Place> => ({
  name: [...at, 'name'],
  kind: [...at, 'tandem:kind'],
  country: [...at, 'address', 'addressCountry'],
  region: [...at, 'address', 'addressRegion'],
  employees: [...at, 'numberOfEmployees'],
  contactEmail: [...at, 'email'],
  contactLanguage: [...at, 'tandem:contactLanguage'],
});
