import { Arg, Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionOf, TextLanguageEnum } from '../graph/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import type { EntryState } from './entry.entity.ts';
import { EntryStateEnum } from './shortlist.enums.ts';
import { ShortlistRoleType } from './shortlist.type.ts';
import { STANDING_WORDS } from './standing-words.ts';
import type { Standing } from './standing.ts';

@ObjectType('Standing', { description: 'That you are put forward somewhere, and how it stands.' })
export class StandingType {
  @Field(() => ID)
  id!: string;

  @Field(() => [ShortlistRoleType], {
    description: 'Role and employer: of all employers who share a list, until one of them is in contact.',
  })
  roles!: ShortlistRoleType[];

  @Field(() => EntryStateEnum)
  status!: EntryState;

  @Field(() => String, { description: 'What the status means for you.' })
  words(@Arg('language', () => TextLanguageEnum, { defaultValue: 'en' }) language: TextLanguage): string {
    return STANDING_WORDS[language][this.status];
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why it ended, of a rejection or release, in the words of whoever decided.',
  })
  reason!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when the status holds.' })
  since!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When you were put forward.' })
  addedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The mission or event that it is part of.' })
  occasionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The campaign that it is part of.' })
  campaignId!: string | null;

  @Field(() => Int, { description: 'Send it back when you withdraw.' })
  version!: number;
}

export const StandingConnection = connectionOf('Standing', () => StandingType);

/** The public shape of a standing. */
export const toStandingType = ({ entry, shortlist, roles, reason }: Standing): StandingType =>
  Object.assign(new StandingType(), {
    id: entry.id,
    roles,
    status: entry.state,
    reason,
    since: entry.since,
    addedAt: entry.addedAt,
    occasionId: shortlist.occasionId ?? null,
    campaignId: shortlist.campaignId ?? null,
    version: entry.version,
  });
