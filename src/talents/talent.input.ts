import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { CitizenshipEnum, EngagementEnum, LanguageSkillInput, WrittenTextInput } from '../graph/index.ts';
import {
  checks,
  CITIZENSHIPS,
  ENGAGEMENTS,
  TEXT_LANGUAGES,
  type Citizenship,
  type Engagement,
} from '../kernel/index.ts';
import { SEGMENTS, type Segment } from './talent.entity.ts';
import { SegmentEnum } from './talent.type.ts';

/** What must hold of a talent's data, from whichever side it comes. */
export const talentData = z.object({
  name: z.string().trim().min(1, 'is empty').max(200),
  email: z.email('is no e-mail address').max(320).nullish(),
  country: checks.country,
  region: checks.region.nullish(),
  citizenship: z.enum(CITIZENSHIPS),
  rightToWorkIn: z.array(checks.country).max(60).default([]),
  segment: z.enum(SEGMENTS).nullish(),
  languages: checks.languageSkills.default({}),
  earliestStart: checks.date.nullish(),
  relocate: z.boolean().nullish(),
  wishedRegions: z.array(checks.territory).max(60).default([]),
  wishedEngagements: z.array(z.enum(ENGAGEMENTS)).max(ENGAGEMENTS.length).default([]),
  household: z
    .object({ partner: z.boolean(), children: z.int().min(0).max(20) })
    .default({ partner: false, children: 0 }),
  cv: z.object({ language: z.enum(TEXT_LANGUAGES), text: z.string() }),
});

export type TalentData = z.output<typeof talentData>;

@InputType({ description: 'Who comes along.' })
export class HouseholdInput {
  @Field(() => Boolean)
  partner!: boolean;

  @Field(() => Int)
  children!: number;
}

@InputType({
  description: 'A talent’s profile. What is left out counts as unknown, and is never held against anyone.',
})
export class TalentInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { description: 'Country of residence, ISO 3166-1 alpha-2, such as SE.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Region of residence, ISO 3166-2, such as SE-AC.' })
  region?: string | null;

  @Field(() => CitizenshipEnum)
  citizenship!: Citizenship;

  @Field(() => [String], { defaultValue: [], description: 'Countries where a right to work exists already.' })
  rightToWorkIn!: string[];

  @Field(() => SegmentEnum, { nullable: true })
  segment?: Segment | null;

  @Field(() => [LanguageSkillInput], { defaultValue: [] })
  languages!: LanguageSkillInput[];

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  earliestStart?: string | null;

  @Field(() => Boolean, { nullable: true })
  relocate?: boolean | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Countries or regions, ISO 3166; empty means anywhere.',
  })
  wishedRegions!: string[];

  @Field(() => [EngagementEnum], { defaultValue: [], description: 'Empty means any.' })
  wishedEngagements!: Engagement[];

  @Field(() => HouseholdInput, { nullable: true })
  household?: HouseholdInput;

  @Field(() => WrittenTextInput)
  cv!: WrittenTextInput;
}

@InputType({ description: 'Which talents to list; what is left out does not narrow.' })
export class TalentFilter {
  @Field(() => String, { nullable: true, description: 'Country of residence, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => SegmentEnum, { nullable: true })
  segment?: Segment | null;

  @Field(() => String, { nullable: true, description: 'Speaks this language at any level, ISO 639-1.' })
  language?: string | null;
}
