import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SectorEnum, type Sector } from '../../roles/index.ts';
import type { Figure } from './figures.ts';
import type { BrainDrain, Market } from './market-of.ts';
import type { TargetMarkets } from './target-markets.ts';

@InputType({ description: 'For what markets are compared: one to ten open roles, or a sector.' })
export class MarketSelection {
  @Field(() => [ID], { nullable: true })
  roleIds?: string[] | null;

  @Field(() => SectorEnum, { nullable: true, description: 'Its ten newest open roles.' })
  sector?: Sector | null;

  @Field(() => Float, {
    defaultValue: 0.5,
    description: 'The score from which a talent counts as a match, in [0.01, 0.99].',
  })
  threshold!: number;
}

@ObjectType('Figure', { description: 'A figure with its bounds, its source and its day.' })
export class FigureType implements Figure {
  @Field(() => Float, { nullable: true, description: 'Null where it cannot be told: see `missing`.' })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Lower bound with 95 % confidence (shares: Wilson 1927); the value where everybody was counted.',
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper bound, likewise.' })
  high!: number | null;

  @Field(() => Int, { description: 'How many talents it was computed from.' })
  sampled!: number;

  @Field(() => Int, { description: 'Of how many.' })
  population!: number;

  @Field(() => String)
  source!: string;

  @Field(() => String, { description: 'YYYY-MM-DD: the day of which it is.' })
  asOf!: string;

  @Field(() => String, { nullable: true, description: 'Why there is no value.' })
  missing!: string | null;
}

@ObjectType('BrainDrain', { description: 'Whether active recruitment from a country is to be thought over.' })
export class BrainDrainType implements BrainDrain {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the country is on the list of the World Health Organization, for health occupations; null for others.',
  })
  listed!: boolean | null;

  @Field(() => String)
  reason!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String, { description: 'YYYY-MM-DD: the day of the list. A later edition may say otherwise.' })
  asOf!: string;
}

@ObjectType('Market', { description: 'A country from which a mission could recruit.' })
export class MarketType implements Market {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => FigureType, {
    description:
      'Talents whose score with one of the roles reaches the threshold, no hard condition failing.',
  })
  matches!: Figure;

  @Field(() => FigureType, { description: 'Mean of the talents’ best scores, in [0, 1].' })
  meanScore!: Figure;

  @Field(() => FigureType, {
    description: 'Share of the talents who meet the working languages of one of the roles, or its English.',
  })
  languageFit!: Figure;

  @Field(() => FigureType, {
    description: 'Share of the talents who would need a work permit for the role that fits them best.',
  })
  needPermit!: Figure;

  @Field(() => FigureType, {
    description: 'Median of the days that a decision on their permits usually takes, by the permit rules.',
  })
  processingDays!: Figure;

  @Field(() => BrainDrainType)
  brainDrain!: BrainDrain;
}

@ObjectType('TargetMarkets', { description: 'Countries ranked by what a mission could find there.' })
export class TargetMarketsType implements TargetMarkets {
  @Field(() => [MarketType], {
    description: 'Most matches first, then the better mean score, then by country.',
  })
  markets!: Market[];

  @Field(() => Float)
  threshold!: number;

  @Field(() => ID, { description: 'The embedding model whose vectors were compared.' })
  modelId!: string;

  @Field(() => GraphQLDateTimeISO)
  computedAt!: Date;

  @Field(() => [ID], { description: 'The roles compared for.' })
  roleIds!: string[];

  @Field(() => Int, { description: 'Open roles of the sector that were not looked at.' })
  rolesLeftOut!: number;

  @Field(() => Int, { description: 'Countries with the smallest pools that were not looked at.' })
  countriesLeftOut!: number;
}
