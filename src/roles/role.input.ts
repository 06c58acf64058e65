import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { EngagementEnum, LanguageSkillInput, SalaryPeriodEnum, WrittenTextInput } from '../graph/index.ts';
import {
  checks,
  ENGAGEMENTS,
  isId,
  SALARY_PERIODS,
  TEXT_LANGUAGES,
  type Engagement,
  type SalaryPeriod,
} from '../kernel/index.ts';
import { SECTORS, type Sector } from './role.entity.ts';
import { SectorEnum } from './role.type.ts';

const skills = z.array(z.string().trim().min(1, 'is empty').max(120)).max(40).default([]);
const amount = z.number().min(0).max(1_000_000_000).multipleOf(0.01, 'is finer than a cent').nullish();

/** What must hold of a role's data, from whichever side it comes. */
export const roleData = z.object({
  employerId: z.string().refine(isId, 'is no UUID'),
  title: z.string().trim().min(1, 'is empty').max(200),
  country: checks.country,
  region: checks.region.nullish(),
  city: z.string().trim().max(100).nullish(),
  sector: z.enum(SECTORS),
  occupation: checks.occupation.nullish(),
  engagement: z.enum(ENGAGEMENTS),
  workingLanguages: checks.languageSkills.default({}),
  englishAccepted: z.boolean().default(false),
  mustHave: skills,
  niceToHave: skills,
  openings: z.int().min(1, 'must be at least 1').max(10_000).default(1),
  salary: z
    .object({ min: amount, max: amount, currency: checks.currency, period: z.enum(SALARY_PERIODS) })
    .refine(({ min, max }) => min == null || max == null || min <= max, 'has a min above its max')
    .nullish(),
  startBy: checks.date.nullish(),
  permitSupport: z.boolean().nullish(),
  description: z.object({ language: z.enum(TEXT_LANGUAGES), text: z.string() }),
});

export type RoleData = z.output<typeof roleData>;

@InputType({ description: 'A range of pay before tax.' })
export class SalaryRangeInput {
  @Field(() => Float, { nullable: true })
  min?: number | null;

  @Field(() => Float, { nullable: true })
  max?: number | null;

  @Field(() => String, { description: 'ISO 4217, such as SEK.' })
  currency!: string;

  @Field(() => SalaryPeriodEnum)
  period!: SalaryPeriod;
}

@InputType({ description: 'Work that an employer offers. What is left out is not asked of anyone.' })
export class RoleInput {
  @Field(() => ID, { description: 'Your organisation, or one that it represents.' })
  employerId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2, such as SE.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2, such as SE-AC.' })
  region?: string | null;

  @Field(() => String, { nullable: true })
  city?: string | null;

  @Field(() => SectorEnum)
  sector!: Sector;

  @Field(() => String, {
    nullable: true,
    description: 'The work by its ISCO-08 unit group, such as 2221: permit rules name occupations.',
  })
  occupation?: string | null;

  @Field(() => EngagementEnum)
  engagement!: Engagement;

  @Field(() => [LanguageSkillInput], {
    defaultValue: [],
    description: 'The lowest level needed in each; all are needed.',
  })
  workingLanguages!: LanguageSkillInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'English at B2 is accepted in place of the working languages.',
  })
  englishAccepted!: boolean;

  @Field(() => [String], { defaultValue: [] })
  mustHave!: string[];

  @Field(() => [String], { defaultValue: [] })
  niceToHave!: string[];

  @Field(() => Int, { defaultValue: 1 })
  openings!: number;

  @Field(() => SalaryRangeInput, { nullable: true })
  salary?: SalaryRangeInput | null;

  @Field(() => String, { nullable: true, description: 'The latest start that helps, YYYY-MM-DD.' })
  startBy?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'False leaves only people with a right to work.' })
  permitSupport?: boolean | null;

  @Field(() => WrittenTextInput)
  description!: WrittenTextInput;
}

@InputType({ description: 'Which roles to list; what is left out does not narrow.' })
export class RoleFilter {
  @Field(() => ID, { nullable: true })
  employerId?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' })
  region?: string | null;

  @Field(() => SectorEnum, { nullable: true })
  sector?: Sector | null;

  @Field(() => String, { nullable: true, description: 'ISCO-08 unit group, such as 2221.' })
  occupation?: string | null;

  @Field(() => EngagementEnum, { nullable: true })
  engagement?: Engagement | null;

  @Field(() => Boolean, { nullable: true })
  englishAccepted?: boolean | null;
}
