import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionOf, graphqlEnum } from '../graph/index.ts';
import { ANSWERS } from './answer-interest.ts';
import { stateAt } from './expire.ts';
import { ASKERS, type Asker, type Interest } from './interest.entity.ts';
import { interestLife, type InterestState } from './interest-life.ts';
import type { Suggestion } from './suggestions.ts';

export const InterestStateEnum = graphqlEnum(
  'InterestState',
  Object.keys(interestLife.states) as InterestState[],
  'Where an interest in a meeting stands.',
  interestLife.states,
);

export const AskerEnum = graphqlEnum('Asker', ASKERS, 'Who asked for a meeting.', {
  HOST: 'A host promised it though neither side had asked.',
});

export const AnswerEnum = graphqlEnum('InterestAnswer', ANSWERS, 'What can be said to an interest.', {
  ACCEPT: 'By the side that was asked.',
  DECLINE: 'By the side that was asked; by either once both agreed or a host promised.',
  TAKE_BACK: 'By the side that asked.',
  BREAK_PROMISE: 'By a host: it is accepted, and no longer promised.',
});

@ObjectType('Interest', { description: 'That a talent and an employer would like to meet at an event.' })
export class InterestType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  eventId!: string;

  @Field(() => ID)
  talentId!: string;

  @Field(() => ID, { description: 'The employer.' })
  organisationId!: string;

  @Field(() => ID, { nullable: true, description: 'The role that it is about; null: any that is brought.' })
  roleId!: string | null;

  @Field(() => AskerEnum)
  askedBy!: Asker;

  @Field(() => GraphQLDateTimeISO)
  askedAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when the other side can answer.' })
  expiresAt!: Date;

  @Field(() => InterestStateEnum)
  state!: InterestState;

  @Field(() => AskerEnum, { nullable: true, description: 'Which side declined, if one did.' })
  declinedBy!: Asker | null;

  @Field(() => Int, { description: 'Send it back with an answer: an answer to an older version is refused.' })
  version!: number;
}

export const InterestConnection = connectionOf('Interest', () => InterestType);

/** The public shape of an interest at an instant. */
export const toInterestType = (interest: Interest, now: Date): InterestType => ({
  id: interest.id,
  eventId: interest.occasionId,
  talentId: interest.talentId,
  organisationId: interest.organisationId,
  roleId: interest.roleId ?? null,
  askedBy: interest.askedBy,
  askedAt: interest.askedAt,
  expiresAt: interest.expiresAt,
  state: stateAt(interest, now),
  declinedBy: interest.declinedBy ?? null,
  version: interest.version,
});

@InputType({ description: 'Whom somebody would like to meet. One’s own side may be left out.' })
export class AskInput {
  @Field(() => ID, { nullable: true, description: 'For employers and hosts.' })
  talentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The employer; needed from talents, proxies and hosts.',
  })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A role that the employer brings; any if left out.' })
  roleId?: string | null;
}

@InputType({ description: 'Which interests to list; what is left out does not narrow.' })
export class InterestFilter {
  @Field(() => [InterestStateEnum], { nullable: true })
  states?: InterestState[] | null;

  @Field(() => ID, { nullable: true })
  talentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The employer.' })
  organisationId?: string | null;
}

@ObjectType('MeetingSuggestion', {
  description: 'A meeting that matching would suggest, with the role that fits best.',
})
export class MeetingSuggestionType implements Suggestion {
  @Field(() => ID)
  talentId!: string;

  @Field(() => ID, { description: 'The employer.' })
  organisationId!: string;

  @Field(() => ID)
  roleId!: string;

  @Field(() => Float, { description: 'In [0, 1], as in a ranking.' })
  score!: number;
}

@ObjectType('EventRules', { description: 'How asking for meetings works at an event.' })
export class EventRulesType {
  @Field(() => Int, { description: 'Hours that the other side has to answer.' })
  answerHours!: number;

  @Field(() => Int, { description: 'Requests of one talent that may wait for an answer at the same time.' })
  talentAsks!: number;

  @Field(() => Int, {
    description: 'Requests of one employer that may wait for an answer at the same time.',
  })
  employerAsks!: number;

  @Field(() => Int, {
    description: 'Meetings suggested to the planner for everybody who asks nobody and whom nobody asked.',
  })
  suggestions!: number;

  @Field(() => Int, { description: '0 while the defaults are in force. Send it back with a change.' })
  version!: number;
}

@InputType({ description: 'How asking for meetings works at an event.' })
export class EventRulesInput {
  @Field(() => Int, { description: '1 to 1,000.' })
  answerHours!: number;

  @Field(() => Int, { description: '0 to 1,000.' })
  talentAsks!: number;

  @Field(() => Int, { description: '0 to 10,000.' })
  employerAsks!: number;

  @Field(() => Int, { description: '0 to 20.' })
  suggestions!: number;
}

@InputType({ description: 'How a run of the planner is made.' })
export class EventPlanInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The published run, to change as few agendas as possible; or another run, whose pinned proposals stay.',
  })
  basedOnRunId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Meetings that stay, besides those pinned already.' })
  pinnedMeetingIds?: string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the value, 0 to 1, that may be given up to raise the worst-off; 0 if left out.',
  })
  fairness?: number | null;

  @Field(() => Float, { nullable: true, description: 'Value that may be given up for each idle slot less.' })
  idle?: number | null;

  @Field(() => Float, { nullable: true, description: 'Seconds of search, 1 to 3,600; 30 if left out.' })
  seconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'Another seed may give another plan of the same worth.' })
  seed?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps of search instead of seconds: the same plan on every machine.',
  })
  work?: number | null;
}
