import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Whose agenda a feed shows. */
export const FEED_OWNERS = ['talent', 'organisation', 'interviewer'] as const;
export type FeedOwner = (typeof FEED_OWNERS)[number];

/** A secret address at which a calendar program fetches somebody's agenda. Only the secret's digest is kept. */
export const AgendaFeedEntity = defineEntity({
  name: 'AgendaFeed',
  tableName: 'agenda_feeds',
  properties: {
    id: p.uuid().primary(),
    ownerKind: p.string().$type<FeedOwner>(),
    ownerId: p.uuid(),
    secretHash: p.string(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

export type AgendaFeed = InferEntity<typeof AgendaFeedEntity>;
