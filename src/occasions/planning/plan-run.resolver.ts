import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../../graph/index.ts';
import { assertPageSize, decodeCursor, pageOf, type Page, type PageRequest } from '../../kernel/index.ts';
import { cancelPlanRun, pinProposal } from './change-plan-run.ts';
import { comparePlanRuns } from './compare-plan-runs.ts';
import type { PlanRun } from './plan-run.entity.ts';
import { proposalsOf, toComparisonType, toPlanRunType, toUnplacedWish } from './plan-run.shape.ts';
import {
  PlanComparisonType,
  PlanRunConnection,
  PlanRunType,
  ProposedMeeting,
  ProposedMeetingConnection,
  UnplacedWishConnection,
  UnplacedWishType,
} from './plan-run.type.ts';
import { publishPlanRun } from './publish-plan-run.ts';
import { listPlanRuns, namesIn, readPlanRun } from './read-plan-runs.ts';
import { unplacedWishes } from './unplaced-wishes.ts';

const seen = async (context: Context, run: PlanRun): Promise<PlanRunType> =>
  toPlanRunType(run, await namesIn(context.em, [run]));

/** A page of a list that a run keeps whole: a finished run does not change, so places are numbers. */
function pageWithin<Node>(all: readonly Node[], { first, after }: PageRequest): Page<Node> {
  assertPageSize(first);
  const from = after ? decodeCursor(after, ['number'])[0] + 1 : 0;
  const numbered = all.map((node, index) => ({ node, index })).slice(from, from + first + 1);
  return pageOf(
    numbered,
    first,
    ({ node }) => node,
    ({ index }) => [index],
  );
}

@Resolver(() => PlanRunType)
export class PlanRunResolver {
  @Query(() => PlanRunConnection, { description: 'The runs of an occasion, newest first. For its hosts.' })
  async planRuns(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('legId', () => ID, { nullable: true }) legId?: string | null,
  ): Promise<ConnectionShape<PlanRunType>> {
    const runs = await listPlanRuns(context, occasionId, legId, page);
    const names = await namesIn(
      context.em,
      runs.edges.map(({ node }) => node),
    );
    return toConnection(runs, (run) => toPlanRunType(run, names));
  }

  @Query(() => PlanRunType, { description: 'One run, with its progress while it runs. For hosts.' })
  async planRun(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<PlanRunType> {
    return seen(context, await readPlanRun(context, id));
  }

  @Query(() => PlanComparisonType, {
    description: 'Two finished runs of the same sessions side by side. For hosts.',
  })
  async comparePlanRuns(
    @Ctx() context: Context,
    @Arg('first', () => ID) first: string,
    @Arg('second', () => ID) second: string,
  ): Promise<PlanComparisonType> {
    const comparison = await comparePlanRuns(context, first, second);
    return toComparisonType(comparison, await namesIn(context.em, comparison.runs));
  }

  @FieldResolver(() => ProposedMeetingConnection, { description: 'What it proposes, in the order of time.' })
  async meetings(
    @Ctx() context: Context,
    @Root() { id }: PlanRunType,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionShape<ProposedMeeting>> {
    const run = await readPlanRun(context, id);
    return toConnection(
      pageWithin(proposalsOf(run, await namesIn(context.em, [run])), page),
      (proposal) => proposal,
    );
  }

  @FieldResolver(() => UnplacedWishConnection, { description: 'Wishes that it does not fulfil, and why.' })
  async unplaced(
    @Ctx() context: Context,
    @Root() { id }: PlanRunType,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionShape<UnplacedWishType>> {
    const run = await readPlanRun(context, id);
    const names = await namesIn(context.em, [run]);
    return toConnection(pageWithin(unplacedWishes(run), page), (wish) => toUnplacedWish(wish, names));
  }

  @Mutation(() => PlanRunType, {
    description: 'Calls a run off: what it has found by then is its answer; one that waits fails. For hosts.',
  })
  async cancelPlanRun(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<PlanRunType> {
    return seen(context, await cancelPlanRun(context, id));
  }

  @Mutation(() => PlanRunType, {
    description:
      'Pins a proposal, so that runs based on this one leave it where it is, or unpins it. For hosts.',
  })
  async pinProposal(
    @Ctx() context: Context,
    @Arg('runId', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('proposal', () => ID) proposal: string,
    @Arg('pinned', () => Boolean) pinned: boolean,
  ): Promise<PlanRunType> {
    return seen(context, await pinProposal(context, { id, version }, proposal, pinned));
  }

  @Mutation(() => PlanRunType, {
    description:
      'Makes a run the plan, all at once or not at all: its meetings come into the agendas, everybody is told once of what changes for them, and whoever is gone since is left out and named. For hosts.',
  })
  async publishPlanRun(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<PlanRunType> {
    return seen(context, await publishPlanRun(context, id, version));
  }
}
