import { raw, type FilterQuery } from '@mikro-orm/core';
import {
  assertPermitted,
  consentStands,
  hasConsent,
  permits,
  type Actor,
  type Target,
} from '../access/index.ts';
import { rows, type EntityManager } from '../database/index.ts';
import { assertPageSize, decodeCursor, isId, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { organisationById, OrganisationEntity } from '../organisations/index.ts';
import type { PlacementsContext } from './hosting.ts';
import { OfferEntity, type Offer, type OfferState } from './offer.entity.ts';
import { offerUnknown } from './placements.failures.ts';

/** What narrows a list of offers. */
export interface OfferSelection {
  roleId?: string | null | undefined;
  employerId?: string | null | undefined;
  talentId?: string | null | undefined;
  occasionId?: string | null | undefined;
}

/** Hires stay in the view of an employer whatever becomes of the consent: they were made while it stood. */
const HIRES: readonly OfferState[] = ['ACCEPTED', 'ENDED'];

/** Whose an offer is: the talent's, the employer's and its proxy's, and the hosts' of the occasion that it came of. */
export async function targetOf(
  { em, hosting }: PlacementsContext,
  { employerId, talentId, occasionId }: Pick<Offer, 'employerId' | 'talentId' | 'occasionId'>,
): Promise<Target> {
  const employer = await organisationById(em, employerId);
  return {
    organisationId: employer.id,
    representedById: employer.representedById,
    organisationIds: occasionId == null ? [] : await hosting.hostsOf(em, occasionId),
    personId: talentId,
  };
}

/** An offer with whose it is. @throws PLACEMENTS_OFFER_UNKNOWN, also for those that the actor may not see */
export async function visibleOffer(
  context: PlacementsContext,
  id: string,
): Promise<{ offer: Offer; target: Target }> {
  const { em, actor } = context;
  assertReader(actor);
  const offer = isId(id) ? await em.findOne(OfferEntity, { id }, { refresh: true }) : null;
  if (offer) {
    const target = await targetOf(context, offer);
    const hidden =
      actor.kind === 'employer' &&
      !HIRES.includes(offer.state) &&
      !(await hasConsent(em, offer.talentId, 'MATCHING'));
    if (permits(actor, 'offer:read', target) && !hidden) return { offer, target };
  }
  throw offerUnknown({ id }, { path: ['id'] });
}

/**
 * Keeps everybody else from changing the talent's offers until the transaction ends: those of one talent are always
 * taken together and in one order, so that two acceptances cannot wait for each other.
 */
export async function lockOffersWith(em: EntityManager, id: string): Promise<void> {
  if (!isId(id)) return;
  await rows(
    em,
    `SELECT id FROM offers WHERE talent_id = (SELECT talent_id FROM offers WHERE id = ?) ORDER BY id FOR UPDATE`,
    [id],
  );
}

/** The offers that the actor may see, newest first. */
export async function offersBy(
  context: PlacementsContext,
  selection: OfferSelection,
  { first, after }: PageRequest,
): Promise<Page<Offer>> {
  assertPageSize(first);
  const where: FilterQuery<Offer>[] = [await within(context)];
  for (const [property, value] of Object.entries(selection))
    if (value != null) {
      if (!isId(value)) return { edges: [], hasNextPage: false };
      where.push({ [property]: value } as FilterQuery<Offer>);
    }
  if (after) {
    const [made, id] = decodeCursor(after, ['number', 'string']);
    const madeAt = new Date(made);
    where.push({ $or: [{ madeAt: { $lt: madeAt } }, { madeAt, id: { $lt: id } }] });
  }
  const found = await context.em.find(
    OfferEntity,
    { $and: where },
    { orderBy: { madeAt: 'desc', id: 'desc' }, limit: first + 1 },
  );
  return pageOf(
    found,
    first,
    (offer) => offer,
    ({ madeAt, id }) => [madeAt.getTime(), id],
  );
}

/** Stops whoever can see no offer at all. */
function assertReader(actor: Actor): void {
  const { id: personId, organisationId } = actor;
  assertPermitted(actor, 'offer:read', {
    personId,
    ...(organisationId === undefined ? {} : { organisationId }),
  });
}

/** How far the actor sees. */
async function within({ em, actor, hosting }: PlacementsContext): Promise<FilterQuery<Offer>> {
  assertReader(actor);
  if (actor.kind === 'operator') return {};
  if (actor.kind === 'talent') return { talentId: actor.id };
  const { organisationId } = actor;
  const represented = await em.find(OrganisationEntity, { representedById: organisationId! });
  const theirs = [organisationId!, ...represented.map(({ id }) => id)];
  const hosted = await hosting.hostedBy(em, organisationId!);
  const reached: FilterQuery<Offer> = {
    $or: [{ employerId: { $in: theirs } }, { occasionId: { $in: hosted } }],
  };
  if (actor.kind !== 'employer') return reached;
  const { sql, parameters } = consentStands('talent_id', 'MATCHING');
  return {
    $and: [reached, { $or: [{ state: { $in: [...HIRES] } }, { [raw(sql, [...parameters])]: true }] }],
  };
}
