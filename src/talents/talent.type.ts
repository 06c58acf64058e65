import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  CitizenshipEnum,
  connectionOf,
  EngagementEnum,
  graphqlEnum,
  LanguageSkill,
  toLanguageSkills,
} from '../graph/index.ts';
import type { Citizenship, Engagement } from '../kernel/index.ts';
import { SEGMENTS, type Segment, type Talent } from './talent.entity.ts';

export const SegmentEnum = graphqlEnum(
  'Segment',
  SEGMENTS,
  'The groups that regions attract in different ways.',
  {
    RETURNING: 'Lives abroad and comes back.',
    ACCOMPANYING_PARTNER: 'Moves with a partner who has or seeks work there.',
  },
);

@ObjectType({ description: 'Who comes along.' })
export class Household {
  @Field(() => Boolean, { description: 'Whether a partner comes along.' })
  partner!: boolean;

  @Field(() => Int, { description: 'How many children come along.' })
  children!: number;
}

@ObjectType('Talent', { description: 'A person who looks for work.' })
export class TalentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'For the talent and for organisers; null for employers.',
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For the talent and for organisers; null for employers.',
  })
  email!: string | null;

  @Field(() => String, { description: 'Country of residence, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Region of residence, ISO 3166-2.' })
  region!: string | null;

  @Field(() => CitizenshipEnum)
  citizenship!: Citizenship;

  @Field(() => [String], {
    description: 'Countries where a right to work exists already, besides by citizenship.',
  })
  rightToWorkIn!: string[];

  @Field(() => SegmentEnum, { nullable: true })
  segment!: Segment | null;

  @Field(() => [LanguageSkill], { description: 'Empty when nothing is known.' })
  languages!: LanguageSkill[];

  @Field(() => String, { nullable: true, description: 'Earliest start, YYYY-MM-DD; null when unknown.' })
  earliestStart!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Willing to move; null when unknown.' })
  relocate!: boolean | null;

  @Field(() => [String], { description: 'Countries or regions wished for (ISO 3166); empty means anywhere.' })
  wishedRegions!: string[];

  @Field(() => [EngagementEnum], { description: 'Kinds of work wished for; empty means any.' })
  wishedEngagements!: Engagement[];

  @Field(() => Household)
  household!: Household;

  @Field(() => Boolean, { description: 'Whether they have left: in no list and no ranking.' })
  withdrawn!: boolean;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const TalentConnection = connectionOf('Talent', () => TalentType);

/** The public shape of a stored talent; name and e-mail only for those who may identify the person. */
export const toTalentType = (talent: Talent, identified: boolean): TalentType => ({
  id: talent.id,
  name: identified ? talent.name : null,
  email: identified ? (talent.email ?? null) : null,
  country: talent.country,
  region: talent.region ?? null,
  citizenship: talent.citizenship,
  rightToWorkIn: talent.rightToWorkIn,
  segment: talent.segment ?? null,
  languages: toLanguageSkills(talent.languages),
  earliestStart: talent.earliestStart ?? null,
  relocate: talent.relocate ?? null,
  wishedRegions: talent.wishedRegions,
  wishedEngagements: talent.wishedEngagements,
  household: { partner: talent.partner, children: talent.children },
  withdrawn: talent.withdrawnAt != null,
  version: talent.version,
});
