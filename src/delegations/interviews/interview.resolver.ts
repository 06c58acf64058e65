import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import {
  InterviewPlanOptions,
  MissionShortlistType,
  PlannedInterviewsType,
  toMissionShortlist,
  toPlannedInterviews,
} from './interview.type.ts';
import { planInterviews } from './plan-interviews.ts';
import { shortlistMission } from './shortlist-mission.ts';

@Resolver()
export class MissionInterviewsResolver {
  @Mutation(() => [MissionShortlistType], {
    description:
      'Puts the best ranked of the admitted talents on a shortlist for each role that employers bring. For hosts; said again, lists fill up with those admitted since.',
    complexity: 100,
  })
  async shortlistMission(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('perRole', () => Int, { defaultValue: 10, description: 'How many a list gets at most, 1 to 100.' })
    perRole: number,
  ): Promise<MissionShortlistType[]> {
    return (await shortlistMission(context, missionId, perRole)).map(toMissionShortlist);
  }

  @Mutation(() => PlannedInterviewsType, {
    description:
      'Asks the planner for the interview days of a leg, from the shortlists of the mission. For hosts; the run is made in the background.',
  })
  async planInterviews(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('legId', () => ID) legId: string,
    @Arg('options', () => InterviewPlanOptions, { nullable: true }) options?: InterviewPlanOptions | null,
  ): Promise<PlannedInterviewsType> {
    return toPlannedInterviews(await planInterviews(context, missionId, legId, options ?? {}));
  }
}
