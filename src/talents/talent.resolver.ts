import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, WrittenText, type ConnectionShape } from '../graph/index.ts';
import { createTalent, editTalent, withdrawTalent } from './change-talent.ts';
import { listTalents, mayIdentify, readCv, readTalent } from './read-talent.ts';
import { TalentFilter, TalentInput } from './talent.input.ts';
import { TalentConnection, TalentType, toTalentType } from './talent.type.ts';

@Resolver(() => TalentType)
export class TalentResolver {
  @Query(() => TalentType, { description: 'One talent whom you may see.' })
  async talent(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<TalentType> {
    return toTalentType(await readTalent(context, id), mayIdentify(context, id));
  }

  @Query(() => TalentConnection, { description: 'Talents who have not left. Organisers and operators.' })
  async talents(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => TalentFilter, { nullable: true }) filter?: TalentFilter,
  ): Promise<ConnectionShape<TalentType>> {
    return toConnection(await listTalents(context, filter ?? {}, page), (talent) =>
      toTalentType(talent, mayIdentify(context, talent.id)),
    );
  }

  @FieldResolver(() => WrittenText, {
    description: 'The CV. Each reading by somebody else is recorded.',
    complexity: 5,
  })
  cv(@Ctx() context: Context, @Root() talent: TalentType): Promise<WrittenText> {
    return readCv(context, talent.id);
  }

  @Mutation(() => TalentType, {
    description:
      'Adds a talent: their own profile for a talent, another for organisers. Not ranked before consent.',
  })
  async createTalent(
    @Ctx() context: Context,
    @Arg('input', () => TalentInput) input: TalentInput,
  ): Promise<TalentType> {
    const talent = await createTalent(context, input);
    return toTalentType(talent, mayIdentify(context, talent.id));
  }

  @Mutation(() => TalentType, { description: 'Replaces a talent’s profile and CV.' })
  async editTalent(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => TalentInput) input: TalentInput,
  ): Promise<TalentType> {
    return toTalentType(await editTalent(context, id, version, input), mayIdentify(context, id));
  }

  @Mutation(() => TalentType, { description: 'Takes a talent out of every list and ranking.' })
  async withdrawTalent(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<TalentType> {
    return toTalentType(await withdrawTalent(context, id), mayIdentify(context, id));
  }
}
