import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum } from '../../graph/index.ts';
import { LEFT_OUT_AT_PUBLISHING, type LeftOutAtPublishing, type PlanRunState } from './plan-run.entity.ts';
import type { Names } from './read-plan-runs.ts';

const RUN_STATES = ['QUEUED', 'RUNNING', 'READY', 'FAILED', 'PUBLISHED', 'SUPERSEDED'] as const;
export const PlanRunStateEnum = graphqlEnum('PlanRunState', RUN_STATES, 'Where a run of the planner is.', {
  QUEUED: 'Waits for its turn.',
  READY: 'Has a plan that can be published.',
  PUBLISHED: 'Is the plan: its meetings are in the agendas.',
  SUPERSEDED: 'Was published; another one is now.',
});

const PARTICIPANT_KINDS = ['TALENT', 'EMPLOYER', 'INTERVIEWER'] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];
export const ParticipantKindEnum = graphqlEnum('ParticipantKind', PARTICIPANT_KINDS, 'Who meets.');

export const LeftOutEnum = graphqlEnum(
  'LeftOutAtPublishing',
  LEFT_OUT_AT_PUBLISHING,
  'Why a proposal was not published.',
  {
    TALENT_GONE: 'The talent takes part no more, or their consent has ended.',
    CALLED_OFF: 'One of the two called the meeting off since the run was asked for.',
    TOO_LATE: 'It would have begun before it was published, or the two have met meanwhile.',
  },
);

@ObjectType({ description: 'Someone in a plan.' })
export class PlanPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => ParticipantKindEnum)
  kind!: ParticipantKind;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'How far a run has come.' })
export class PlanProgress {
  @Field(() => String, { description: 'first plan, bound, improving, proving or finishing.' })
  stage!: string;

  @Field(() => Float, { description: 'The value of the best plan so far.' })
  value!: number;

  @Field(() => Float, { description: 'What no plan can better.' })
  bound!: number;

  @Field(() => Float, { description: 'The distance of value to bound, as a share.' })
  gap!: number;

  @Field(() => Float)
  seconds!: number;
}

@ObjectType({ description: 'How well a plan treats everybody.' })
export class PlanFairness {
  @Field(() => Float, {
    description: 'The least share that somebody gets of what their own best agenda would be worth.',
  })
  worstOffShare!: number;

  @Field(() => PlanPerson, { nullable: true, description: 'Who that is.' })
  worstOff!: PlanPerson | null;

  @Field(() => Float, { description: 'The standard deviation of these shares.' })
  spread!: number;

  @Field(() => Float, { description: 'Value given up to raise the worst-off.' })
  price!: number;
}

@ObjectType({ description: 'How comfortable the agendas of a plan are.' })
export class PlanComfort {
  @Field(() => Int, {
    description: 'Slots between the first and last meeting of somebody’s day without a meeting.',
  })
  idle!: number;

  @Field(() => Int, { description: 'Times that somebody’s next meeting is in another room.' })
  moves!: number;

  @Field(() => Float, { description: 'Value given up for fewer idle slots.' })
  price!: number;
}

@ObjectType({ description: 'Someone who gets fewer meetings than guaranteed.' })
export class UnservedParticipant {
  @Field(() => PlanPerson)
  person!: PlanPerson;

  @Field(() => Int)
  guaranteed!: number;

  @Field(() => Int)
  meetings!: number;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ description: 'A meeting that a run proposes.' })
export class ProposedMeeting {
  @Field(() => ID, { description: 'Within the run, for pinProposal.' })
  id!: string;

  @Field(() => PlanPerson)
  talent!: PlanPerson;

  @Field(() => PlanPerson)
  employer!: PlanPerson;

  @Field(() => PlanPerson, { nullable: true })
  interviewer!: PlanPerson | null;

  @Field(() => PlanPerson, { nullable: true })
  interpreter!: PlanPerson | null;

  @Field(() => String, { nullable: true, description: 'The title of the role.' })
  role!: string | null;

  @Field(() => GraphQLDateTimeISO)
  startsAt!: Date;

  @Field(() => GraphQLDateTimeISO)
  endsAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Room or table, from 1; null for video.' })
  room!: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The meeting that the two had when the run was asked for.',
  })
  meetingId!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it stays: in runs based on this one, or as a pinned or past meeting.',
  })
  pinned!: boolean;
}

@ObjectType({ description: 'A wish that a run does not fulfil.' })
export class UnplacedWishType {
  @Field(() => PlanPerson)
  talent!: PlanPerson;

  @Field(() => PlanPerson)
  employer!: PlanPerson;

  @Field(() => String, {
    description: 'Which limit keeps it out, such as `maximum`, `places` or NO_INTERPRETER.',
  })
  limit!: string;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ description: 'A proposal that was not published.' })
export class LeftOutProposal {
  @Field(() => PlanPerson)
  talent!: PlanPerson;

  @Field(() => PlanPerson)
  employer!: PlanPerson;

  @Field(() => LeftOutEnum)
  reason!: LeftOutAtPublishing;
}

@ObjectType({ description: 'What publishing a run did, in meetings.' })
export class PublicationType {
  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int, { description: 'To another time, room or interviewer.' })
  moved!: number;

  @Field(() => Int)
  added!: number;

  @Field(() => Int, { description: 'Those that the plan does not hold any more.' })
  released!: number;

  @Field(() => [LeftOutProposal])
  leftOut!: LeftOutProposal[];
}

@ObjectType({ description: 'Whose agendas a plan changes that was made from a published one.' })
export class PlanChanges {
  @Field(() => Int, { description: 'People whose agenda is another.' })
  changed!: number;

  @Field(() => Int, { description: 'Those of them who had lost a meeting already.' })
  unavoidable!: number;

  @Field(() => Float)
  valueBefore!: number;

  @Field(() => Float)
  valueAfter!: number;
}

@ObjectType('PlanRun', {
  description: 'One run of the planner, kept so that runs can be compared, and one published.',
})
export class PlanRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  occasionId!: string;

  @Field(() => ID, { nullable: true, description: 'The leg that it plans; null: the whole occasion.' })
  legId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The run that it was made from.' })
  basedOnId!: string | null;

  @Field(() => PlanRunStateEnum)
  state!: PlanRunState;

  @Field(() => GraphQLDateTimeISO)
  requestedAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => PlanProgress, { nullable: true, description: 'While it runs: renewed every second.' })
  progress!: PlanProgress | null;

  @Field(() => String, { nullable: true, description: 'The code of the failure that ended it.' })
  failure!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'optimal and feasible keep every promise, optimal is proven to be the best; partial does not keep all; infeasible: no plan can, see `conflict`.',
  })
  status!: string | null;

  @Field(() => Float, { nullable: true, description: 'The sum of the values of its meetings.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'What no plan can better.' })
  bound!: number | null;

  @Field(() => Float, { nullable: true, description: 'The distance of value to bound, as a share.' })
  gap!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether no plan is better, proven.' })
  proven!: boolean | null;

  @Field(() => Float, { nullable: true, description: 'How long it took.' })
  seconds!: number | null;

  @Field(() => Int, { description: 'How many meetings it proposes.' })
  placed!: number;

  @Field(() => Int, { description: 'How many wishes it does not fulfil; `unplaced` says why.' })
  unplacedCount!: number;

  @Field(() => PlanFairness, { nullable: true })
  fairness!: PlanFairness | null;

  @Field(() => PlanComfort, { nullable: true })
  comfort!: PlanComfort | null;

  @Field(() => [String], {
    description: 'Promises that cannot all be kept; each is needed for the contradiction.',
  })
  conflict!: string[];

  @Field(() => [UnservedParticipant], { description: 'Guarantees that it does not reach.' })
  unserved!: UnservedParticipant[];

  @Field(() => PlanChanges, { nullable: true })
  changes!: PlanChanges | null;

  @Field(() => PublicationType, { nullable: true, description: 'What publishing it did.' })
  publication!: PublicationType | null;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const PlanRunConnection = connectionOf('PlanRun', () => PlanRunType);
export const ProposedMeetingConnection = connectionOf('ProposedMeeting', () => ProposedMeeting);
export const UnplacedWishConnection = connectionOf('UnplacedWish', () => UnplacedWishType);

@ObjectType('PlanComparison', { description: 'Two runs side by side.' })
export class PlanComparisonType {
  @Field(() => PlanRunType)
  first!: PlanRunType;

  @Field(() => PlanRunType)
  second!: PlanRunType;

  @Field(() => Int, { description: 'Meetings of the same two, at the same time, with the same interviewer.' })
  same!: number;

  @Field(() => Int, { description: 'Meetings of the same two at another time or with another interviewer.' })
  elsewhere!: number;

  @Field(() => Int, { description: 'Meetings of two who meet in the first only.' })
  onlyFirst!: number;

  @Field(() => Int)
  onlySecond!: number;

  @Field(() => [PlanPerson], { description: 'Talents and employers whose agenda is not the same in both.' })
  differing!: PlanPerson[];
}

/** Someone by identifier, with their name. */
export function personOf(names: Names, id: string): PlanPerson {
  const known = names.get(id);
  return { id, kind: known && known.kind !== 'ROLE' ? known.kind : 'TALENT', name: known?.name ?? id };
}

/** The planner's words with names in place of identifiers, which it puts between quotes. */
export const inNames = (names: Names, text: string): string =>
  text.replaceAll(/'([^']+)'/g, (quoted, id: string) => {
    const known = id.split(' ').map((part) => names.get(part)?.name);
    return known.every((name) => name !== undefined) ? `'${known.join(' with ')}'` : quoted;
  });
