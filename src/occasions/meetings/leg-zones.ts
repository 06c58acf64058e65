import type { EntityManager } from '../../database/index.ts';
import { SessionEntity } from '../session.entity.ts';

/**
 * The zone of the place where the meetings of each leg are held, by leg: whoever travels there goes by its clocks,
 * whatever their own show. The sessions of a leg are in one zone.
 */
export async function legZones(
  em: EntityManager,
  occasionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const sessions = await em.find(SessionEntity, {
    occasionId: { $in: [...occasionIds] },
    legId: { $ne: null },
  });
  return new Map(sessions.map(({ legId, zone }) => [legId!, zone]));
}
