import { rows, type EntityManager } from '../database/index.ts';
import { STANDS } from './tandem.repository.ts';

/**
 * Those pairs among the talents who are in a standing tandem and asked that their meetings avoid the same slot: for
 * the planner's `apart`. Each pair once, whoever invited first; in the order of their identifiers.
 */
export async function apartPairs(
  em: EntityManager,
  talentIds: readonly string[],
): Promise<[string, string][]> {
  const found = await rows<{ one: string; two: string }>(
    em,
    `SELECT mine.talent_id AS one, other.talent_id AS two
     FROM tandem_partners AS mine, tandem_partners AS other
     WHERE mine.talent_id = ANY (?) AND other.talent_id = ANY (?) AND mine.seat = 1 AND ${STANDS.sql}
       AND EXISTS (SELECT FROM tandems WHERE tandems.id = mine.tandem_id AND avoid_same_slot)
     ORDER BY mine.talent_id`,
    [talentIds, talentIds, ...STANDS.parameters],
  );
  return found.map(({ one, two }) => [one, two]);
}
