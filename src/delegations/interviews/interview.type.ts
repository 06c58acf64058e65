import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RoleType, toRoleType } from '../../roles/index.ts';
import type { PlannedInterviews } from './plan-interviews.ts';
import type { MissionShortlist } from './shortlist-mission.ts';

@ObjectType('MissionShortlist', { description: 'The list of a role of the mission.' })
export class MissionShortlistType {
  @Field(() => ID)
  shortlistId!: string;

  @Field(() => RoleType)
  role!: RoleType;

  @Field(() => Int, { description: 'How many were put on it now.' })
  added!: number;
}

@InputType({ description: 'That both sides were told that they will meet.' })
export class PromisedInterview {
  @Field(() => ID)
  talentId!: string;

  @Field(() => ID, { description: 'The employer.' })
  organisationId!: string;
}

@InputType({ description: 'How interview days are planned.' })
export class InterviewPlanOptions {
  @Field(() => [PromisedInterview], { defaultValue: [], description: 'Placed before anything else.' })
  promised!: PromisedInterview[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Changes the published plan of the leg as little as possible, as when an employer has left.',
  })
  replan!: boolean;

  @Field(() => Float, {
    defaultValue: 0.05,
    description: 'The share of the plan’s value that may be given up for who would get least, 0 to 1.',
  })
  fairness!: number;

  @Field(() => Float, { defaultValue: 30, description: 'How long the planner searches, 1 to 600.' })
  seconds!: number;

  @Field(() => Int, { defaultValue: 1 })
  seed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps of search in place of seconds: the same plan on every machine.',
  })
  work?: number | null;
}

@ObjectType('PlannedInterviews', {
  description:
    'A run of the planner that was asked for: read it with `planRun`, publish it with `publishPlanRun`.',
})
export class PlannedInterviewsType {
  @Field(() => ID)
  runId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The published run that it changes; null for a plan made anew.',
  })
  basedOnRunId!: string | null;

  @Field(() => Int, { description: 'Talents and employers who would meet.' })
  pairs!: number;

  @Field(() => Int)
  talents!: number;

  @Field(() => Int)
  employers!: number;
}

/** The public shape of a mission's list. */
export const toMissionShortlist = ({ shortlistId, role, added }: MissionShortlist): MissionShortlistType => ({
  shortlistId,
  role: toRoleType(role),
  added,
});

/** The public shape of a run that was asked for. */
export const toPlannedInterviews = ({ run, ...counts }: PlannedInterviews): PlannedInterviewsType => ({
  ...counts,
  runId: run.id,
  basedOnRunId: run.basedOnId ?? null,
});
