import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { rankedListCost } from '../graph/index.ts';
import { ParticipationType } from '../occasions/index.ts';
import { answerProposal } from './proposals/answer-proposal.ts';
import { askTalents, dismissProposal, proposeTalents } from './proposals/propose-talents.ts';
import { ProposalType, toProposalType } from './proposals/proposal.type.ts';
import { myProposals, seenProposals } from './proposals/read-proposals.ts';
import type { Proposal } from './proposals/proposal.entity.ts';
import { screeningsOn } from './screening/read-screenings.ts';
import { screen } from './screening/screen.ts';
import {
  CriterionType,
  RubricType,
  MissionScreeningInput,
  ScreeningType,
  toRubricType,
  toScreeningType,
} from './screening/screening.type.ts';
import { RubricEntity } from './screening/rubric.entity.ts';
import { setRubric } from './screening/set-rubric.ts';

@Resolver(() => ParticipationType)
export class MissionTalentsResolver {
  @Query(() => [ProposalType], {
    description: 'The missions for which the talent behind the token was asked, newest first.',
  })
  async myMissionProposals(@Ctx() context: Context): Promise<ProposalType[]> {
    return (await myProposals(context)).map(toProposalType);
  }

  @FieldResolver(() => [ScreeningType], {
    description:
      'Decisions on a talent’s application to a mission, newest first: whole for hosts; decision and reason for the talent.',
    complexity: 5,
  })
  async screenings(@Ctx() context: Context, @Root() { id }: ParticipationType): Promise<ScreeningType[]> {
    return (await screeningsOn(context, id)).map(toScreeningType);
  }

  @Mutation(() => [ProposalType], {
    description:
      'Puts the best ranked talents for a role of the mission on the hosts’ list, which only hosts see; returns those who are new on it.',
    complexity: rankedListCost,
  })
  async proposeTalents(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('roleId', () => ID) roleId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' }) first: number,
  ): Promise<ProposalType[]> {
    return shown(context, await proposeTalents(context, missionId, roleId, first));
  }

  @Mutation(() => [ProposalType], {
    description: 'Asks talents of the hosts’ list whether they would like to take part. For hosts.',
  })
  async askTalents(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('proposalIds', () => [ID], { description: 'At most 100.' }) proposalIds: string[],
  ): Promise<ProposalType[]> {
    return shown(context, await askTalents(context, missionId, proposalIds));
  }

  @Mutation(() => ProposalType, {
    description: 'Takes a talent off the hosts’ list who was not asked. For hosts.',
  })
  async dismissProposal(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ProposalType> {
    return (await shown(context, [await dismissProposal(context, id, version)]))[0]!;
  }

  @Mutation(() => ProposalType, {
    description: 'The talent says whether they would like to take part: to accept is to apply.',
  })
  async answerProposal(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('accept', () => Boolean) accept: boolean,
  ): Promise<ProposalType> {
    return (await shown(context, [await answerProposal(context, id, version, accept)]))[0]!;
  }

  @Mutation(() => RubricType, {
    description:
      'Sets what talents are screened by: a new version, earlier decisions keep theirs. For hosts.',
  })
  async setRubric(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('version', () => Int, { description: '`number` of the rubric that it follows; 0 for the first.' })
    version: number,
    @Arg('criteria', () => [CriterionType]) criteria: CriterionType[],
  ): Promise<RubricType> {
    return toRubricType(await setRubric(context, missionId, version, criteria));
  }

  @Mutation(() => ScreeningType, {
    description:
      'A person decides on a talent who has applied, with marks and a reason: to admit and to decline moves the participation. For hosts.',
  })
  async screen(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('talentId', () => ID) talentId: string,
    @Arg('input', () => MissionScreeningInput) input: MissionScreeningInput,
  ): Promise<ScreeningType> {
    const screening = await screen(context, missionId, talentId, input);
    const rubric = await context.em.findOneOrFail(RubricEntity, { id: screening.rubricId });
    return toScreeningType({ screening, rubric });
  }
}

const shown = async (context: Context, proposals: readonly Proposal[]): Promise<ProposalType[]> =>
  (await seenProposals(context, proposals)).map(toProposalType);
