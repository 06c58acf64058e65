import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum } from '../../graph/index.ts';
import { campaignLife } from './campaign-lives.ts';
import type { Campaign, CampaignState } from './campaign.entity.ts';

const CampaignStateEnum = graphqlEnum(
  'CampaignState',
  Object.keys(campaignLife.states) as CampaignState[],
  'Where a campaign stands.',
  campaignLife.states,
);

@ObjectType({ description: 'What an employer pays for a campaign.' })
export class PricePlanType {
  @Field(() => Float, { description: 'Units of the currency, to the cent, for up to `baseJobs` jobs.' })
  baseAmount!: number;

  @Field(() => Int, { description: 'Jobs in the base amount.' })
  baseJobs!: number;

  @Field(() => Float, { description: 'For each job beyond those.' })
  furtherJobAmount!: number;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;
}

@ObjectType('Campaign', {
  description:
    'Some weeks in which a cluster of employers seeks talents together, who sign up and are screened.',
})
export class CampaignType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'IANA time zone in which the dates are meant.' })
  zone!: string;

  @Field(() => String, { description: 'The first day, YYYY-MM-DD.' })
  startsOn!: string;

  @Field(() => String, { description: 'The last day, YYYY-MM-DD: until its end talents sign up.' })
  endsOn!: string;

  @Field(() => CampaignStateEnum)
  state!: CampaignState;

  @Field(() => PricePlanType)
  price!: PricePlanType;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const CampaignConnection = connectionOf('Campaign', () => CampaignType);

/** The public shape of a campaign. */
export const toCampaignType = ({
  baseAmount,
  baseJobs,
  furtherJobAmount,
  currency,
  ...campaign
}: Campaign): CampaignType => ({
  id: campaign.id,
  name: campaign.name,
  summary: campaign.summary,
  zone: campaign.zone,
  startsOn: campaign.startsOn,
  endsOn: campaign.endsOn,
  state: campaign.state,
  price: { baseAmount, baseJobs, furtherJobAmount, currency },
  version: campaign.version,
});

@ObjectType({ description: 'An employer in a campaign, with what it brings and pays.' })
export class CampaignShareType {
  @Field(() => ID)
  employerId!: string;

  @Field(() => String)
  employerName!: string;

  @Field(() => Int, { description: 'Roles brought, also those that were closed since.' })
  jobs!: number;

  @Field(() => Float, { description: 'By the price plan, in units of the currency; 0 without a job.' })
  fee!: number;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;
}

@ObjectType({ description: 'What came of one source of sign-ups; counts of people, who are named nowhere.' })
export class SourceFiguresType {
  @Field(() => String, {
    description: 'The tag; `other` for those beyond the first hundred sources of a campaign.',
  })
  source!: string;

  @Field(() => Int, { description: 'Everybody who signed up with it.' })
  signUps!: number;

  @Field(() => Int, { description: 'Of them, those who are leads.' })
  leads!: number;

  @Field(() => Int, { description: 'Of them, those who came onto a shortlist of the campaign.' })
  matches!: number;

  @Field(() => Int, { description: 'Of them, those whose entry on a shortlist of the campaign says HIRED.' })
  hires!: number;
}
