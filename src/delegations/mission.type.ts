import { Field, Float, ID, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../graph/index.ts';
import { OrganisationType } from '../organisations/index.ts';
import { ACTIVITIES, ACTIVITY_CODES, type ActivityCode } from './activities/activities.ts';
import type { Funder } from './funder.entity.ts';

export const MissionActivityEnum = graphqlEnum(
  'MissionActivity',
  ACTIVITY_CODES,
  'The seven activities of a mission that partners carry between them.',
  Object.fromEntries(
    ACTIVITY_CODES.map((code) => [code, `${ACTIVITIES[code].title}. Usually: ${ACTIVITIES[code].usually}.`]),
  ),
);

@ObjectType('ActivityCoverage', { description: 'Who carries an activity of a mission.' })
export class CoverageType {
  @Field(() => MissionActivityEnum)
  activity!: ActivityCode;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean, { description: 'False: nobody covers it.' })
  covered!: boolean;

  @Field(() => [OrganisationType], { description: 'The partners that have taken it, the first one first.' })
  partners!: OrganisationType[];
}

@ObjectType('Funder', { description: 'Who pays for a mission besides the employers’ fees.' })
export class FunderType {
  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The same in Tandem, if it is there.' })
  organisationId!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Units of the currency, to the cent. For hosts; null for others.',
  })
  amount!: number | null;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;
}

/** The public shape of a funder; how much is for hosts. */
export const toFunderType = (funder: Funder, hosting: boolean): FunderType => ({
  name: funder.name,
  organisationId: funder.organisationId ?? null,
  amount: hosting ? funder.amount : null,
  currency: funder.currency,
});
