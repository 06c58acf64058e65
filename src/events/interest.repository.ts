import { LockMode } from '@mikro-orm/core';
import { assertPermitted, consentStands, permits, type Context, type Target } from '../access/index.ts';
import { joined, rows, type EntityManager, type Fragment } from '../database/index.ts';
import {
  assertPageSize,
  decodeCursor,
  invalidCursor,
  isId,
  pageOf,
  type Page,
  type PageRequest,
} from '../kernel/index.ts';
import { hostTarget } from '../occasions/index.ts';
import { organisationById } from '../organisations/index.ts';
import { interestUnknown } from './events.failures.ts';
import { InterestEntity, type Asker, type Interest } from './interest.entity.ts';
import type { InterestState } from './interest-life.ts';

/** What narrows a list of interests; what is left out does not. */
export interface InterestSelection {
  states?: readonly InterestState[] | null | undefined;
  talentId?: string | null | undefined;
  organisationId?: string | null | undefined;
}

/** Whose an interest is: the talent's, the employer's with its proxy, and the hosts'. */
export interface Parties {
  talent: Target;
  employer: Target;
  hosts: Target;
}

/** Whose an interest is, for permissions. */
export async function partiesOf(
  em: EntityManager,
  { occasionId, talentId, organisationId }: Pick<Interest, 'occasionId' | 'talentId' | 'organisationId'>,
): Promise<Parties> {
  const { id, representedById } = await organisationById(em, organisationId, ['organisationId']);
  return {
    talent: { personId: talentId },
    employer: { organisationId: id, representedById },
    hosts: await hostTarget(em, occasionId),
  };
}

/** Whose side's it is, for permissions. */
export const targetOf = (parties: Parties, side: 'TALENT' | 'EMPLOYER'): Target =>
  side === 'TALENT' ? parties.talent : parties.employer;

/** Which side the actor is on, if any: a talent their own, an employer or its proxy the employer's, a host the hosts'. */
export function sideOf({ actor }: Pick<Context, 'actor'>, parties: Parties): Asker | undefined {
  if (permits(actor, 'interest:ask', parties.talent)) return 'TALENT';
  if (permits(actor, 'interest:ask', parties.employer)) return 'EMPLOYER';
  return permits(actor, 'interest:promise', parties.hosts) ? 'HOST' : undefined;
}

/**
 * An interest that is the actor's own or at an event of theirs, locked until the transaction ends.
 * @throws EVENTS_INTEREST_UNKNOWN
 */
export async function lockedInterest(
  context: Context,
  id: string,
): Promise<{ interest: Interest; parties: Parties; side: Asker }> {
  assertPermitted(context.actor, 'interest:read', { personId: context.actor.id });
  const interest = isId(id)
    ? await context.em.findOne(
        InterestEntity,
        { id },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      )
    : null;
  const parties = interest && (await partiesOf(context.em, interest));
  const side = parties && sideOf(context, parties);
  if (!interest || !parties || !side) throw interestUnknown({ id }, { path: ['id'] });
  return { interest, parties, side };
}

/**
 * The interests of an event that the actor may see, oldest first: all for its hosts, else one's own. Talents whose
 * consent has ended are in no employer's list.
 */
export async function interestsBy(
  { actor, em }: Pick<Context, 'actor' | 'em'>,
  eventId: string,
  hosts: boolean,
  { states, talentId, organisationId }: InterestSelection,
  { first, after }: PageRequest,
): Promise<Page<Interest>> {
  assertPageSize(first);
  const where: Fragment[] = [{ sql: 'interests.occasion_id = ?', parameters: [eventId] }];
  if (!hosts && actor.kind === 'talent')
    where.push({ sql: 'interests.talent_id = ?', parameters: [actor.id] });
  else if (!hosts) {
    where.push({
      sql: '? IN (organisations.id, organisations.represented_by_id)',
      parameters: [actor.organisationId ?? null],
    });
    where.push(consentStands('interests.talent_id', 'MATCHING'));
  }
  if (states && states.length > 0) where.push({ sql: 'interests.state = ANY (?)', parameters: [states] });
  if (talentId) where.push({ sql: 'interests.talent_id = ?', parameters: [idOr(talentId)] });
  if (organisationId)
    where.push({ sql: 'interests.organisation_id = ?', parameters: [idOr(organisationId)] });
  if (after) {
    const [at, id] = decodeCursor(after, ['string', 'string']);
    if (Number.isNaN(Date.parse(at)) || !isId(id))
      throw invalidCursor({ cursor: after }, { path: ['after'] });
    where.push({
      sql: '(interests.asked_at, interests.id) > (?::timestamptz, ?::uuid)',
      parameters: [at, id],
    });
  }
  const { sql, parameters } = joined(where, ' AND ');
  const found = await rows<{ id: string }>(
    em,
    `SELECT interests.id FROM interests JOIN organisations ON organisations.id = interests.organisation_id
     WHERE ${sql} ORDER BY interests.asked_at, interests.id LIMIT ?`,
    [...parameters, first + 1],
  );
  const interests = await em.find(
    InterestEntity,
    { id: { $in: found.map(({ id }) => id) } },
    { orderBy: { askedAt: 'asc', id: 'asc' } },
  );
  return pageOf(
    interests,
    first,
    (interest) => interest,
    ({ askedAt, id }) => [askedAt.toISOString(), id],
  );
}

/** An identifier that no row has stands for one that is none. */
const idOr = (id: string): string => (isId(id) ? id : '00000000-0000-0000-0000-000000000000');
