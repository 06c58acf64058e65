import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  CitizenshipEnum,
  connectionOf,
  CoordinatesType,
  EngagementEnum,
  graphqlEnum,
  LanguageSkill,
  toCoordinates,
  toLanguageSkills,
} from '../graph/index.ts';
import type { Citizenship, Engagement } from '../kernel/index.ts';
import {
  LICENCE_STATUSES,
  SEGMENTS,
  type LicenceStatus,
  type Segment,
  type Talent,
} from './talent.entity.ts';

export const SegmentEnum = graphqlEnum(
  'Segment',
  SEGMENTS,
  'The groups that regions attract in different ways.',
  {
    RETURNING: 'Lives abroad and comes back.',
    ACCOMPANYING_PARTNER: 'Moves with a partner who has or seeks work there.',
  },
);

export const LicenceStatusEnum = graphqlEnum(
  'LicenceStatus',
  LICENCE_STATUSES,
  'How far someone has come with a licence.',
);

@ObjectType('Licence', { description: 'A licence of a regulated profession.' })
export class LicenceType {
  @Field(() => String, { description: 'ISCO-08 unit group, or the identifier of a concept.' })
  profession!: string;

  @Field(() => String, { description: 'Where it counts: ISO 3166-1 alpha-2 or ISO 3166-2.' })
  country!: string;

  @Field(() => LicenceStatusEnum)
  status!: LicenceStatus;

  @Field(() => String, { nullable: true, description: 'The last day on which it counts, YYYY-MM-DD.' })
  validUntil!: string | null;
}

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

  @Field(() => Boolean, {
    description:
      'Whether you may know who this is: the talent, organisers and operators may; employers after `discloseIdentity`.',
  })
  identified!: boolean;

  @Field(() => String, { nullable: true, description: 'Null where `identified` is false.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where `identified` is false, or when unknown.' })
  email!: string | null;

  @Field(() => String, { description: 'Country of residence, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Region of residence, ISO 3166-2.' })
  region!: string | null;

  @Field(() => CoordinatesType, {
    nullable: true,
    description: 'Where they live, to a kilometre. For the talent and for organisers; null for employers.',
  })
  coordinates!: CoordinatesType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How far they travel to work, in kilometres; null when unknown.',
  })
  commuteKm!: number | null;

  @Field(() => CitizenshipEnum)
  citizenship!: Citizenship;

  @Field(() => [String], {
    description: 'Countries where a right to work exists already, besides by citizenship.',
  })
  rightToWorkIn!: string[];

  @Field(() => SegmentEnum, {
    nullable: true,
    description:
      'Null when unknown; ACCOMPANYING_PARTNER tells of a family, and is null where `identified` is false.',
  })
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

  @Field(() => Household, { nullable: true, description: 'Null where `identified` is false.' })
  household!: Household | null;

  @Field(() => [LicenceType], {
    description: 'Licences of regulated professions; empty when nothing is known.',
  })
  licences!: LicenceType[];

  @Field(() => Boolean, { description: 'Whether they have left: in no list and no ranking.' })
  withdrawn!: boolean;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const TalentConnection = connectionOf('Talent', () => TalentType);

/** What a segment shows to those who may not know who the person is: nothing of a family. */
export const blindSegment = (segment: Segment | null | undefined): Segment | null =>
  segment === 'ACCOMPANYING_PARTNER' ? null : (segment ?? null);

/** The public shape of a stored talent; name, e-mail and family only for those who may identify the person. */
export const toTalentType = (talent: Talent, identified: boolean): TalentType => ({
  id: talent.id,
  identified,
  name: identified ? talent.name : null,
  email: identified ? (talent.email ?? null) : null,
  country: talent.country,
  region: talent.region ?? null,
  coordinates: identified ? toCoordinates(talent) : null,
  commuteKm: talent.commuteKm ?? null,
  citizenship: talent.citizenship,
  rightToWorkIn: talent.rightToWorkIn,
  segment: identified ? (talent.segment ?? null) : blindSegment(talent.segment),
  languages: toLanguageSkills(talent.languages),
  earliestStart: talent.earliestStart ?? null,
  relocate: talent.relocate ?? null,
  wishedRegions: talent.wishedRegions,
  wishedEngagements: talent.wishedEngagements,
  household: identified ? { partner: talent.partner, children: talent.children } : null,
  licences: talent.licences,
  withdrawn: talent.withdrawnAt != null,
  version: talent.version,
});
