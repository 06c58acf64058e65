import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graph/index.ts';
import { FEED_OWNERS, type AgendaFeed, type FeedOwner } from './agenda-feed.entity.ts';

export const FeedOwnerEnum = graphqlEnum('AgendaOwner', FEED_OWNERS, 'Whose agenda it is.');

@ObjectType('AgendaFeed', { description: 'A secret address at which calendar programs fetch an agenda.' })
export class AgendaFeedType {
  @Field(() => ID)
  id!: string;

  @Field(() => FeedOwnerEnum)
  owner!: FeedOwner;

  @Field(() => GraphQLDateTimeISO)
  createdAt!: Date;
}

@ObjectType('NewAgendaFeed', {
  description: 'An address that was just made. Whoever has it reads the agenda.',
})
export class NewAgendaFeedType {
  @Field(() => AgendaFeedType)
  feed!: AgendaFeedType;

  @Field(() => String, {
    description:
      'Path of the address on this server, to be subscribed to. Told once: only its digest is kept.',
  })
  path!: string;
}

/** The public shape of a feed. */
export const toAgendaFeedType = ({ id, ownerKind, createdAt }: AgendaFeed): AgendaFeedType => ({
  id,
  owner: ownerKind,
  createdAt,
});
