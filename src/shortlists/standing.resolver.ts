import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { NoteType, toNoteType } from './entry.type.ts';
import { notesOn } from './notes.ts';
import { myStanding, withdrawStanding } from './standing.ts';
import { StandingConnection, StandingType, toStandingType } from './standing.type.ts';

@Resolver(() => StandingType)
export class StandingResolver {
  @Query(() => StandingConnection, {
    description: 'Everywhere the talent behind the token is or was put forward, newest first.',
  })
  async myStanding(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionShape<StandingType>> {
    return toConnection(await myStanding(context, page), toStandingType);
  }

  @FieldResolver(() => [NoteType], { description: 'Notes that are meant for you too.', complexity: 5 })
  async notes(@Ctx() context: Context, @Root() standing: StandingType): Promise<NoteType[]> {
    return (await notesOn(context, standing.id)).map(toNoteType);
  }

  @Mutation(() => StandingType, {
    description: 'The talent behind the token withdraws from one place; everything else stays as it is.',
  })
  async withdrawStanding(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<StandingType> {
    return toStandingType(await withdrawStanding(context, id, version));
  }
}
