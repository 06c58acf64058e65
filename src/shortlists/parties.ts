import { permits, type Actor, type Target } from '../access/index.ts';
import { rows, type EntityManager, type Fragment } from '../database/index.ts';
import { roleNeeded, roleNotYours } from './shortlists.failures.ts';

/** A role of a list with whoever may act for it. */
export interface PartyRole {
  roleId: string;
  title: string;
  employerId: string;
  employerName: string;
  /** The organisation that acts for the employer everywhere. */
  representedById: string | null;
}

/** Whose list it is: the employers of its roles with their proxies, and the hosts of what it is part of. */
export interface Parties {
  /** In the order of the list. */
  roles: PartyRole[];
  hostIds: string[];
}

/** Hosts of the occasion or campaign of the `shortlists` row of the statement. */
const HOSTS = `
  SELECT organisation_id FROM occasion_hosts WHERE occasion_id = shortlists.occasion_id
  UNION ALL SELECT organisation_id FROM campaign_hosts WHERE campaign_id = shortlists.campaign_id`;

/** The parties of a list. */
export async function partiesOf(em: EntityManager, shortlistId: string): Promise<Parties> {
  const roles = await rows<PartyRole>(
    em,
    `SELECT own.role_id AS "roleId", roles.title, own.employer_id AS "employerId",
       organisations.name AS "employerName", organisations.represented_by_id AS "representedById"
     FROM shortlist_roles AS own JOIN roles ON roles.id = own.role_id
       JOIN organisations ON organisations.id = own.employer_id
     WHERE own.shortlist_id = ? ORDER BY own.place`,
    [shortlistId],
  );
  const hosts = await rows<{ organisation_id: string }>(
    em,
    `SELECT hosts.organisation_id FROM shortlists, LATERAL (${HOSTS}) AS hosts WHERE shortlists.id = ?`,
    [shortlistId],
  );
  return { roles, hostIds: hosts.map(({ organisation_id }) => organisation_id) };
}

/** A condition over `shortlists`: the organisation is a party of the list. */
export const isParty = (organisationId: string): Fragment => ({
  sql: `(EXISTS (SELECT FROM shortlist_roles AS own JOIN organisations ON organisations.id = own.employer_id
           WHERE own.shortlist_id = shortlists.id AND ? IN (organisations.id, organisations.represented_by_id))
         OR EXISTS (SELECT FROM (${HOSTS}) AS hosts WHERE hosts.organisation_id = ?))`,
  parameters: [organisationId, organisationId],
});

/** Every party of the list, for permissions that any of them has. */
export const allOf = ({ roles, hostIds }: Parties): Target => ({
  organisationIds: [...hostIds, ...roles.flatMap(organisationsOf)],
});

/** Only the hosts. */
export const hostsOf = ({ hostIds }: Parties): Target => ({ organisationIds: hostIds });

const organisationsOf = ({ employerId, representedById }: PartyRole): string[] =>
  representedById === null ? [employerId] : [employerId, representedById];

/** Whether the actor sees all of the list: as a host, or an operator. */
export const isHost = (actor: Actor, parties: Parties): boolean =>
  permits(actor, 'shortlist:attribute', hostsOf(parties));

/** The roles of the list for which the actor may act: hosts for all, others as employer or proxy. */
export const rolesFor = (actor: Actor, parties: Parties): PartyRole[] =>
  isHost(actor, parties)
    ? parties.roles
    : parties.roles.filter((role) =>
        permits(actor, 'shortlist:advance', { organisationIds: organisationsOf(role) }),
      );

/**
 * The role for which the actor acts: the one named, or the only one there is.
 * @throws SHORTLISTS_ROLE_NEEDED, SHORTLISTS_ROLE_NOT_YOURS
 */
export function actingRole(
  actor: Actor,
  parties: Parties,
  shortlistId: string,
  roleId?: string | null,
): PartyRole {
  const own = rolesFor(actor, parties);
  if (roleId != null) {
    const named = own.find((role) => role.roleId === roleId);
    if (!named) throw roleNotYours({ roleId }, { path: ['input', 'roleId'] });
    return named;
  }
  if (own.length !== 1) throw roleNeeded({ id: shortlistId }, { path: ['input', 'roleId'] });
  return own[0]!;
}
