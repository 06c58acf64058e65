import { inTransaction, type Context } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { announce } from '../../src/messages/index.ts';
import { note } from './note.ts';

/** Announces the note to a recipient, each time as another change. */
export const tell = (
  context: Context,
  kind: 'talent' | 'organisation',
  id: string,
  title = 'the mission',
): Promise<void> =>
  inTransaction(context, (inside) =>
    announce(inside, [
      { recipient: { kind, id }, template: note, parameters: { title }, change: `note ${newId()}` },
    ]),
  );
