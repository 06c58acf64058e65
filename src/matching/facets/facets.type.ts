import { Field, Int, ObjectType } from 'type-graphql';
import { EngagementEnum, LanguageLevelEnum } from '../../graph/index.ts';
import type { Engagement, LanguageLevel } from '../../kernel/index.ts';
import { SectorEnum, type Sector } from '../../roles/index.ts';
import { SegmentEnum, type Segment } from '../../talents/index.ts';
import type { CandidateFacets } from './candidate-facets.ts';
import type { Counted } from './count-facets.ts';
import type { RoleFacets } from './role-facets.ts';

@ObjectType({ description: 'How many there are with a value.' })
abstract class CountType {
  @Field(() => Int, { description: 'How many there would be if the filter had this value here.' })
  count!: number;
}

@ObjectType({ description: 'How many there are in a country or region.' })
export class TerritoryCount extends CountType {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2, or ISO 3166-2.' })
  territory!: string;
}

@ObjectType({ description: 'How many talents there are of a segment.' })
export class SegmentCount extends CountType {
  @Field(() => SegmentEnum)
  segment!: Segment;
}

@ObjectType({ description: 'How many talents speak a language at a level or above.' })
export class LanguageCount extends CountType {
  @Field(() => String, { description: 'ISO 639-1, such as sv.' })
  language!: string;

  @Field(() => LanguageLevelEnum, { description: 'This level or above.' })
  level!: LanguageLevel;
}

@ObjectType({ description: 'How many talents state that they hold a licence.' })
export class LicenceCount extends CountType {
  @Field(() => String, { description: 'ISCO-08 unit group, or the identifier of a concept.' })
  profession!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2 or ISO 3166-2, as stated.' })
  country!: string;
}

@ObjectType({ description: 'How many roles there are in a sector.' })
export class SectorCount extends CountType {
  @Field(() => SectorEnum)
  sector!: Sector;
}

@ObjectType({ description: 'How many roles there are of a kind of work.' })
export class EngagementCount extends CountType {
  @Field(() => EngagementEnum)
  engagement!: Engagement;
}

@ObjectType('CandidateFacets', {
  description:
    'Of whom the pool for a role is made, commonest first, at most 100 values each. Each list is counted under the whole filter but its own part. Everybody counts whom consent and conditions let into the ranking.',
})
export class CandidateFacetsType {
  @Field(() => Int, { description: 'How many fit the whole filter.' })
  total!: number;

  @Field(() => [TerritoryCount])
  countries!: TerritoryCount[];

  @Field(() => [TerritoryCount], { description: 'Without those whose region is unknown.' })
  regions!: TerritoryCount[];

  @Field(() => [SegmentCount], {
    description: 'Without those whose segment is unknown; for employers also without ACCOMPANYING_PARTNER.',
  })
  segments!: SegmentCount[];

  @Field(() => [LanguageCount])
  languages!: LanguageCount[];

  @Field(() => [LicenceCount])
  licences!: LicenceCount[];
}

@ObjectType('RoleFacets', {
  description:
    'Of which roles the choice of a talent is made, commonest first. Each list is counted under the whole filter but its own part.',
})
export class RoleFacetsType {
  @Field(() => Int, { description: 'How many fit the whole filter.' })
  total!: number;

  @Field(() => [TerritoryCount])
  countries!: TerritoryCount[];

  @Field(() => [TerritoryCount], { description: 'Without those that name no region.' })
  regions!: TerritoryCount[];

  @Field(() => [SectorCount])
  sectors!: SectorCount[];

  @Field(() => [EngagementCount])
  engagements!: EngagementCount[];

  @Field(() => Int, { description: 'How many accept English in place of their working languages.' })
  englishAccepted!: number;
}

const named = <Name extends string, Value>(name: Name, counted: readonly Counted<Value>[]) =>
  counted.map(({ value, count }) => ({ [name]: value, count }) as { [N in Name]: Value } & { count: number });

/** The public shape of a role's facets. */
export const toCandidateFacets = (facets: CandidateFacets): CandidateFacetsType => ({
  total: facets.total,
  countries: named('territory', facets.countries),
  regions: named('territory', facets.regions),
  segments: named('segment', facets.segments),
  languages: facets.languages.map(({ value, count }) => ({ ...value, count })),
  licences: facets.licences.map(({ value, count }) => ({ ...value, count })),
});

/** The public shape of a talent's facets. */
export const toRoleFacets = (facets: RoleFacets): RoleFacetsType => ({
  total: facets.total,
  countries: named('territory', facets.countries),
  regions: named('territory', facets.regions),
  sectors: named('sector', facets.sectors),
  engagements: named('engagement', facets.engagements),
  englishAccepted: facets.englishAccepted,
});
