import type { Context } from '../access/index.ts';
import { advanceOccasion, type Occasion, type OccasionMove } from '../occasions/index.ts';
import { nothingBrought } from './delegations.failures.ts';
import { employersWithRoles, hostedMission } from './mission.repository.ts';

/**
 * Takes a mission one step on: see its life in docs/states.md. To recruit, an employer that takes part brings a role.
 * @throws DELEGATIONS_NO_MISSION, DELEGATIONS_NOTHING_BROUGHT, and those of `advanceOccasion`
 */
export async function advanceMission(
  context: Context,
  missionId: string,
  version: number,
  move: OccasionMove,
  reason?: string | null,
): Promise<Occasion> {
  const { id } = await hostedMission(context, 'occasion:advance', missionId);
  if (move === 'recruit' && (await employersWithRoles(context.em, id)).length === 0)
    throw nothingBrought({ id });
  return advanceOccasion(context, id, version, move, reason);
}
