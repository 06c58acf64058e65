import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const SIGN_UP_STATES = ['QUEUED', 'CLAIMED', 'LEAD', 'POOL', 'DECLINED', 'WITHDRAWN'] as const;
export type SignUpState = (typeof SIGN_UP_STATES)[number];

/** That a talent has signed up for a campaign, and what a person decided. */
export const SignUpEntity = defineEntity({
  name: 'SignUp',
  tableName: 'campaign_sign_ups',
  properties: {
    id: p.uuid().primary(),
    campaignId: p.uuid(),
    talentId: p.uuid(),
    /** The consent to be matched on which it stands. */
    consentId: p.uuid(),
    /** Where the talent came from, as a tag of the campaign's own. */
    source: p.string(),
    signedUpAt: p.datetime(),
    state: p.string().$type<SignUpState>(),
    /** The identifier of whoever screens it, and since when. */
    claimedBy: p.string().nullable(),
    claimedAt: p.datetime().nullable(),
    /** Who decided: the identifier of the actor, and the person's name. */
    decidedBy: p.string().nullable(),
    screener: p.string().nullable(),
    decidedAt: p.datetime().nullable(),
    /** Why; the talent may read it. */
    reason: p.string().nullable(),
    version: p.integer().version(),
  },
});

export type SignUp = InferEntity<typeof SignUpEntity>;
