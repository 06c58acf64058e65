import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { changedMeanwhile, rows } from '../database/index.ts';
import { parseInput } from '../kernel/index.ts';
import { z } from 'zod';
import { allOf } from './parties.ts';
import { MOST_ENTRIES } from './put-forward.ts';
import type { Shortlist } from './shortlist.entity.ts';
import { uuid } from './shortlist.input.ts';
import { shortlistById, standingEntries } from './shortlist.repository.ts';
import { orderIncomplete } from './shortlists.failures.ts';

const orderData = z.object({ id: uuid, version: z.int(), entryIds: z.array(uuid).min(1).max(MOST_ENTRIES) });

/**
 * Orders a list by hand: the entries named, in this order, before all others, which keep theirs. Two who order at the
 * same time do not undo each other: the second is refused.
 * @throws SHORTLISTS_UNKNOWN, SHORTLISTS_ORDER_INCOMPLETE, DATABASE_CHANGED_MEANWHILE, INPUT_INVALID
 */
export function orderShortlist(
  context: Context,
  id: string,
  version: number,
  entryIds: readonly string[],
): Promise<Shortlist> {
  const data = parseInput(orderData, { id, version, entryIds }, []);
  return inTransaction(context, async (inside) => {
    const { shortlist, parties } = await shortlistById(inside, data.id);
    assertPermitted(inside.actor, 'shortlist:edit', allOf(parties));
    const counted = await rows(
      inside.em,
      `UPDATE shortlists SET version = version + 1 WHERE id = ? AND version = ? RETURNING id`,
      [shortlist.id, data.version],
    );
    if (counted.length === 0) throw changedMeanwhile({ kind: 'shortlist', id: shortlist.id });
    const there = await standingEntries(inside.em, {
      sql: 'entries.shortlist_id = ?',
      parameters: [shortlist.id],
    });
    const named = new Set(data.entryIds);
    const known = there.filter((entry) => named.has(entry.id));
    if (named.size !== data.entryIds.length || known.length !== named.size)
      throw orderIncomplete({ id: shortlist.id }, { path: ['entryIds'] });
    const order = [...data.entryIds, ...there.map((entry) => entry.id).filter((entry) => !named.has(entry))];
    await rows(
      inside.em,
      `UPDATE shortlist_entries SET position = placed.position
       FROM unnest(?::uuid[]) WITH ORDINALITY AS placed (id, position) WHERE shortlist_entries.id = placed.id`,
      [order],
    );
    recordAudit(inside, 'shortlist:edit', { kind: 'shortlist', id: shortlist.id }, { order: data.entryIds });
    await inside.em.flush();
    await inside.em.refresh(shortlist);
    return shortlist;
  });
}
