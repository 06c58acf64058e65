import { consentStands, type ConsentPurpose } from '../access/index.ts';
import { joined, rows, type EntityManager, type Fragment } from '../database/index.ts';
import { assertPageSize, decodeCursor, isId, pageOf, type Page, type PageRequest } from '../kernel/index.ts';
import { TandemEntity, TandemPartnerEntity, type Tandem, type TandemPartner } from './tandem.entity.ts';
import type { TandemState } from './tandem-life.ts';
import { tandemUnknown } from './tandem.failures.ts';

/** What a tandem stands on: both partners' consents to both. */
export const NEEDED_CONSENTS: readonly ConsentPurpose[] = ['MATCHING', 'TANDEM'];

/** A tandem with its partners: whoever invited, then whoever joined. */
export interface Couple {
  tandem: Tandem;
  partners: TandemPartner[];
}

/**
 * Over two rows of `tandem_partners`, `mine` and `other`: they are the two of a tandem that stands, on consents that
 * stand. Ending a consent ends the tandem; that it is asked here again is for what comes past the ledger.
 */
export const STANDS: Fragment = joined(
  [
    {
      sql: `other.tandem_id = mine.tandem_id AND other.seat <> mine.seat AND mine.state = 'STANDING'
        AND NOT EXISTS (
          SELECT FROM talents WHERE id IN (mine.talent_id, other.talent_id) AND withdrawn_at IS NOT NULL)`,
      parameters: [],
    },
    ...NEEDED_CONSENTS.flatMap((purpose) => [
      consentStands('mine.talent_id', purpose),
      consentStands('other.talent_id', purpose),
    ]),
  ],
  ' AND ',
);

/** The identifier of the tandem in which the talent stands; null for none. */
export async function standingTandemId(em: EntityManager, talentId: string): Promise<string | null> {
  const [found] = await rows<{ id: string }>(
    em,
    `SELECT mine.tandem_id AS id FROM tandem_partners AS mine, tandem_partners AS other
     WHERE mine.talent_id = ? AND ${STANDS.sql}`,
    [talentId, ...STANDS.parameters],
  );
  return found?.id ?? null;
}

/** Whether the tandem stands, on consents that stand. */
export async function stands(em: EntityManager, id: string): Promise<boolean> {
  const found = await rows(
    em,
    `SELECT 1 FROM tandem_partners AS mine, tandem_partners AS other
     WHERE mine.tandem_id = ? AND mine.seat = 1 AND ${STANDS.sql}`,
    [id, ...STANDS.parameters],
  );
  return found.length > 0;
}

/** @throws TANDEM_UNKNOWN */
export async function coupleById(
  em: EntityManager,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Couple> {
  const tandem = isId(id) ? await em.findOne(TandemEntity, { id }) : null;
  if (!tandem) throw tandemUnknown({ id }, { path });
  const partners = await em.find(TandemPartnerEntity, { tandemId: id }, { orderBy: { seat: 'asc' } });
  return { tandem, partners };
}

/** The tandem of the talent in one of these states; null for none. Of each of the open states there is one at most. */
export async function coupleOf(
  em: EntityManager,
  talentId: string,
  state: TandemState & ('PROPOSED' | 'STANDING'),
): Promise<Couple | null> {
  const own = await em.findOne(TandemPartnerEntity, { talentId, state });
  return own && coupleById(em, own.tandemId);
}

/** The standing tandems, oldest first. */
export async function standingCouples(
  em: EntityManager,
  { first, after }: PageRequest,
): Promise<Page<Couple>> {
  assertPageSize(first);
  const found = await rows<{ id: string }>(
    em,
    `SELECT mine.tandem_id AS id FROM tandem_partners AS mine, tandem_partners AS other
     WHERE mine.seat = 1 AND ${STANDS.sql} AND mine.tandem_id > ?
     ORDER BY mine.tandem_id LIMIT ${first + 1}`,
    [
      ...STANDS.parameters,
      after ? decodeCursor(after, ['string'])[0] : '00000000-0000-0000-0000-000000000000',
    ],
  );
  const ids = found.map(({ id }) => id);
  const tandems = new Map((await em.find(TandemEntity, { id: { $in: ids } })).map((one) => [one.id, one]));
  const partners = Map.groupBy(
    await em.find(TandemPartnerEntity, { tandemId: { $in: ids } }, { orderBy: { seat: 'asc' } }),
    ({ tandemId }) => tandemId,
  );
  return pageOf(
    ids,
    first,
    (id) => ({ tandem: tandems.get(id)!, partners: partners.get(id)! }),
    (id) => [id],
  );
}
