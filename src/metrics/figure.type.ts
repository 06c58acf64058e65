import { Field, Float, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../graph/index.ts';
import { FEWEST_PEOPLE, WITHHELD, type Withheld } from './figures/guard.ts';

export const WithheldEnum = graphqlEnum('WithheldFigure', WITHHELD, 'Why a figure is not shown.', {
  FEW_PEOPLE: `It is about fewer than ${FEWEST_PEOPLE} talents, or would give away one that is.`,
  NOT_ITS_OWN: 'It says something of others than the employer whose part the report is.',
});

const WHY = 'Why there is no figure, though there is something to count; null otherwise.';

@ObjectType('CountFigure', { description: 'So many.' })
export class CountFigureType {
  @Field(() => Int, { nullable: true, description: 'Null when withheld.' })
  value!: number | null;

  @Field(() => WithheldEnum, { nullable: true, description: WHY })
  withheld!: Withheld | null;
}

@ObjectType('ShareFigure', { description: 'So many of so many.' })
export class ShareFigureType {
  @Field(() => Float, {
    nullable: true,
    description: 'Numerator by denominator, from 0 to 1; null without a denominator, or when withheld.',
  })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'Null when withheld.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'Null when withheld.' })
  denominator!: number | null;

  @Field(() => WithheldEnum, { nullable: true, description: WHY })
  withheld!: Withheld | null;
}

@ObjectType('AverageFigure', { description: 'A mean or median of so many values.' })
export class AverageFigureType {
  @Field(() => Float, { nullable: true, description: 'Null of no values, or when withheld.' })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many values; null when withheld.' })
  n!: number | null;

  @Field(() => WithheldEnum, { nullable: true, description: WHY })
  withheld!: Withheld | null;
}
