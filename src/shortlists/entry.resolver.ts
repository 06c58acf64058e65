import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import {
  EntryMoveInput,
  EntryType,
  NoteType,
  ShortlistEntryInput,
  ShortlistNoteInput,
  StepType,
  toEntryType,
  toNoteType,
  toStepType,
} from './entry.type.ts';
import { moveEntry } from './move-entry.ts';
import { addNote, notesOn } from './notes.ts';
import { addToShortlist } from './put-forward.ts';
import { historyOf, readEntry } from './read-shortlists.ts';

@Resolver(() => EntryType)
export class EntryResolver {
  @Query(() => EntryType, { description: 'One entry of a list of yours.' })
  async shortlistEntry(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<EntryType> {
    return toEntryType(await readEntry(context, id));
  }

  @FieldResolver(() => [StepType], { description: 'What was done with it, oldest first.', complexity: 5 })
  async history(@Ctx() context: Context, @Root() entry: EntryType): Promise<StepType[]> {
    return (await historyOf(context, entry.id)).map(toStepType);
  }

  @FieldResolver(() => [NoteType], { description: 'Notes that you may read, oldest first.', complexity: 5 })
  async notes(@Ctx() context: Context, @Root() entry: EntryType): Promise<NoteType[]> {
    return (await notesOn(context, entry.id)).map(toNoteType);
  }

  @Mutation(() => EntryType, {
    description: 'Puts a talent on a list, with the explanation of the match as it is now.',
  })
  async addToShortlist(
    @Ctx() context: Context,
    @Arg('input', () => ShortlistEntryInput) input: ShortlistEntryInput,
  ): Promise<EntryType> {
    return toEntryType(await readEntry(context, (await addToShortlist(context, input)).id));
  }

  @Mutation(() => EntryType, {
    description: 'Does something with an entry. Only people reject, and say why; nothing does so by itself.',
  })
  async moveShortlistEntry(
    @Ctx() context: Context,
    @Arg('input', () => EntryMoveInput) input: EntryMoveInput,
  ): Promise<EntryType> {
    return toEntryType(await readEntry(context, (await moveEntry(context, input)).id));
  }

  @Mutation(() => NoteType, { description: 'Adds a note to an entry.' })
  async addShortlistNote(
    @Ctx() context: Context,
    @Arg('input', () => ShortlistNoteInput) input: ShortlistNoteInput,
  ): Promise<NoteType> {
    return toNoteType(await addNote(context, input));
  }
}
