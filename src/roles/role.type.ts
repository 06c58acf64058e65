import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  connectionOf,
  EngagementEnum,
  graphqlEnum,
  LanguageSkill,
  SalaryPeriodEnum,
  toLanguageSkills,
} from '../graph/index.ts';
import type { Engagement, SalaryPeriod } from '../kernel/index.ts';
import { SECTORS, type Role, type Sector } from './role.entity.ts';

export const SectorEnum = graphqlEnum('Sector', SECTORS, 'The shortage sectors that regions recruit for.');

@ObjectType({ description: 'A range of pay before tax.' })
export class SalaryRange {
  @Field(() => Float, { nullable: true, description: 'Units of the currency, to the cent.' })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: 'Units of the currency, to the cent.' })
  max!: number | null;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => SalaryPeriodEnum)
  period!: SalaryPeriod;
}

@ObjectType('Role', { description: 'Work that an employer offers.' })
export class RoleType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  employerId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' })
  region!: string | null;

  @Field(() => String, { nullable: true })
  city!: string | null;

  @Field(() => SectorEnum)
  sector!: Sector;

  @Field(() => String, { nullable: true, description: 'The work by its ISCO-08 unit group, such as 2221.' })
  occupation!: string | null;

  @Field(() => EngagementEnum)
  engagement!: Engagement;

  @Field(() => [LanguageSkill], { description: 'The lowest level needed in each: all of them are needed.' })
  workingLanguages!: LanguageSkill[];

  @Field(() => Boolean, {
    description: 'Whether English at B2 is accepted in place of the working languages.',
  })
  englishAccepted!: boolean;

  @Field(() => [String])
  mustHave!: string[];

  @Field(() => [String])
  niceToHave!: string[];

  @Field(() => Int)
  openings!: number;

  @Field(() => SalaryRange, { nullable: true })
  salary!: SalaryRange | null;

  @Field(() => String, { nullable: true, description: 'The latest start that helps, YYYY-MM-DD.' })
  startBy!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the employer supports an application for a work permit; null when it has not said.',
  })
  permitSupport!: boolean | null;

  @Field(() => Boolean, { description: 'Whether it is closed: in no list and no ranking.' })
  withdrawn!: boolean;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const RoleConnection = connectionOf('Role', () => RoleType);

/** The public shape of a stored role. */
export const toRoleType = (role: Role): RoleType => ({
  id: role.id,
  employerId: role.employerId,
  title: role.title,
  country: role.country,
  region: role.region ?? null,
  city: role.city ?? null,
  sector: role.sector,
  occupation: role.occupation ?? null,
  engagement: role.engagement,
  workingLanguages: toLanguageSkills(role.workingLanguages),
  englishAccepted: role.englishAccepted,
  mustHave: role.mustHave,
  niceToHave: role.niceToHave,
  openings: role.openings,
  salary:
    role.salaryCurrency && role.salaryPeriod
      ? {
          min: role.salaryMin ?? null,
          max: role.salaryMax ?? null,
          currency: role.salaryCurrency,
          period: role.salaryPeriod,
        }
      : null,
  startBy: role.startBy ?? null,
  permitSupport: role.permitSupport ?? null,
  withdrawn: role.withdrawnAt != null,
  version: role.version,
});
