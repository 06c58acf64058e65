import { Field, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graph/index.ts';
import type { ConditionCode } from '../conditions/index.ts';
import { ConditionEnum } from '../match.type.ts';
import { RELAXATION_CODES, type RelaxationCode } from './relaxations.ts';

export const RelaxationEnum = graphqlEnum(
  'Relaxation',
  RELAXATION_CODES,
  'What an employer could ask less of.',
  {
    LANGUAGE_LEVEL_LOWER: 'A working language at a lower level.',
    LANGUAGE_NOT_NEEDED: 'A working language not at all.',
    ENGLISH_ACCEPTED: 'English at B2 in place of the working languages.',
    PERMIT_SUPPORTED: 'Support an application for a work permit.',
    LICENCE_OBTAINABLE: 'A licence that can still be obtained, instead of one held or applied for.',
    WHOLE_COUNTRY: 'Somebody who lives anywhere in the country, instead of the region.',
    START_LATER: 'A start three months later.',
  },
);

@ObjectType('WhatIf', { description: 'A change of a role that would let more good candidates in.' })
export class WhatIfType {
  @Field(() => RelaxationEnum)
  change!: RelaxationCode;

  @Field(() => ConditionEnum, { description: 'The condition that it changes.' })
  condition!: ConditionCode;

  @Field(() => String, { nullable: true, description: 'The language that it is about, ISO 639-1.' })
  language!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the role asks now: a level, a region, a date (YYYY-MM-DD) or HELD; null where nothing is named.',
  })
  from!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it would ask: a level, a country, a date or OBTAINABLE; null for nothing.',
  })
  to!: string | null;

  @Field(() => Int, {
    description:
      'How many good candidates are left out now by this alone: with at least half of the best score.',
  })
  count!: number;
}
