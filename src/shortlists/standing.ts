import { assertPermitted, inTransaction, type ConsentPurpose, type Context } from '../access/index.ts';
import { assertPageSize, decodeCursor, isId, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { EntryEntity, StepEntity, type Entry } from './entry.entity.ts';
import { noteStep } from './move-entry.ts';
import { partiesOf, type PartyRole } from './parties.ts';
import { entryLife } from './shortlist-lives.ts';
import { ShortlistEntity, type Shortlist } from './shortlist.entity.ts';
import { assertVersion } from './shortlist.repository.ts';
import { entryUnknown } from './shortlists.failures.ts';
import { rolesShown, tellTalent, tellWithdrawn } from './tell.ts';

/** That a talent is put forward somewhere, as the talent sees it. */
export interface Standing {
  entry: Entry;
  /** The mission, event or campaign that it is part of. */
  shortlist: Pick<Shortlist, 'occasionId' | 'campaignId'>;
  /** Role and employer: of all who share the list, until one is in contact. */
  roles: PartyRole[];
  /** Why it ended, in the words of whoever ended it. */
  reason: string | null;
}

/**
 * Everywhere the talent behind the token is or was put forward, newest first; also what stood on a consent that has
 * ended, which nobody else sees any more.
 */
export async function myStanding(context: Context, { first, after }: PageRequest): Promise<Page<Standing>> {
  const { actor, em } = context;
  assertPermitted(actor, 'standing:read', { personId: actor.id });
  assertPageSize(first);
  const found = await em.find(
    EntryEntity,
    { talentId: actor.id, ...(after ? { id: { $lt: decodeCursor(after, ['string'])[0] } } : {}) },
    { orderBy: { id: 'desc' }, limit: first + 1 },
  );
  const page = pageOf(
    found,
    first,
    (entry) => entry,
    ({ id }) => [id],
  );
  const edges: Page<Standing>['edges'] = [];
  for (const { node, cursor } of page.edges) edges.push({ cursor, node: await standingOf(context, node) });
  return { ...page, edges };
}

async function standingOf({ em }: Context, entry: Entry): Promise<Standing> {
  const shortlist = await em.findOneOrFail(ShortlistEntity, { id: entry.shortlistId });
  const { roles } = await partiesOf(em, entry.shortlistId);
  const ended = ['REJECTED', 'RELEASED'].includes(entry.state);
  const last = ended
    ? await em.findOne(StepEntity, { entryId: entry.id }, { orderBy: { at: 'desc', id: 'desc' } })
    : null;
  return { entry, shortlist, roles: rolesShown(entry, roles), reason: last?.reason ?? null };
}

/**
 * The talent takes themselves out of one place where they are put forward; all others stay.
 * @throws SHORTLISTS_ENTRY_UNKNOWN, LIVES_ILLEGAL_MOVE, DATABASE_CHANGED_MEANWHILE
 */
export function withdrawStanding(context: Context, id: string, version: number): Promise<Standing> {
  const { actor } = context;
  assertPermitted(actor, 'standing:withdraw', { personId: actor.id });
  return inTransaction(context, async (inside) => {
    const entry = isId(id) ? await inside.em.findOne(EntryEntity, { id, talentId: actor.id }) : null;
    if (!entry) throw entryUnknown({ id }, { path: ['id'] });
    assertVersion('standing', entry, version);
    await takeOut(inside, entry, 'withdraw');
    return standingOf(inside, entry);
  });
}

/** What ends with the consent to be matched, or when a talent leaves: everywhere they are put forward. */
export async function endStandings(
  context: Context,
  talentId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  if (purpose !== 'MATCHING') return;
  const entries = await context.em.find(EntryEntity, {
    talentId,
    state: { $in: [...entryLife.moves.drop.from] },
  });
  for (const entry of entries) await takeOut(context, entry, 'drop');
}

async function takeOut(context: Context, entry: Entry, move: 'withdraw' | 'drop'): Promise<void> {
  const before = entry.state;
  moveOn(context, entryLife, entry, move, { target: { personId: entry.talentId } });
  entry.turnEndsAt = null;
  const step = noteStep(context, entry, { move, before });
  await context.em.flush();
  const shortlist = await context.em.findOneOrFail(ShortlistEntity, { id: entry.shortlistId });
  const listed = { entry, shortlist, parties: await partiesOf(context.em, shortlist.id) };
  await tellWithdrawn(context, listed);
  if (move === 'withdraw') await tellTalent(context, listed, `step ${step}`);
}
