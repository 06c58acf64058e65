import { assertPermitted, permits, type Context } from '../access/index.ts';
import { changedMeanwhile, joined, rows, type EntityManager, type Fragment } from '../database/index.ts';
import { isId } from '../kernel/index.ts';
import { EntryEntity, type Entry } from './entry.entity.ts';
import { allOf, partiesOf, type Parties } from './parties.ts';
import { ShortlistEntity, type Shortlist } from './shortlist.entity.ts';
import { entryUnknown, shortlistUnknown } from './shortlists.failures.ts';

/** A list with whose it is. */
export interface Listed {
  shortlist: Shortlist;
  parties: Parties;
}

/** An entry with its list. */
export interface ListedEntry extends Listed {
  entry: Entry;
}

/**
 * A list that the actor may see.
 * @throws SHORTLISTS_UNKNOWN also for lists of others; ACCESS_UNAUTHENTICATED
 */
export async function shortlistById(
  context: Context,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Listed> {
  if (context.actor.kind === 'anonymous') assertPermitted(context.actor, 'shortlist:read');
  const shortlist = isId(id) ? await context.em.findOne(ShortlistEntity, { id }) : null;
  const parties = shortlist && (await partiesOf(context.em, shortlist.id));
  if (!shortlist || !parties || !permits(context.actor, 'shortlist:read', allOf(parties)))
    throw shortlistUnknown({ id }, { path });
  return { shortlist, parties };
}

/** Entries of talents who are there and whose consent stands, as a condition over `shortlist_entries AS entries`. */
export const ENTRY_STANDS: Fragment = {
  sql: `EXISTS (SELECT FROM consents WHERE consents.id = entries.consent_id AND consents.withdrawn_at IS NULL)
    AND EXISTS (SELECT FROM talents WHERE talents.id = entries.talent_id AND talents.withdrawn_at IS NULL)`,
  parameters: [],
};

/**
 * An entry that the actor may see: on a list of theirs, of a talent whose consent stands.
 * @throws SHORTLISTS_ENTRY_UNKNOWN
 */
export async function entryById(
  context: Context,
  id: string,
  path: readonly string[] = ['id'],
): Promise<ListedEntry> {
  if (context.actor.kind === 'anonymous') assertPermitted(context.actor, 'shortlist:read');
  const [standing] = isId(id)
    ? await standingEntries(context.em, { sql: 'entries.id = ?', parameters: [id] })
    : [];
  const shortlist = standing && (await context.em.findOne(ShortlistEntity, { id: standing.shortlistId }));
  const parties = shortlist && (await partiesOf(context.em, shortlist.id));
  if (!standing || !shortlist || !parties || !permits(context.actor, 'shortlist:read', allOf(parties)))
    throw entryUnknown({ id }, { path });
  return { entry: standing, shortlist, parties };
}

/** The entries that stand and meet the condition over `shortlist_entries AS entries`, in the order of their lists. */
export async function standingEntries(
  em: EntityManager,
  condition: Fragment,
  limit?: number,
): Promise<Entry[]> {
  const { sql, parameters } = joined([condition, ENTRY_STANDS], ' AND ');
  const found = await rows<{ id: string }>(
    em,
    `SELECT entries.id FROM shortlist_entries AS entries WHERE ${sql}
     ORDER BY entries.position, entries.id ${limit === undefined ? '' : 'LIMIT ?'}`,
    [...parameters, ...(limit === undefined ? [] : [limit])],
  );
  const entries = await em.find(EntryEntity, { id: { $in: found.map(({ id }) => id) } });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return found.map(({ id }) => byId.get(id)!);
}

/** Stops a change to what was changed since it was read. @throws DATABASE_CHANGED_MEANWHILE */
export function assertVersion(
  kind: string,
  { id, version }: { id: string; version: number },
  expected: number,
): void {
  if (version !== expected) throw changedMeanwhile({ kind, id });
}
