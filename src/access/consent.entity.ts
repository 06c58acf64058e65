import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What a talent can agree to, each apart from the others (GDPR article 6 (1) a and recital 32). */
export const CONSENT_PURPOSES = ['MATCHING', 'DIGEST', 'TANDEM'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** One consent, from the moment it was given until it was withdrawn. Rows are never deleted or reused. */
export const ConsentEntity = defineEntity({
  name: 'Consent',
  tableName: 'consents',
  properties: {
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    purpose: p.string().$type<ConsentPurpose>(),
    givenAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
  },
});

export type Consent = InferEntity<typeof ConsentEntity>;
