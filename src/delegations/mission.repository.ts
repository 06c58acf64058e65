import type { Action, Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import {
  admittedEmployers,
  assertHost,
  lockedForHosts,
  occasionById,
  type Occasion,
  type Participation,
} from '../occasions/index.ts';
import { noMission } from './delegations.failures.ts';
import { LegEntity, type Leg } from './legs/leg.entity.ts';

/** A mission that the actor may see. @throws OCCASIONS_UNKNOWN, DELEGATIONS_NO_MISSION */
export const missionById = async (
  context: Context,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Occasion> => assertMission(await occasionById(context, id, path), path);

/** A mission, for a use case that its hosts may do. @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DELEGATIONS_NO_MISSION */
export const hostedMission = async (
  context: Context,
  action: Action,
  id: string,
  path: readonly string[] = ['missionId'],
): Promise<Occasion> => assertMission(await assertHost(context, action, id, path), path);

/**
 * The same, locked, for a change while it can still change.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER, DELEGATIONS_NO_MISSION
 */
export const lockedMission = async (
  context: Context,
  action: Action,
  id: string,
  version?: number,
): Promise<Occasion> => {
  const path = ['missionId'];
  return assertMission(
    await lockedForHosts(context, action, id, { path, ...(version === undefined ? {} : { version }) }),
    path,
  );
};

function assertMission(occasion: Occasion, path: readonly string[]): Occasion {
  if (occasion.kind !== 'MISSION') throw noMission({ id: occasion.id }, { path });
  return occasion;
}

/** The legs of a mission, in the order of the journey. */
export const legsOf = (em: EntityManager, occasionId: string): Promise<Leg[]> =>
  em.find(LegEntity, { occasionId }, { orderBy: { place: 'asc' } });

/** The employers that take part with at least one role, in the order in which they asked. */
export const employersWithRoles = async (em: EntityManager, occasionId: string): Promise<Participation[]> =>
  (await admittedEmployers(em, occasionId)).filter(({ roleIds }) => roleIds.length > 0);
