import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { pooledCost } from '../../graph/index.ts';
import { CandidateFilter } from '../match.input.ts';
import { whatIfs } from './what-ifs.ts';
import { WhatIfType } from './what-ifs.type.ts';

@Resolver()
export class WhatIfsResolver {
  @Query(() => [WhatIfType], {
    description:
      'What the role could ask less of, and how many more good candidates it would have, most first. For its employer, the employer’s proxy, and organisers.',
    complexity: pooledCost,
  })
  async whatIfs(
    @Ctx() context: Context,
    @Arg('roleId', () => ID) roleId: string,
    @Arg('filter', () => CandidateFilter, { nullable: true }) filter?: CandidateFilter | null,
  ): Promise<WhatIfType[]> {
    const found = await whatIfs(context, roleId, filter ?? {});
    return found.map(({ code, ...whatIf }) => ({ change: code, ...whatIf }));
  }
}
