import { assertPermitted, type Context } from '../access/index.ts';
import { joined, rows, type Fragment } from '../database/index.ts';
import { assertPageSize, decodeCursor, isId, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import type { FrozenMatch } from '../matching/index.ts';
import { identified, TalentEntity, type Talent } from '../talents/index.ts';
import { EntryEntity, StepEntity, type Entry, type EntryState, type Step } from './entry.entity.ts';
import { holderOf, turnAt } from './first-contact.ts';
import { inTurnOf } from './move-entry.ts';
import { isHost, isParty, rolesFor, type PartyRole } from './parties.ts';
import { ruleOf } from './put-forward.ts';
import { ShortlistEntity, type Shortlist } from './shortlist.entity.ts';
import { ENTRY_STANDS, entryById, shortlistById, type Listed } from './shortlist.repository.ts';

/** What narrows the lists. */
export interface ShortlistSelection {
  roleId?: string | null | undefined;
  occasionId?: string | null | undefined;
  campaignId?: string | null | undefined;
}

/** The lists of which the actor's organisation is a party, newest first; operators see all. */
export async function listShortlists(
  context: Context,
  { roleId, occasionId, campaignId }: ShortlistSelection,
  { first, after }: PageRequest,
): Promise<Page<Shortlist>> {
  const { actor, em } = context;
  const organisationId = actor.organisationId ?? '';
  assertPermitted(actor, 'shortlist:read', { organisationId });
  assertPageSize(first);
  const conditions: Fragment[] = [{ sql: 'true', parameters: [] }];
  if (actor.kind !== 'operator') conditions.push(isParty(organisationId));
  for (const [column, value] of [
    ['occasion_id', occasionId],
    ['campaign_id', campaignId],
  ] as const)
    if (value != null)
      conditions.push({ sql: `shortlists.${column} = ?`, parameters: [isId(value) ? value : null] });
  if (roleId != null)
    conditions.push({
      sql: `EXISTS (SELECT FROM shortlist_roles WHERE shortlist_id = shortlists.id AND role_id = ?)`,
      parameters: [isId(roleId) ? roleId : null],
    });
  // Identifiers grow with time.
  if (after) conditions.push({ sql: 'shortlists.id < ?', parameters: [decodeCursor(after, ['string'])[0]] });
  const { sql, parameters } = joined(conditions, ' AND ');
  const ids = await rows<{ id: string }>(
    em,
    `SELECT id FROM shortlists WHERE ${sql} ORDER BY id DESC LIMIT ?`,
    [...parameters, first + 1],
  );
  const found = await em.find(
    ShortlistEntity,
    { id: { $in: ids.map(({ id }) => id) } },
    { orderBy: { id: 'desc' } },
  );
  return pageOf(
    found,
    first,
    (shortlist) => shortlist,
    ({ id }) => [id],
  );
}

/** The roles of a list that the actor may see. @throws SHORTLISTS_UNKNOWN */
export const rolesOf = async (context: Context, shortlistId: string): Promise<PartyRole[]> =>
  (await shortlistById(context, shortlistId)).parties.roles;

/** An explanation as it was frozen, with the role that it is about. */
export interface Kept {
  roleId: string;
  frozenAt: Date;
  match: FrozenMatch;
}

/** Who may contact the talent of an entry. */
export interface Contactable {
  /** Whether every employer of the list may. */
  everybody: boolean;
  /** Whether the actor may, for one of their roles. */
  yours: boolean;
  /** Whose turn it is, where the actor may know; null for everybody's. */
  employerId: string | null;
  until: Date | null;
}

/** An entry as the actor may see it. */
export interface SeenEntry {
  entry: Entry;
  /** The role in contact, where the actor may know it. */
  roleId: string | null;
  talent: Talent;
  /** Whether the actor may know who the talent is. */
  identified: boolean;
  /** For the actor's own roles; for all roles of the list for hosts and operators. */
  kept: Kept[];
  /** Null once somebody is in contact, and after. */
  turn: Contactable | null;
}

/**
 * The entries of a list in their order, as the actor may see them; without talents whose consent has ended.
 * @throws SHORTLISTS_UNKNOWN, PAGE_…
 */
export async function entriesOf(
  context: Context,
  shortlistId: string,
  { first, after }: PageRequest,
  states?: readonly EntryState[] | null,
): Promise<Page<SeenEntry>> {
  const listed = await shortlistById(context, shortlistId);
  assertPageSize(first);
  const conditions: Fragment[] = [
    { sql: 'entries.shortlist_id = ?', parameters: [listed.shortlist.id] },
    ENTRY_STANDS,
  ];
  if (states && states.length > 0) conditions.push({ sql: 'entries.state = ANY (?)', parameters: [states] });
  if (after) {
    const [position, id] = decodeCursor(after, ['number', 'string']);
    conditions.push({ sql: '(entries.position, entries.id) > (?, ?::uuid)', parameters: [position, id] });
  }
  const { sql, parameters } = joined(conditions, ' AND ');
  const ids = await rows<{ id: string }>(
    context.em,
    `SELECT entries.id FROM shortlist_entries AS entries WHERE ${sql}
     ORDER BY entries.position, entries.id LIMIT ?`,
    [...parameters, first + 1],
  );
  const entries = await context.em.find(
    EntryEntity,
    { id: { $in: ids.map(({ id }) => id) } },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
  const page = pageOf(
    entries,
    first,
    (entry) => entry,
    ({ position, id }) => [position, id],
  );
  const seen = await seenEntries(
    context,
    listed,
    page.edges.map(({ node }) => node),
  );
  return { ...page, edges: page.edges.map(({ cursor }, place) => ({ cursor, node: seen[place]! })) };
}

/** One entry as the actor may see it. @throws SHORTLISTS_ENTRY_UNKNOWN */
export async function readEntry(context: Context, id: string): Promise<SeenEntry> {
  const { entry, ...listed } = await entryById(context, id);
  return (await seenEntries(context, listed, [entry]))[0]!;
}

async function seenEntries(
  context: Context,
  { shortlist, parties }: Listed,
  entries: readonly Entry[],
): Promise<SeenEntry[]> {
  const { actor, em, now } = context;
  const host = isHost(actor, parties);
  const own = rolesFor(actor, parties);
  const ownEmployers = new Set(own.map(({ employerId }) => employerId));
  const talentIds = entries.map(({ talentId }) => talentId);
  const talents = await em.find(TalentEntity, { id: { $in: talentIds } });
  const known = await identified(context, talentIds);
  const kept = await keptFor(
    context,
    entries.map(({ id }) => id),
    own.map(({ roleId }) => roleId),
  );
  const open = host || shortlist.showsEmployers;
  return entries.map((entry) => {
    const turn = turnAt(inTurnOf(entry), ruleOf(shortlist), now);
    const holder = holderOf(entry, turn);
    const mine = holder === null || ownEmployers.has(holder);
    return {
      entry,
      roleId:
        entry.roleId != null && (open || own.some(({ roleId }) => roleId === entry.roleId))
          ? entry.roleId
          : null,
      talent: talents.find(({ id }) => id === entry.talentId)!,
      identified: known.has(entry.talentId),
      kept: kept.get(entry.id) ?? [],
      turn:
        entry.state === 'PROPOSED'
          ? {
              everybody: holder === null,
              yours: mine,
              employerId: mine || open ? holder : null,
              until: turn.turnEndsAt,
            }
          : null,
    };
  });
}

async function keptFor(
  { em }: Context,
  entryIds: readonly string[],
  roleIds: readonly string[],
): Promise<Map<string, Kept[]>> {
  const found = await rows<{ entryId: string; roleId: string; frozenAt: Date; match: FrozenMatch }>(
    em,
    `SELECT entry_id AS "entryId", role_id AS "roleId", frozen_at AS "frozenAt", frozen AS match
     FROM shortlist_explanations WHERE entry_id = ANY (?) AND role_id = ANY (?) ORDER BY score DESC, role_id`,
    [entryIds, roleIds],
  );
  return new Map(
    [...Map.groupBy(found, ({ entryId }) => entryId)].map(([entryId, many]) => [
      entryId,
      many.map(({ roleId, frozenAt, match }) => ({ roleId, frozenAt: new Date(frozenAt), match })),
    ]),
  );
}

/** A step as the actor may see it. */
export type SeenStep = Pick<Step, 'at' | 'move' | 'fromState' | 'toState' | 'employerId' | 'reason'>;

/**
 * What was done with an entry, oldest first. Of what another employer did, an employer learns only that it was done:
 * neither who it was nor why.
 * @throws SHORTLISTS_ENTRY_UNKNOWN
 */
export async function historyOf(context: Context, entryId: string): Promise<SeenStep[]> {
  const { entry, parties } = await entryById(context, entryId);
  const host = isHost(context.actor, parties);
  const own = new Set(rolesFor(context.actor, parties).map(({ employerId }) => employerId));
  const steps = await context.em.find(
    StepEntity,
    { entryId: entry.id },
    { orderBy: { at: 'asc', id: 'asc' } },
  );
  return steps.map(({ at, move, fromState, toState, employerId, reason }) => {
    const told = host || employerId == null || own.has(employerId);
    return {
      at,
      move,
      fromState,
      toState,
      employerId: told ? employerId : null,
      reason: told ? reason : null,
    };
  });
}
