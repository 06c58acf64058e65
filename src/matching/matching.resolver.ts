import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, pooledCost, rankedListCost, selects } from '../graph/index.ts';
import { identified } from '../talents/index.ts';
import { explainMatch } from './explain-match.ts';
import { CandidateOrderEnum } from './exposure/order.type.ts';
import type { CandidateOrder } from './exposure/order.ts';
import { CandidateFilter, RoleMatchFilter } from './match.input.ts';
import {
  CandidateMatchConnection,
  MatchExplanation,
  RoleMatchConnection,
  toCandidateRanking,
  toMatchExplanation,
  toRoleRanking,
} from './match.type.ts';
import { matchedRoles } from './matched-roles.ts';
import { rankedCandidates } from './ranked-candidates.ts';
import type { Shows } from './shown.ts';

@Resolver()
export class MatchingResolver {
  @Query(() => CandidateMatchConnection, {
    description:
      'The talents for a role, best first: for its employer, the employer’s proxy, and organisers.',
    complexity: rankedListCost,
  })
  async rankedCandidates(
    @Ctx() context: Context,
    @Arg('roleId', () => ID) roleId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => CandidateFilter, { nullable: true }) filter?: CandidateFilter | null,
    @Arg('order', () => CandidateOrderEnum, { defaultValue: 'RELEVANCE' }) order?: CandidateOrder,
  ): Promise<CandidateMatchConnection> {
    return toCandidateRanking(
      await rankedCandidates(context, roleId, page, filter ?? {}, order, showsOf(info)),
    );
  }

  @Query(() => RoleMatchConnection, {
    description: 'The open roles for the talent behind the token, best first.',
    complexity: rankedListCost,
  })
  async matchedRoles(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => RoleMatchFilter, { nullable: true }) filter?: RoleMatchFilter | null,
  ): Promise<RoleMatchConnection> {
    return toRoleRanking(await matchedRoles(context, page, filter ?? {}, showsOf(info)));
  }

  @Query(() => MatchExplanation, {
    description:
      'Why a talent is where they are in the ranking for a role, or not in it: for those who may rank candidates for the role, and for the talent.',
    complexity: pooledCost,
  })
  async explainMatch(
    @Ctx() context: Context,
    @Arg('roleId', () => ID) roleId: string,
    @Arg('talentId', () => ID) talentId: string,
  ): Promise<MatchExplanation> {
    const explanation = await explainMatch(context, roleId, talentId);
    return toMatchExplanation(explanation, await identified(context, [explanation.match.talent.id]));
  }
}

/** What of the matches a query asks for. Skills are one of the conditions. */
function showsOf(info: GraphQLResolveInfo): Shows {
  const asked = (...path: string[]) => selects(info, ['edges', 'node', ...path]);
  return {
    skills: asked('skills') || asked('conditions'),
    evidence: asked('evidence'),
    quotes: asked('evidence', 'passage', 'text'),
  };
}
