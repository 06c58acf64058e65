import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { endPermitRule, setPermitRule } from './change-permit-rule.ts';
import { PermitRuleInput } from './permit-rule.input.ts';
import { PermitRuleConnection, PermitRuleType, toPermitRuleType } from './permit-rule.type.ts';
import { listPermitRules } from './read-permit-rules.ts';

@Resolver()
export class PermitRuleResolver {
  @Query(() => PermitRuleConnection, {
    description: 'What work permits ask for, by territory, name and first day.',
  })
  async permitRules(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('country', () => String, {
      nullable: true,
      description: 'This country and its regions, ISO 3166-1 alpha-2.',
    })
    country?: string | null,
    @Arg('on', () => String, { nullable: true, description: 'In force on this day, YYYY-MM-DD.' })
    on?: string | null,
  ): Promise<ConnectionShape<PermitRuleType>> {
    return toConnection(await listPermitRules(context, { country, on }, page), toPermitRuleType);
  }

  @Mutation(() => PermitRuleType, {
    description: 'Adds a permit rule; with `id` and `version` replaces that one. Operators only.',
  })
  async setPermitRule(
    @Ctx() context: Context,
    @Arg('input', () => PermitRuleInput) input: PermitRuleInput,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('version', () => Int, { nullable: true }) version?: number | null,
  ): Promise<PermitRuleType> {
    // Without a version nothing is replaced: no stored row has the version 0.
    const replaced = id == null ? undefined : { id, version: version ?? 0 };
    return toPermitRuleType(await setPermitRule(context, input, replaced));
  }

  @Mutation(() => PermitRuleType, {
    description: 'Sets the last day of a permit rule; left out, it goes on. Operators only.',
  })
  async endPermitRule(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('validTo', () => String, { nullable: true, description: 'YYYY-MM-DD.' }) validTo?: string | null,
  ): Promise<PermitRuleType> {
    return toPermitRuleType(await endPermitRule(context, { id, version }, validTo ?? null));
  }
}
