import { Field, Float, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { CitizenshipEnum, EngagementEnum, SalaryPeriodEnum } from '../graph/index.ts';
import {
  checks,
  CITIZENSHIPS,
  ENGAGEMENTS,
  SALARY_PERIODS,
  type Citizenship,
  type Engagement,
  type SalaryPeriod,
} from '../kernel/index.ts';

/** Currencies in use and a few that are not any more, as Node knows them. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Hours of a full-time week where a rule states none. */
export const WEEKLY_HOURS = 40;

const groups = z.array(checks.occupationGroup).max(500).default([]);

/** What must hold of a permit rule, from whichever side it comes. */
export const permitRuleData = z
  .object({
    territory: checks.territory,
    permit: z.string().trim().min(1, 'is empty').max(80),
    citizenship: z.enum(CITIZENSHIPS).nullish(),
    engagements: z.array(z.enum(ENGAGEMENTS)).max(ENGAGEMENTS.length).default([]),
    onlyOccupations: groups,
    exemptOccupations: groups,
    salaryFloor: z
      .object({
        amount: z
          .number()
          .positive('is not above 0')
          .max(1_000_000_000)
          .multipleOf(0.01, 'is finer than a cent'),
        currency: checks.currency.refine((code) => CURRENCIES.has(code), 'is no currency of ISO 4217'),
        period: z.enum(SALARY_PERIODS),
      })
      .nullish(),
    weeklyHours: z
      .number()
      .min(1)
      .max(60)
      .multipleOf(0.5, 'is finer than half an hour')
      .default(WEEKLY_HOURS),
    processingDays: z.int().min(0).max(3650).nullish(),
    validFrom: checks.date,
    validTo: checks.date.nullish(),
    source: z.string().trim().min(1, 'is empty').max(500),
    consultedOn: checks.date,
    note: z.string().trim().max(1000).nullish(),
  })
  .refine(({ validFrom, validTo }) => validTo == null || validFrom <= validTo, {
    path: ['validTo'],
    error: 'lies before validFrom',
  })
  .refine(({ salaryFloor, exemptOccupations }) => salaryFloor != null || exemptOccupations.length === 0, {
    path: ['exemptOccupations'],
    error: 'names exemptions from a floor that is not there',
  });

export type PermitRuleData = z.output<typeof permitRuleData>;

@InputType({ description: 'The lowest pay before tax that a permit asks for.' })
export class SalaryFloorInput {
  @Field(() => Float, { description: 'Units of the currency, to the cent.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217, such as SEK.' })
  currency!: string;

  @Field(() => SalaryPeriodEnum)
  period!: SalaryPeriod;
}

@InputType({
  description:
    'One way to be allowed to work somewhere. Rules of one territory are alternatives: a salary fails only where it lies below the floors of all of them.',
})
export class PermitRuleInput {
  @Field(() => String, { description: 'A country (ISO 3166-1 alpha-2) or a region of it (ISO 3166-2).' })
  territory!: string;

  @Field(() => String, {
    description: 'What the permit is called. One of a name may be in force at a time, in one territory.',
  })
  permit!: string;

  @Field(() => CitizenshipEnum, { nullable: true, description: 'Whom it is for; left out, both groups.' })
  citizenship?: Citizenship | null;

  @Field(() => [EngagementEnum], {
    defaultValue: [],
    description: 'Kinds of work that it is given for; empty for any.',
  })
  engagements!: Engagement[];

  @Field(() => [String], {
    defaultValue: [],
    description:
      'ISCO-08 groups of any level that it is given for (22 stands for all of 22..); empty for any.',
  })
  onlyOccupations!: string[];

  @Field(() => [String], {
    defaultValue: [],
    description: 'ISCO-08 groups of any level for which the floor is not asked.',
  })
  exemptOccupations!: string[];

  @Field(() => SalaryFloorInput, {
    nullable: true,
    description: 'Left out where it asks for no fixed amount.',
  })
  salaryFloor?: SalaryFloorInput | null;

  @Field(() => Float, {
    defaultValue: WEEKLY_HOURS,
    description: 'Hours of a full-time week there: what pay by the hour is counted up with.',
  })
  weeklyHours!: number;

  @Field(() => Int, { nullable: true, description: 'How many days a decision usually takes.' })
  processingDays?: number | null;

  @Field(() => String, { description: 'The first day on which it is in force, YYYY-MM-DD.' })
  validFrom!: string;

  @Field(() => String, { nullable: true, description: 'The last one; left out, it goes on.' })
  validTo?: string | null;

  @Field(() => String, { description: 'The law or page that says so, by its title.' })
  source!: string;

  @Field(() => String, { description: 'When the source was read, YYYY-MM-DD.' })
  consultedOn!: string;

  @Field(() => String, { nullable: true })
  note?: string | null;
}
