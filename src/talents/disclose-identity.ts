import {
  assertPermitted,
  consentNeeded,
  ConsentEntity,
  inTransaction,
  recordAudit,
  type Context,
} from '../access/index.ts';
import { rows } from '../database/index.ts';
import { newId } from '../kernel/index.ts';
import { organisationById } from '../organisations/index.ts';
import { DisclosureEntity, type Disclosure } from './disclosure.entity.ts';
import { talentById } from './talent.repository.ts';
import { talentUnknown } from './talents.failures.ts';

/**
 * Lets an organisation, and whoever represents it, know who the talent is: by the talent or an organiser, while the
 * talent's consent to be matched stands. Saying it twice changes nothing.
 * @throws TALENTS_UNKNOWN, ORGANISATIONS_UNKNOWN, ACCESS_FORBIDDEN, ACCESS_CONSENT_NEEDED
 */
export function discloseIdentity(
  context: Context,
  talentId: string,
  organisationId: string,
): Promise<Disclosure> {
  assertPermitted(context.actor, 'identity:disclose', { personId: talentId });
  return inTransaction(context, async (inside) => {
    const talent = await talentById(inside.em, talentId, ['talentId']);
    if (talent.withdrawnAt != null) throw talentUnknown({ id: talentId }, { path: ['talentId'] });
    const organisation = await organisationById(inside.em, organisationId, ['organisationId']);
    const consent = await inside.em.findOne(ConsentEntity, {
      subjectId: talent.id,
      purpose: 'MATCHING',
      withdrawnAt: null,
    });
    if (!consent) throw consentNeeded({ purpose: 'MATCHING' });
    const key = { talentId: talent.id, organisationId: organisation.id, consentId: consent.id };
    const standing = await inside.em.findOne(DisclosureEntity, { ...key, withdrawnAt: null });
    if (standing) return standing;
    recordAudit(
      inside,
      'identity:disclose',
      { kind: 'talent', id: talent.id },
      { organisationId: organisation.id },
    );
    return inside.em.create(DisclosureEntity, {
      ...key,
      id: newId(),
      disclosedAt: inside.now,
      disclosedBy: inside.actor.id,
      withdrawnAt: null,
      withdrawnBy: null,
    });
  });
}

/**
 * Hides the talent from the organisation again, from the next query on.
 * @returns what was taken back; null when nothing stood.
 * @throws TALENTS_UNKNOWN, ORGANISATIONS_UNKNOWN, ACCESS_FORBIDDEN
 */
export function concealIdentity(
  context: Context,
  talentId: string,
  organisationId: string,
): Promise<Disclosure | null> {
  assertPermitted(context.actor, 'identity:conceal', { personId: talentId });
  return inTransaction(context, async (inside) => {
    const talent = await talentById(inside.em, talentId, ['talentId']);
    const organisation = await organisationById(inside.em, organisationId, ['organisationId']);
    // Also those that stand on a consent that has ended: whoever conceals wants none to be left.
    const standing = await inside.em.find(
      DisclosureEntity,
      { talentId: talent.id, organisationId: organisation.id, withdrawnAt: null },
      { orderBy: { disclosedAt: 'desc' } },
    );
    if (standing.length === 0) return null;
    for (const disclosure of standing)
      Object.assign(disclosure, { withdrawnAt: inside.now, withdrawnBy: inside.actor.id });
    recordAudit(
      inside,
      'identity:conceal',
      { kind: 'talent', id: talent.id },
      { organisationId: organisation.id },
    );
    return standing[0]!;
  });
}

/** A disclosure, and whether it counts now: it was not taken back, and the consent that it stands on stands. */
export interface DisclosureState {
  disclosure: Disclosure;
  stands: boolean;
}

/** To whom the talent's identity is or was shown, oldest first. */
export async function disclosuresOf(context: Context, talentId: string): Promise<DisclosureState[]> {
  assertPermitted(context.actor, 'identity:read', { personId: talentId });
  const disclosures = await context.em.find(
    DisclosureEntity,
    { talentId },
    { orderBy: { disclosedAt: 'asc', id: 'asc' } },
  );
  const consents = await context.em.find(ConsentEntity, {
    id: { $in: disclosures.map(({ consentId }) => consentId) },
    withdrawnAt: null,
  });
  const standing = new Set(consents.map(({ id }) => id));
  return disclosures.map((disclosure) => ({
    disclosure,
    stands: disclosure.withdrawnAt == null && standing.has(disclosure.consentId),
  }));
}

/**
 * Those of the talents of whom an employer may know who they are, in one query: by disclosure to its organisation,
 * or to one that it represents.
 */
export async function disclosedTo(
  { em }: Pick<Context, 'em'>,
  organisationId: string,
  talentIds: readonly string[],
): Promise<Set<string>> {
  const disclosed = await rows<{ talent_id: string }>(
    em,
    `SELECT disclosures.talent_id
     FROM identity_disclosures AS disclosures
       JOIN consents ON consents.id = disclosures.consent_id AND consents.withdrawn_at IS NULL
       JOIN organisations ON organisations.id = disclosures.organisation_id AND organisations.withdrawn_at IS NULL
     WHERE disclosures.talent_id = ANY (?) AND disclosures.withdrawn_at IS NULL
       AND ? IN (organisations.id, organisations.represented_by_id)`,
    [talentIds, organisationId],
  );
  return new Set(disclosed.map(({ talent_id }) => talent_id));
}
