import { assertPermitted, permits, type Action, type Context } from '../access/index.ts';
import { changedMeanwhile, joined, rows, type EntityManager, type Fragment } from '../database/index.ts';
import {
  assertPageSize,
  checks,
  decodeCursor,
  invalidCursor,
  isId,
  pageOf,
  parseInput,
  type Page,
  type PageRequest,
} from '../kernel/index.ts';
import { HostEntity, type Host } from './host.entity.ts';
import { OccasionEntity, type Occasion } from './occasion.entity.ts';
import { occasionSelection, type OccasionSelection } from './occasion-selection.ts';
import { occasionOver, occasionUnknown } from './occasions.failures.ts';
import { PackageEntity, type Package } from './package.entity.ts';
import { SessionEntity, type Session } from './session.entity.ts';

/** The organisations that host an occasion, the leading one first. */
export const hostsOf = (em: EntityManager, occasionId: string): Promise<Host[]> =>
  em.find(HostEntity, { occasionId }, { orderBy: { leads: 'desc', id: 'asc' } });

/** The hosts as the owners of an occasion, for permissions. */
export async function hostTarget(
  em: EntityManager,
  occasionId: string,
): Promise<{ organisationIds: string[] }> {
  const hosts = await hostsOf(em, occasionId);
  return { organisationIds: hosts.map(({ organisationId }) => organisationId) };
}

/** Whether the actor runs the occasion, for one of its hosts or as an operator. */
export const isHost = async ({ actor, em }: Context, occasionId: string): Promise<boolean> =>
  permits(actor, 'occasion:edit', await hostTarget(em, occasionId));

/**
 * An occasion that the actor may see: drafts are their hosts' own, and so are cancelled ones, which may have been
 * drafts, except for those who were in them.
 * @throws OCCASIONS_UNKNOWN
 */
export async function occasionById(
  context: Context,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Occasion> {
  return assertSeen(context, id, isId(id) ? await context.em.findOne(OccasionEntity, { id }) : null, path);
}

/**
 * The same, locked until the transaction ends: whoever else would admit, promote or change at the same time waits, so
 * that no seat is given twice.
 * @throws OCCASIONS_UNKNOWN; DATABASE_CHANGED_MEANWHILE when `version` is given and no longer the stored one
 */
export async function lockedOccasion(
  context: Context,
  id: string,
  { path = ['id'], version }: { path?: readonly string[]; version?: number } = {},
): Promise<Occasion> {
  const occasion = await assertSeen(context, id, isId(id) ? await locked(context.em, id) : null, path);
  if (version !== undefined && occasion.version !== version) throw changedMeanwhile({ kind: 'occasion', id });
  return occasion;
}

/**
 * The occasion, locked until the transaction ends, for those who came to it by something of their own in it. Rows that
 * refer to it may be added meanwhile (`NO KEY`): a plan that is being published waits for nobody here.
 */
export async function locked(em: EntityManager, id: string): Promise<Occasion | null> {
  await rows(em, 'SELECT id FROM occasions WHERE id = ? FOR NO KEY UPDATE', [id]);
  return em.findOne(OccasionEntity, { id }, { refresh: true });
}

/**
 * The occasion, for a use case that its hosts may do.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN
 */
export async function assertHost(
  context: Context,
  action: Action,
  occasionId: string,
  path: readonly string[] = ['occasionId'],
): Promise<Occasion> {
  const occasion = await occasionById(context, occasionId, path);
  assertPermitted(context.actor, action, await hostTarget(context.em, occasionId));
  return occasion;
}

/**
 * The occasion, locked, for a change by its hosts while it can still change.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER
 */
export async function lockedForHosts(
  context: Context,
  action: Action,
  id: string,
  { version, path }: { version?: number; path?: readonly string[] } = {},
): Promise<Occasion> {
  await assertHost(context, action, id, path);
  const occasion = await lockedOccasion(context, id, version === undefined ? {} : { version });
  assertChangeable(occasion);
  return occasion;
}

/** @throws OCCASIONS_OVER */
export function assertChangeable({ id, state }: Occasion): void {
  if (state === 'CLOSED' || state === 'CANCELLED') throw occasionOver({ id, state });
}

/** Counts a change of what belongs to an occasion, such as its sessions, as a change of the occasion itself. */
export async function countChange(em: EntityManager, occasion: Occasion): Promise<void> {
  await em.flush();
  await rows(em, 'UPDATE occasions SET version = version + 1 WHERE id = ?', [occasion.id]);
  await em.refresh(occasion);
}

async function assertSeen(
  context: Context,
  id: string,
  occasion: Occasion | null,
  path: readonly string[],
): Promise<Occasion> {
  assertPermitted(context.actor, 'occasion:read');
  if (!occasion) throw occasionUnknown({ id }, { path });
  if (occasion.state !== 'DRAFT' && occasion.state !== 'CANCELLED') return occasion;
  if (await isHost(context, id)) return occasion;
  const was = occasion.state === 'CANCELLED' ? wasIn(context, 'occasions.id') : null;
  const [seen] = was
    ? await rows(context.em, `SELECT id FROM occasions WHERE id = ? AND ${was.sql}`, [id, ...was.parameters])
    : [];
  if (!seen) throw occasionUnknown({ id }, { path });
  return occasion;
}

/** That the actor, or an organisation that the actor acts for, asked to take part in an occasion. */
export function wasIn({ actor }: Pick<Context, 'actor'>, occasion: string): Fragment {
  if (actor.kind === 'talent')
    return {
      sql: `EXISTS (SELECT FROM participations WHERE occasion_id = ${occasion} AND talent_id = ?)`,
      parameters: [actor.id],
    };
  return {
    sql: `EXISTS (SELECT FROM participations JOIN organisations ON organisations.id = participations.organisation_id
      WHERE occasion_id = ${occasion} AND ? IN (organisations.id, organisations.represented_by_id))`,
    parameters: [actor.organisationId ?? null],
  };
}

/** Occasions that the actor may see, by their first day. @throws PAGE_…, INPUT_INVALID */
export async function occasionsBy(
  context: Context,
  given: OccasionSelection,
  { first, after }: PageRequest,
): Promise<Page<Occasion>> {
  assertPageSize(first);
  const { kind, hostId, state, from, to } = parseInput(occasionSelection, given, ['filter']);
  const hosts = (sql: string) =>
    `EXISTS (SELECT FROM occasion_hosts WHERE occasion_id = occasions.id AND organisation_id = ${sql})`;
  const was = wasIn(context, 'occasions.id');
  const where: Fragment[] = [];
  if (context.actor.kind !== 'operator')
    where.push({
      sql: `(state NOT IN ('DRAFT', 'CANCELLED') OR (${hosts('?')} AND ?) OR (state = 'CANCELLED' AND ${was.sql}))`,
      parameters: [
        context.actor.organisationId ?? null,
        context.actor.kind === 'organiser',
        ...was.parameters,
      ],
    });
  if (kind) where.push({ sql: 'kind = ?', parameters: [kind] });
  if (state) where.push({ sql: 'state = ?', parameters: [state] });
  if (hostId) where.push({ sql: hosts('?'), parameters: [hostId] });
  if (from) where.push({ sql: 'ends_on >= ?::date', parameters: [from] });
  if (to) where.push({ sql: 'starts_on <= ?::date', parameters: [to] });
  if (after) {
    const [day, id] = decodeCursor(after, ['string', 'string']);
    if (!checks.date.safeParse(day).success || !isId(id))
      throw invalidCursor({ cursor: after }, { path: ['after'] });
    where.push({ sql: '(starts_on, id) > (?::date, ?::uuid)', parameters: [day, id] });
  }
  const { sql, parameters } = joined([{ sql: 'true', parameters: [] }, ...where], ' AND ');
  const found = await rows<{ id: string }>(
    context.em,
    `SELECT id FROM occasions WHERE ${sql} ORDER BY starts_on, id LIMIT ?`,
    [...parameters, first + 1],
  );
  const occasions = await context.em.find(
    OccasionEntity,
    { id: { $in: found.map(({ id }) => id) } },
    { orderBy: { startsOn: 'asc', id: 'asc' } },
  );
  return pageOf(
    occasions,
    first,
    (occasion) => occasion,
    ({ startsOn, id }) => [startsOn, id],
  );
}

/** The sessions of an occasion, or of one of its legs, in the order of their dates. */
export const sessionsOf = (
  em: EntityManager,
  occasionId: string,
  legId?: string | null,
): Promise<Session[]> =>
  em.find(
    SessionEntity,
    { occasionId, ...(legId === undefined ? {} : { legId }) },
    { orderBy: { date: 'asc', fromTime: 'asc', id: 'asc' } },
  );

/** What employers can choose from, the cheapest of each currency first. */
export const packagesOf = (em: EntityManager, occasionId: string): Promise<Package[]> =>
  em.find(PackageEntity, { occasionId }, { orderBy: { currency: 'asc', amount: 'asc', id: 'asc' } });
