import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { TextLanguageEnum } from '../graph/index.ts';
import { checks, isId, TEXT_LANGUAGES, type TextLanguage } from '../kernel/index.ts';
import { ORGANISATION_KINDS } from './organisation.entity.ts';
import { OrganisationKindEnum } from './organisation.type.ts';

/** What must hold of an organisation's data, from whichever side it comes. */
export const organisationData = z.object({
  name: z.string().trim().min(1, 'is empty').max(200),
  kind: z.enum(ORGANISATION_KINDS),
  country: checks.country,
  region: checks.region.nullish(),
  employees: z.int().min(0).max(10_000_000).nullish(),
  representedById: z.string().refine(isId, 'is no UUID').nullish(),
  contactEmail: z.email('is no e-mail address').max(320).nullish(),
  contactLanguage: z.enum(TEXT_LANGUAGES).default('en'),
});

export type OrganisationData = z.output<typeof organisationData>;

@InputType({ description: 'An organisation as its owner describes it.' })
export class OrganisationInput {
  @Field(() => String)
  name!: string;

  @Field(() => OrganisationKindEnum)
  kind!: OrganisationData['kind'];

  @Field(() => String, { description: 'ISO 3166-1 alpha-2, such as SE.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2, such as SE-AC.' })
  region?: string | null;

  @Field(() => Int, { nullable: true, description: 'Head count.' })
  employees?: number | null;

  @Field(() => String, { nullable: true, description: 'The organisation that acts for this one everywhere.' })
  representedById?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is written to. Without one, whoever represents it is.',
  })
  contactEmail?: string | null;

  @Field(() => TextLanguageEnum, {
    defaultValue: 'en',
    description: 'The language in which it is written to.',
  })
  contactLanguage!: TextLanguage;
}

@InputType({ description: 'Which organisations to list; what is left out does not narrow.' })
export class OrganisationFilter {
  @Field(() => OrganisationKindEnum, { nullable: true })
  kind?: OrganisationData['kind'] | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' })
  region?: string | null;
}
