import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionOf, graphqlEnum } from '../graph/index.ts';
import { shortlistLife } from './shortlist-lives.ts';
import { ReleaseEnum } from './shortlist.enums.ts';
import type { Release, Shortlist, ShortlistState } from './shortlist.entity.ts';

const ShortlistStateEnum = graphqlEnum(
  'ShortlistState',
  Object.keys(shortlistLife.states) as ShortlistState[],
  'Whether talents are put on a list.',
  shortlistLife.states,
);

@ObjectType({ description: 'A role that a list is for.' })
export class ShortlistRoleType {
  @Field(() => ID)
  roleId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ID)
  employerId!: string;

  @Field(() => String)
  employerName!: string;
}

@ObjectType('Shortlist', {
  description: 'Candidates put forward for a role, or for the roles of several employers.',
})
export class ShortlistType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The mission or event that it is part of.' })
  occasionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The campaign that it is part of.' })
  campaignId!: string | null;

  @Field(() => String, { description: 'IANA time zone at whose midnights first-contact windows end.' })
  zone!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole days of a first-contact window; null where all may contact at once.',
  })
  windowDays!: number | null;

  @Field(() => ReleaseEnum)
  releaseTo!: Release;

  @Field(() => Boolean, {
    description: 'Whether the employers of the list see which of them has the turn or is in contact.',
  })
  showsEmployers!: boolean;

  @Field(() => ShortlistStateEnum)
  state!: ShortlistState;

  @Field(() => GraphQLDateTimeISO)
  createdAt!: Date;

  @Field(() => Int, {
    description: 'Send it back when you order or close the list: a change to an older version is refused.',
  })
  version!: number;
}

export const ShortlistConnection = connectionOf('Shortlist', () => ShortlistType);

/** The public shape of a list. */
export const toShortlistType = (shortlist: Shortlist): ShortlistType => ({
  id: shortlist.id,
  name: shortlist.name,
  occasionId: shortlist.occasionId ?? null,
  campaignId: shortlist.campaignId ?? null,
  zone: shortlist.zone,
  windowDays: shortlist.windowDays ?? null,
  releaseTo: shortlist.releaseTo,
  showsEmployers: shortlist.showsEmployers,
  state: shortlist.state,
  createdAt: shortlist.createdAt,
  version: shortlist.version,
});
