import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { closeShortlist, createShortlist, reopenShortlist } from './change-shortlist.ts';
import type { EntryState } from './entry.entity.ts';
import { EntryConnection, EntryType, toEntryType } from './entry.type.ts';
import { orderShortlist } from './order-entries.ts';
import { entriesOf, listShortlists, rolesOf } from './read-shortlists.ts';
import { EntryStateEnum } from './shortlist.enums.ts';
import { ShortlistFilter, ShortlistInput } from './shortlist.input.ts';
import { shortlistById } from './shortlist.repository.ts';
import { ShortlistConnection, ShortlistRoleType, ShortlistType, toShortlistType } from './shortlist.type.ts';

@Resolver(() => ShortlistType)
export class ShortlistResolver {
  @Query(() => ShortlistType, {
    description: 'One shortlist: for the employers of its roles, their proxies, its hosts and operators.',
  })
  async shortlist(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<ShortlistType> {
    return toShortlistType((await shortlistById(context, id)).shortlist);
  }

  @Query(() => ShortlistConnection, { description: 'Your shortlists, newest first.' })
  async shortlists(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ShortlistFilter, { nullable: true }) filter?: ShortlistFilter,
  ): Promise<ConnectionShape<ShortlistType>> {
    return toConnection(await listShortlists(context, filter ?? {}, page), toShortlistType);
  }

  @FieldResolver(() => [ShortlistRoleType], { description: 'What it is for, with the employers.' })
  roles(@Ctx() context: Context, @Root() shortlist: ShortlistType): Promise<ShortlistRoleType[]> {
    return rolesOf(context, shortlist.id);
  }

  @FieldResolver(() => EntryConnection, {
    description: 'Who is on it, in its order; without talents whose consent to be matched has ended.',
  })
  async entries(
    @Ctx() context: Context,
    @Root() shortlist: ShortlistType,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('states', () => [EntryStateEnum], { nullable: true, description: 'Left out: all.' })
    states?: EntryState[] | null,
  ): Promise<ConnectionShape<EntryType>> {
    return toConnection(await entriesOf(context, shortlist.id, page, states), toEntryType);
  }

  @Mutation(() => ShortlistType, {
    description:
      'Makes a list: the employer of the role or its proxy; of several employers, hosts or a common proxy.',
  })
  async createShortlist(
    @Ctx() context: Context,
    @Arg('input', () => ShortlistInput) input: ShortlistInput,
  ): Promise<ShortlistType> {
    return toShortlistType(await createShortlist(context, input));
  }

  @Mutation(() => ShortlistType, { description: 'Closes a list: nobody is put on it any more.' })
  async closeShortlist(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ShortlistType> {
    return toShortlistType(await closeShortlist(context, id, version));
  }

  @Mutation(() => ShortlistType, { description: 'Opens a closed list again.' })
  async reopenShortlist(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ShortlistType> {
    return toShortlistType(await reopenShortlist(context, id, version));
  }

  @Mutation(() => ShortlistType, {
    description:
      'Orders a list by hand: the entries named come first, in this order; the others keep theirs behind them.',
  })
  async orderShortlist(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('entryIds', () => [ID]) entryIds: string[],
  ): Promise<ShortlistType> {
    return toShortlistType(await orderShortlist(context, id, version, entryIds));
  }
}
