import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { pooledCost } from '../../graph/index.ts';
import { CandidateFilter, RoleMatchFilter } from '../match.input.ts';
import { candidateFacets } from './candidate-facets.ts';
import { CandidateFacetsType, RoleFacetsType, toCandidateFacets, toRoleFacets } from './facets.type.ts';
import { roleFacets } from './role-facets.ts';

@Resolver()
export class FacetsResolver {
  @Query(() => CandidateFacetsType, {
    description:
      'Of whom the pool for a role is made: for its employer, the employer’s proxy, and organisers.',
    complexity: pooledCost,
  })
  async candidateFacets(
    @Ctx() context: Context,
    @Arg('roleId', () => ID) roleId: string,
    @Arg('filter', () => CandidateFilter, { nullable: true }) filter?: CandidateFilter | null,
  ): Promise<CandidateFacetsType> {
    return toCandidateFacets(await candidateFacets(context, roleId, filter ?? {}));
  }

  @Query(() => RoleFacetsType, {
    description: 'Of which open roles the choice of the talent behind the token is made.',
    complexity: pooledCost,
  })
  async roleFacets(
    @Ctx() context: Context,
    @Arg('filter', () => RoleMatchFilter, { nullable: true }) filter?: RoleMatchFilter | null,
  ): Promise<RoleFacetsType> {
    return toRoleFacets(await roleFacets(context, filter ?? {}));
  }
}
