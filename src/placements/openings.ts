import { rows, type EntityManager } from '../database/index.ts';
import { noOpening } from './placements.failures.ts';

/**
 * Holds the role until the transaction ends, and stops where its openings are taken: of those who accept at the same
 * moment each sees what the one before has done. A hire that ended early leaves its opening free again.
 * @throws PLACEMENTS_NO_OPENING
 */
export async function assertOpening(em: EntityManager, roleId: string): Promise<void> {
  const [role] = await rows<{ openings: number }>(
    em,
    'SELECT openings FROM roles WHERE id = ? FOR NO KEY UPDATE',
    [roleId],
  );
  const [taken] = await rows<{ count: string | number }>(
    em,
    `SELECT count(*) AS count FROM offers WHERE role_id = ? AND state = 'ACCEPTED'`,
    [roleId],
  );
  const { openings } = role!;
  if (Number(taken!.count) >= openings) throw noOpening({ roleId, openings });
}
