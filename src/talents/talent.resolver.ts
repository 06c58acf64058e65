import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, WrittenText, type ConnectionShape } from '../graph/index.ts';
import { createTalent, editTalent, withdrawTalent } from './change-talent.ts';
import { identified } from './identified.ts';
import { listTalents, readCv, readTalent } from './read-talent.ts';
import type { Talent } from './talent.entity.ts';
import { TalentFilter, TalentInput } from './talent.input.ts';
import { TalentConnection, TalentType, toTalentType } from './talent.type.ts';

/** One talent in the shape that the actor may see. */
const seen = async (context: Context, talent: Talent): Promise<TalentType> =>
  toTalentType(talent, (await identified(context, [talent.id])).has(talent.id));

@Resolver(() => TalentType)
export class TalentResolver {
  @Query(() => TalentType, { description: 'One talent whom you may see.' })
  async talent(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<TalentType> {
    return seen(context, await readTalent(context, id));
  }

  @Query(() => TalentConnection, { description: 'Talents who have not left. Organisers and operators.' })
  async talents(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => TalentFilter, { nullable: true }) filter?: TalentFilter,
  ): Promise<ConnectionShape<TalentType>> {
    const talents = await listTalents(context, filter ?? {}, page);
    const known = await identified(
      context,
      talents.edges.map(({ node }) => node.id),
    );
    return toConnection(talents, (talent) => toTalentType(talent, known.has(talent.id)));
  }

  @FieldResolver(() => WrittenText, {
    description:
      'The CV. Where `identified` is false, what tells who the person is stands there as `█`, one for each character. Each reading by somebody else is recorded.',
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
    return seen(context, await createTalent(context, input));
  }

  @Mutation(() => TalentType, { description: 'Replaces a talent’s profile and CV.' })
  async editTalent(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => TalentInput) input: TalentInput,
  ): Promise<TalentType> {
    return seen(context, await editTalent(context, id, version, input));
  }

  @Mutation(() => TalentType, { description: 'Takes a talent out of every list and ranking.' })
  async withdrawTalent(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<TalentType> {
    return seen(context, await withdrawTalent(context, id));
  }
}
