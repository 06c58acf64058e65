import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { rankedListCost, toConnection, type ConnectionShape } from '../graph/index.ts';
import { isHost, OccasionType, toOccasionType } from '../occasions/index.ts';
import { OrganisationEntity, toOrganisationType } from '../organisations/index.ts';
import { SectorEnum, type Sector } from '../roles/index.ts';
import { ACTIVITIES, type ActivityCode } from './activities/activities.ts';
import { dropActivity, missionCoverage, takeActivity } from './activities/take-activity.ts';
import { LegInput } from './legs/leg.input.ts';
import { LegType, toLegType } from './legs/leg.type.ts';
import { setLegs } from './legs/set-legs.ts';
import { MarketSelection, TargetMarketsType } from './markets/market.type.ts';
import { targetMarkets } from './markets/target-markets.ts';
import { MissionEntity } from './mission.entity.ts';
import { MissionInput } from './mission.input.ts';
import { legsOf, missionById } from './mission.repository.ts';
import { CoverageType, FunderType, MissionActivityEnum, toFunderType } from './mission.type.ts';
import {
  ProposalArguments,
  ProposalConnection,
  toProposalType,
  type ProposalType,
} from './proposals/proposal.type.ts';
import { proposalsOf } from './proposals/read-proposals.ts';
import { RubricType, toRubricType } from './screening/screening.type.ts';
import { rubricOf } from './screening/set-rubric.ts';
import { fundersOf, setMission } from './set-mission.ts';

@Resolver(() => OccasionType)
export class MissionResolver {
  @Query(() => OccasionType, {
    description: 'One mission: an occasion of the kind MISSION; drafts for their hosts only.',
  })
  async mission(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<OccasionType> {
    return toOccasionType(await missionById(context, id));
  }

  @FieldResolver(() => [SectorEnum], { description: 'The shortage sectors that a mission recruits for.' })
  async sectors(@Ctx() { em }: Context, @Root() { id }: OccasionType): Promise<Sector[]> {
    return (await em.findOne(MissionEntity, { id }))?.sectors ?? [];
  }

  @FieldResolver(() => [LegType], { description: 'The stops of a mission, in the order of the journey.' })
  async legs(@Ctx() { em }: Context, @Root() { id }: OccasionType): Promise<LegType[]> {
    return (await legsOf(em, id)).map(toLegType);
  }

  @FieldResolver(() => [CoverageType], {
    description: 'Who carries each of the seven activities of a mission, and which nobody covers.',
  })
  async coverage(@Ctx() { em }: Context, @Root() { id }: OccasionType): Promise<CoverageType[]> {
    const coverage = await missionCoverage(em, id);
    const partners = await em.find(OrganisationEntity, {
      id: { $in: coverage.flatMap(({ organisationIds }) => organisationIds) },
    });
    const partnerOf = new Map(partners.map((partner) => [partner.id, toOrganisationType(partner)]));
    return coverage.map(({ activity, organisationIds }) => ({
      activity,
      title: ACTIVITIES[activity].title,
      covered: organisationIds.length > 0,
      partners: organisationIds.map((partner) => partnerOf.get(partner)!),
    }));
  }

  @FieldResolver(() => [FunderType], {
    description: 'Who pays for a mission besides the employers’ fees, by name; how much is for its hosts.',
  })
  async funders(@Ctx() context: Context, @Root() { id }: OccasionType): Promise<FunderType[]> {
    const hosting = await isHost(context, id);
    return (await fundersOf(context.em, id)).map((funder) => toFunderType(funder, hosting));
  }

  @FieldResolver(() => RubricType, {
    nullable: true,
    description: 'What talents of a mission are screened by. For hosts; null for others.',
  })
  async rubric(@Ctx() context: Context, @Root() { id }: OccasionType): Promise<RubricType | null> {
    const rubric = (await isHost(context, id)) ? await rubricOf(context.em, id) : null;
    return rubric && toRubricType(rubric);
  }

  @FieldResolver(() => ProposalConnection, {
    description: 'Talents put forward by the ranking, best score first. For hosts; empty for others.',
  })
  async proposals(
    @Ctx() context: Context,
    @Root() { id }: OccasionType,
    @Args(() => ProposalArguments) { state, ...page }: ProposalArguments,
  ): Promise<ConnectionShape<ProposalType>> {
    return toConnection(await proposalsOf(context, id, state, page), toProposalType);
  }

  @Query(() => TargetMarketsType, {
    description:
      'Countries ranked from the pool for roles or a sector, each figure with its source and day. For organisers.',
    complexity: rankedListCost,
  })
  async targetMarkets(
    @Ctx() context: Context,
    @Arg('selection', () => MarketSelection) selection: MarketSelection,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many countries, 1 to 100.' })
    first: number,
  ): Promise<TargetMarketsType> {
    return targetMarkets(context, selection, first);
  }

  @Mutation(() => OccasionType, { description: 'Replaces the sectors and funders of a mission. For hosts.' })
  async setMission(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('version', () => Int, { description: 'The occasion’s.' }) version: number,
    @Arg('input', () => MissionInput) input: MissionInput,
  ): Promise<OccasionType> {
    return toOccasionType(await setMission(context, missionId, version, input));
  }

  @Mutation(() => OccasionType, {
    description:
      'Replaces the legs of a mission, and with them the sessions of its interview days. For hosts; who takes part is told.',
  })
  async setLegs(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('version', () => Int, { description: 'The occasion’s.' }) version: number,
    @Arg('legs', () => [LegInput]) legs: LegInput[],
  ): Promise<OccasionType> {
    return toOccasionType(await setLegs(context, missionId, version, legs));
  }

  @Mutation(() => OccasionType, {
    description:
      'A partner carries an activity of the mission from now on: by a host for it, or by itself if it is a service partner, a ministry or a development council.',
  })
  async takeActivity(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('activity', () => MissionActivityEnum) activity: ActivityCode,
    @Arg('organisationId', () => ID) organisationId: string,
  ): Promise<OccasionType> {
    return toOccasionType(await takeActivity(context, missionId, activity, organisationId));
  }

  @Mutation(() => OccasionType, {
    description: 'A partner carries an activity no longer; by whoever may take it.',
  })
  async dropActivity(
    @Ctx() context: Context,
    @Arg('missionId', () => ID) missionId: string,
    @Arg('activity', () => MissionActivityEnum) activity: ActivityCode,
    @Arg('organisationId', () => ID) organisationId: string,
  ): Promise<OccasionType> {
    return toOccasionType(await dropActivity(context, missionId, activity, organisationId));
  }
}
