import DataLoader from 'dataloader';
import type { Context } from '../access/index.ts';
import { rows, type EntityManager } from '../database/index.ts';
import type { Sector } from '../roles/index.ts';
import { STANDS } from './tandem.repository.ts';

/** What may be read of somebody's partner: what the partner said to look for. */
export interface ShownPartner {
  sector: Sector;
  /** ISCO-08 unit group. */
  occupation: string | null;
}

/**
 * The partners of those among the talents whose tandem stands and who both agreed that employers learn of it, by
 * talent. Whoever may see the talent may see it: the caller has made sure of that.
 */
export async function shownPartners(
  em: EntityManager,
  talentIds: readonly string[],
): Promise<ReadonlyMap<string, ShownPartner>> {
  const found = await rows<ShownPartner & { id: string }>(
    em,
    `SELECT mine.talent_id AS id, other.sector, other.occupation
     FROM tandem_partners AS mine, tandem_partners AS other
     WHERE mine.talent_id = ANY (?) AND mine.disclosed_at IS NOT NULL AND other.disclosed_at IS NOT NULL
       AND ${STANDS.sql}`,
    [talentIds, ...STANDS.parameters],
  );
  return new Map(found.map(({ id, ...partner }) => [id, partner]));
}

const loaders = new WeakMap<Context, DataLoader<string, ShownPartner | null>>();

/** The same for one talent of many on a page: one query for all of them within a request. */
export function shownPartnerOf(context: Context, talentId: string): Promise<ShownPartner | null> {
  let loader = loaders.get(context);
  if (!loader) {
    loader = new DataLoader(async (ids: readonly string[]) => {
      const shown = await shownPartners(context.em, ids);
      return ids.map((id) => shown.get(id) ?? null);
    });
    loaders.set(context, loader);
  }
  return loader.load(talentId);
}
