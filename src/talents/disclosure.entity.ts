import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/**
 * That an organisation may know who a talent is, from when it was said until it was taken back or the consent that
 * it stands on ended. Rows are never deleted or reused.
 */
export const DisclosureEntity = defineEntity({
  name: 'Disclosure',
  tableName: 'identity_disclosures',
  properties: {
    id: p.uuid().primary(),
    talentId: p.uuid(),
    organisationId: p.uuid(),
    /** The consent to be matched under which it was made. */
    consentId: p.uuid(),
    disclosedAt: p.datetime(),
    /** The identifier of the talent or organiser who said so. */
    disclosedBy: p.string(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.string().nullable(),
  },
});

export type Disclosure = InferEntity<typeof DisclosureEntity>;
