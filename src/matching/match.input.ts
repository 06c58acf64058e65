import { Field, InputType } from 'type-graphql';
import { EngagementEnum, LanguageSkillInput } from '../graph/index.ts';
import type { Engagement } from '../kernel/index.ts';
import { SectorEnum, type Sector } from '../roles/index.ts';
import { SegmentEnum, type Segment } from '../talents/index.ts';

@InputType({ description: 'A licence that is held.' })
export class HeldLicence {
  @Field(() => String, { description: 'ISCO-08 unit group, such as 2221, or the identifier of a concept.' })
  profession!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2 or ISO 3166-2, as the talent stated it.' })
  country!: string;
}

@InputType({ description: 'Narrows a ranking of talents; what is left out does not.' })
export class CandidateFilter {
  @Field(() => String, { nullable: true, description: 'Country of residence, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Region of residence, ISO 3166-2.' })
  region?: string | null;

  @Field(() => SegmentEnum, { nullable: true })
  segment?: Segment | null;

  @Field(() => LanguageSkillInput, {
    nullable: true,
    description: 'Speaks this language at this level or above.',
  })
  language?: LanguageSkillInput | null;

  @Field(() => HeldLicence, { nullable: true, description: 'States that they hold this licence.' })
  licence?: HeldLicence | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also those with a failed condition, at half their score: to see who was left out and why.',
  })
  includeExcluded?: boolean | null;
}

@InputType({ description: 'Narrows a ranking of roles; what is left out does not.' })
export class RoleMatchFilter {
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' })
  region?: string | null;

  @Field(() => SectorEnum, { nullable: true })
  sector?: Sector | null;

  @Field(() => EngagementEnum, { nullable: true })
  engagement?: Engagement | null;

  @Field(() => Boolean, { nullable: true })
  englishAccepted?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also those with a failed condition, at half their score: to see what was left out and why.',
  })
  includeExcluded?: boolean | null;
}
