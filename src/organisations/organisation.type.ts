import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum, TextLanguageEnum } from '../graph/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from './organisation.entity.ts';

export const OrganisationKindEnum = graphqlEnum(
  'OrganisationKind',
  ORGANISATION_KINDS,
  'What an organisation is in the talent attraction of a region.',
  {
    HOST_PARK: 'A science park or region that hosts events.',
    DEVELOPMENT_COUNCIL: 'Supports the recruiting of the employers of a region.',
    MINISTRY: 'A public authority; stands in where a region has no council.',
    SERVICE_PARTNER: 'Permits, housing, language, partner programmes.',
  },
);

@ObjectType('Organisation', {
  description: 'An employer, or an organisation that helps employers and talents meet.',
})
export class OrganisationType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => OrganisationKindEnum)
  kind!: OrganisationKind;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' })
  region!: string | null;

  @Field(() => Int, { nullable: true, description: 'Head count.' })
  employees!: number | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that acts for this one everywhere.' })
  representedById!: string | null;

  @Field(() => TextLanguageEnum, { description: 'The language in which it is written to.' })
  contactLanguage!: TextLanguage;

  /** For those who may know it; see the field `contactEmail`. */
  ownContactEmail!: string | null;

  @Field(() => Boolean, { description: 'Whether it has left Tandem; its roles are in no ranking.' })
  withdrawn!: boolean;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const OrganisationConnection = connectionOf('Organisation', () => OrganisationType);

/** The public shape of a stored organisation. */
export const toOrganisationType = (organisation: Organisation): OrganisationType => ({
  id: organisation.id,
  name: organisation.name,
  kind: organisation.kind,
  country: organisation.country,
  region: organisation.region ?? null,
  employees: organisation.employees ?? null,
  representedById: organisation.representedById ?? null,
  contactLanguage: organisation.contactLanguage,
  ownContactEmail: organisation.contactEmail ?? null,
  withdrawn: organisation.withdrawnAt != null,
  version: organisation.version,
});
