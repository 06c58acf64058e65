import { inTransaction, recordAudit, type Context } from '../access/index.ts';
import { task, type Task } from '../jobs/index.ts';
import { ShortlistEntity } from './shortlist.entity.ts';
import { turnAt } from './first-contact.ts';
import { inTurnOf } from './move-entry.ts';
import { partiesOf } from './parties.ts';
import { ruleOf } from './put-forward.ts';
import { standingEntries } from './shortlist.repository.ts';
import { passTurnTask } from './shortlists.jobs.ts';
import { tellTurn } from './tell.ts';

/** When a job that came too early is done again. */
const LATER_SECONDS = 60;

/**
 * Writes down that the right of first contact with an entry has gone on, and tells whoever has it now. Nothing
 * depends on it: whose turn it is follows from the clock. Done too early or twice it changes nothing.
 */
export const passTurn = (context: Context, entryId: string): Promise<void> =>
  inTransaction(context, async (inside) => {
    const [entry] = await standingEntries(inside.em, {
      sql: `entries.id = ? AND entries.state = 'PROPOSED'`,
      parameters: [entryId],
    });
    if (!entry) return;
    const shortlist = await inside.em.findOneOrFail(ShortlistEntity, { id: entry.shortlistId });
    const turn = turnAt(inTurnOf(entry), ruleOf(shortlist), inside.now);
    if (turn.turn === entry.turn) {
      // The queue goes by the database's clock, and may be a little before ours.
      const early = (turn.turnEndsAt?.getTime() ?? Infinity) - inside.now.getTime();
      if (early <= LATER_SECONDS * 1000)
        await inside.jobs.enqueue(inside.em, passTurnTask, { entryId }, LATER_SECONDS);
      return;
    }
    recordAudit(
      inside,
      'shortlist:release',
      { kind: 'shortlist-entry', id: entry.id },
      { from: entry.turn, to: turn.turn },
    );
    Object.assign(entry, turn);
    await inside.em.flush();
    await tellTurn(inside, { entry, shortlist, parties: await partiesOf(inside.em, shortlist.id) });
  });

/** The handler of `passTurnTask`. */
export const passingTurns = (
  contextOf: (means: { em: Context['em']; now: Date }) => Context,
): Task<{ entryId: string }> =>
  task(passTurnTask, ({ entryId }, { em, now }) => passTurn(contextOf({ em, now }), entryId));
