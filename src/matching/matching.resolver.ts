import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments } from '../graph/index.ts';
import { mayIdentify } from '../talents/index.ts';
import { explainMatch } from './explain-match.ts';
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

@Resolver()
export class MatchingResolver {
  @Query(() => CandidateMatchConnection, {
    description:
      'The talents for a role, best first: for its employer, the employer’s proxy, and organisers.',
  })
  async rankedCandidates(
    @Ctx() context: Context,
    @Arg('roleId', () => ID) roleId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => CandidateFilter, { nullable: true }) filter?: CandidateFilter,
  ): Promise<CandidateMatchConnection> {
    const ranking = await rankedCandidates(context, roleId, page, filter);
    return toCandidateRanking(ranking, (talentId) => mayIdentify(context, talentId));
  }

  @Query(() => RoleMatchConnection, {
    description: 'The open roles for the talent behind the token, best first.',
  })
  async matchedRoles(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => RoleMatchFilter, { nullable: true }) filter?: RoleMatchFilter,
  ): Promise<RoleMatchConnection> {
    return toRoleRanking(await matchedRoles(context, page, filter));
  }

  @Query(() => MatchExplanation, {
    description:
      'Why a talent is where they are in the ranking for a role, or not in it: for those who may rank candidates for the role, and for the talent.',
  })
  async explainMatch(
    @Ctx() context: Context,
    @Arg('roleId', () => ID) roleId: string,
    @Arg('talentId', () => ID) talentId: string,
  ): Promise<MatchExplanation> {
    const explanation = await explainMatch(context, roleId, talentId);
    return toMatchExplanation(explanation, (id) => mayIdentify(context, id));
  }
}
