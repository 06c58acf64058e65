import { newId } from '../kernel/index.ts';
import type { EntityManager, Fragment } from '../database/index.ts';
import { consentNeeded } from './access.failures.ts';
import { recordAudit } from './audit.ts';
import { ConsentEntity, type Consent, type ConsentPurpose } from './consent.entity.ts';
import { assertPermitted, inTransaction, type Context } from './context.ts';

/** Notes that the person agrees to the purpose from now on. Giving it twice changes nothing. */
export function giveConsent(context: Context, subjectId: string, purpose: ConsentPurpose): Promise<Consent> {
  assertPermitted(context.actor, 'consent:give', { personId: subjectId });
  return inTransaction(context, (inside) => writeConsent(inside, subjectId, purpose));
}

/**
 * Writes a consent whose giving has been established by the caller: by `giveConsent`, or by an import whose
 * source states it.
 */
export async function writeConsent(
  context: Context,
  subjectId: string,
  purpose: ConsentPurpose,
): Promise<Consent> {
  const standing = await context.em.findOne(ConsentEntity, { subjectId, purpose, withdrawnAt: null });
  if (standing) return standing;
  const consent = context.em.create(ConsentEntity, {
    id: newId(),
    subjectId,
    purpose,
    givenAt: context.now,
    withdrawnAt: null,
  });
  recordAudit(context, 'consent:give', { kind: 'talent', id: subjectId }, { purpose });
  await context.em.flush();
  return consent;
}

/** Ends the consent now. From the next query on the person is in no ranking. */
export function withdrawConsent(
  context: Context,
  subjectId: string,
  purpose: ConsentPurpose,
): Promise<Consent | null> {
  assertPermitted(context.actor, 'consent:withdraw', { personId: subjectId });
  return inTransaction(context, async (inside) => {
    const standing = await inside.em.findOne(ConsentEntity, { subjectId, purpose, withdrawnAt: null });
    if (!standing) return null;
    standing.withdrawnAt = inside.now;
    recordAudit(inside, 'consent:withdraw', { kind: 'talent', id: subjectId }, { purpose });
    return standing;
  });
}

/** All consents that the person gave, those withdrawn included, oldest first. */
export function consentsOf(context: Context, subjectId: string): Promise<Consent[]> {
  assertPermitted(context.actor, 'consent:read', { personId: subjectId });
  return context.em.find(ConsentEntity, { subjectId }, { orderBy: { givenAt: 'asc' } });
}

/** Whether the person's consent to the purpose stands. */
export async function hasConsent(
  em: EntityManager,
  subjectId: string,
  purpose: ConsentPurpose,
): Promise<boolean> {
  return (await em.count(ConsentEntity, { subjectId, purpose, withdrawnAt: null })) > 0;
}

/**
 * Stops a use case that would touch a person without their consent.
 * @throws ACCESS_CONSENT_NEEDED
 */
export async function assertConsent(
  em: EntityManager,
  subjectId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  if (!(await hasConsent(em, subjectId, purpose))) throw consentNeeded({ purpose });
}

/** The same test as `hasConsent`, for a statement in which `subject` is the column of the person. */
export const consentStands = (subject: string, purpose: ConsentPurpose): Fragment => ({
  sql: `EXISTS (SELECT FROM consents WHERE consents.subject_id = ${subject} AND consents.purpose = ? AND consents.withdrawn_at IS NULL)`,
  parameters: [purpose],
});
