import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { checks } from '../../kernel/index.ts';
import { uuid, zoneName } from '../shortlist.input.ts';

const amount = z
  .number()
  .min(0)
  .max(9_999_999_999)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'has more than two decimals');

/** What must hold of a campaign's data. */
export const campaignData = z
  .object({
    name: z.string().trim().min(1, 'is empty').max(200),
    summary: z.string().trim().max(5000).default(''),
    zone: zoneName,
    startsOn: checks.date,
    endsOn: checks.date,
    unusualLength: z.boolean().default(false),
    price: z.object({
      baseAmount: amount,
      baseJobs: z.int().min(1).max(1000),
      furtherJobAmount: amount,
      currency: checks.currency,
    }),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'is before the first day',
  });

export type CampaignData = z.output<typeof campaignData>;

/** The hosts of a new campaign, the leading one first. */
export const hostIdsData = z
  .array(uuid)
  .min(1, 'names nobody')
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'names an organisation twice');

@InputType({ description: 'What an employer pays for a campaign.' })
export class PricePlanInput {
  @Field(() => Float, { description: 'Units of the currency, to the cent, for up to `baseJobs` jobs.' })
  baseAmount!: number;

  @Field(() => Int, { description: 'Jobs in the base amount, such as 3.' })
  baseJobs!: number;

  @Field(() => Float, { description: 'For each job beyond those.' })
  furtherJobAmount!: number;

  @Field(() => String, { description: 'ISO 4217, such as DKK.' })
  currency!: string;
}

@InputType({ description: 'A campaign as its hosts describe it.' })
export class CampaignInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  summary?: string | null;

  @Field(() => String, {
    description: 'IANA time zone in which the dates are meant, such as Europe/Copenhagen.',
  })
  zone!: string;

  @Field(() => String, { description: 'The first day, YYYY-MM-DD.' })
  startsOn!: string;

  @Field(() => String, { description: 'The last day, YYYY-MM-DD.' })
  endsOn!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a length outside 4 to 16 weeks is meant so; it is refused otherwise.',
  })
  unusualLength?: boolean;

  @Field(() => PricePlanInput)
  price!: PricePlanInput;
}

@InputType({ description: 'A decision about a sign-up, by the person who screened it.' })
export class ScreeningInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => String, { description: 'Why; at most 2,000 characters. The talent may read it.' })
  reason!: string;

  @Field(() => String, { description: 'Who decides, by name: a person, who stands in for the decision.' })
  screener!: string;
}
