import { assertPermitted, inTransaction, recordAudit, type Actor, type Context } from '../access/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { z } from 'zod';
import { NoteEntity, VISIBILITIES, type Note } from './entry.entity.ts';
import { allOf } from './parties.ts';
import { uuid } from './shortlist.input.ts';
import { entryById } from './shortlist.repository.ts';

const noteData = z.object({
  entryId: uuid,
  visibility: z.enum(VISIBILITIES),
  text: z.string().trim().min(1, 'is empty').max(4000),
});

/** Adds a note to an entry. @throws SHORTLISTS_ENTRY_UNKNOWN, INPUT_INVALID */
export function addNote(context: Context, input: unknown): Promise<Note> {
  const { entryId, visibility, text } = parseInput(noteData, input);
  return inTransaction(context, async (inside) => {
    const { entry, parties } = await entryById(inside, entryId, ['input', 'entryId']);
    assertPermitted(inside.actor, 'shortlist:note', allOf(parties));
    recordAudit(inside, 'shortlist:note', { kind: 'shortlist-entry', id: entry.id }, { visibility });
    return inside.em.create(NoteEntity, {
      id: newId(),
      entryId: entry.id,
      authorId: inside.actor.id,
      organisationId: inside.actor.organisationId ?? null,
      visibility,
      text,
      writtenAt: inside.now,
    });
  });
}

/**
 * The notes on an entry that the actor may read, oldest first; the caller has checked that the actor may see the
 * entry: as a party of the list, or as the talent.
 */
export async function notesOn({ em, actor }: Context, entryId: string): Promise<Note[]> {
  const notes = await em.find(NoteEntity, { entryId }, { orderBy: { writtenAt: 'asc', id: 'asc' } });
  return notes.filter((note) => mayRead(actor, note));
}

/** Whether somebody who sees the entry reads the note. */
export function mayRead(
  actor: Actor,
  { visibility, authorId, organisationId }: Pick<Note, 'visibility' | 'authorId' | 'organisationId'>,
): boolean {
  if (visibility === 'TALENT' || actor.id === authorId) return true;
  if (actor.kind === 'talent') return false;
  if (visibility === 'SHARED') return true;
  return visibility === 'ORGANISATION' && organisationId != null && actor.organisationId === organisationId;
}
