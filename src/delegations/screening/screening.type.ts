import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graph/index.ts';
import type { SeenScreening } from './read-screenings.ts';
import type { Rubric } from './rubric.entity.ts';
import { DECISIONS, type Decision } from './screening.entity.ts';

export const DecisionEnum = graphqlEnum(
  'MissionDecision',
  DECISIONS,
  'What a person decides on an application.',
  { HOLD: 'Not yet: the application stays as it is.' },
);

@InputType('CriterionInput', { description: 'What talents are screened by.' })
@ObjectType('Criterion', { description: 'What talents are screened by.' })
export class CriterionType {
  @Field(() => String, { description: 'Names the criterion within its rubric, such as FRENCH.' })
  code!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Float, { description: 'How much it counts against the others.' })
  weight!: number;

  @Field(() => Int, { description: 'Marks go from 0 to this.' })
  scale!: number;
}

@ObjectType('Rubric', { description: 'What talents of a mission are screened by.' })
export class RubricType {
  @Field(() => Int, { description: 'Counts the versions of the mission, from 1.' })
  number!: number;

  @Field(() => [CriterionType])
  criteria!: CriterionType[];

  @Field(() => GraphQLDateTimeISO)
  setAt!: Date;
}

@InputType('MarkInput', { description: 'A mark on one criterion.' })
@ObjectType('Mark', { description: 'A mark on one criterion.' })
export class MarkType {
  @Field(() => String, { description: 'The code of the criterion.' })
  criterion!: string;

  @Field(() => Float)
  mark!: number;
}

@InputType({ description: 'A person’s decision on an application.' })
export class MissionScreeningInput {
  @Field(() => Int, {
    description: 'How many decisions on this talent it follows: `number` of the last, or 0.',
  })
  version!: number;

  @Field(() => [MarkType], { description: 'One for each criterion of the rubric.' })
  marks!: MarkType[];

  @Field(() => DecisionEnum)
  decision!: Decision;

  @Field(() => String, { description: 'The talent reads it.' })
  reason!: string;
}

@ObjectType('MissionScreening', { description: 'A person’s decision on an application to a mission.' })
export class ScreeningType {
  @Field(() => Int, { description: 'Counts the decisions on the talent, from 1; the last one counts.' })
  number!: number;

  @Field(() => DecisionEnum)
  decision!: Decision;

  @Field(() => String)
  reason!: string;

  @Field(() => GraphQLDateTimeISO)
  decidedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The person who decided. For hosts; null for the talent.' })
  decidedBy!: string | null;

  @Field(() => [MarkType], { nullable: true, description: 'For hosts; null for the talent.' })
  marks!: MarkType[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The weighted mean of the marks, in [0, 1]; it decides nothing. For hosts.',
  })
  total!: number | null;

  @Field(() => RubricType, { nullable: true, description: 'The rubric it was marked by. For hosts.' })
  rubric!: RubricType | null;
}

/** The public shape of a rubric. */
export const toRubricType = ({ number, criteria, setAt }: Rubric): RubricType => ({
  number,
  criteria,
  setAt,
});

/** The public shape of a decision as the actor may see it. */
export const toScreeningType = ({ screening, rubric }: SeenScreening): ScreeningType => ({
  number: screening.number,
  decision: screening.decision,
  reason: screening.reason,
  decidedAt: screening.decidedAt,
  decidedBy: rubric && screening.decidedBy,
  marks: rubric && screening.marks,
  total: rubric && screening.total,
  rubric: rubric && toRubricType(rubric),
});
