import {
  assertPermitted,
  inTransaction,
  recordAudit,
  type Action,
  type Context,
} from '../../access/index.ts';
import type { EntityManager } from '../../database/index.ts';
import { newId } from '../../kernel/index.ts';
import { assertChangeable, hostTarget, type Occasion } from '../../occasions/index.ts';
import {
  organisationById,
  organisationUnknown,
  type Organisation,
  type OrganisationKind,
} from '../../organisations/index.ts';
import { activityNotTaken, notAPartner } from '../delegations.failures.ts';
import { missionById } from '../mission.repository.ts';
import { coverageOf, type ActivityCode, type Coverage } from './activities.ts';
import { ActivityEntity } from './activity.entity.ts';

/** Who takes an activity without a host doing it for them. */
const PARTNERS: readonly OrganisationKind[] = ['SERVICE_PARTNER', 'MINISTRY', 'DEVELOPMENT_COUNCIL'];

/**
 * A partner carries one of the seven activities of a mission from now on: by itself, or by a host for it. Taking it
 * twice changes nothing.
 * @throws OCCASIONS_UNKNOWN, DELEGATIONS_NO_MISSION, OCCASIONS_OVER, ORGANISATIONS_UNKNOWN, ACCESS_FORBIDDEN,
 * DELEGATIONS_NOT_A_PARTNER
 */
export const takeActivity: ChangeActivity = (context, missionId, activity, organisationId) =>
  changed(context, 'activity:take', missionId, organisationId, async (inside, where) => {
    const stored = { ...where, activity };
    if ((await inside.em.count(ActivityEntity, stored)) > 0) return null;
    inside.em.create(ActivityEntity, {
      ...stored,
      id: newId(),
      takenAt: inside.now,
      takenBy: inside.actor.id,
    });
    return activity;
  });

/**
 * A partner carries an activity no longer: by itself, or by a host for it.
 * @throws OCCASIONS_UNKNOWN, DELEGATIONS_NO_MISSION, OCCASIONS_OVER, ORGANISATIONS_UNKNOWN, ACCESS_FORBIDDEN,
 * DELEGATIONS_NOT_A_PARTNER, DELEGATIONS_ACTIVITY_NOT_TAKEN
 */
export const dropActivity: ChangeActivity = (context, missionId, activity, organisationId) =>
  changed(context, 'activity:drop', missionId, organisationId, async (inside, where) => {
    const taken = await inside.em.findOne(ActivityEntity, { ...where, activity });
    if (!taken) throw activityNotTaken({ activity, organisationId: where.organisationId });
    inside.em.remove(taken);
    return activity;
  });

/** Changes who carries an activity of a mission. */
type ChangeActivity = (
  context: Context,
  missionId: string,
  activity: ActivityCode,
  organisationId: string,
) => Promise<Occasion>;

/** Does it in one transaction, audited where something changed. */
const changed = (
  context: Context,
  action: Action,
  missionId: string,
  organisationId: string,
  change: (
    inside: Context,
    where: { occasionId: string; organisationId: string },
  ) => Promise<ActivityCode | null>,
): Promise<Occasion> =>
  inTransaction(context, async (inside) => {
    const { mission, partner } = await permitted(inside, action, missionId, organisationId);
    const activity = await change(inside, { occasionId: mission.id, organisationId: partner.id });
    if (activity)
      recordAudit(
        inside,
        action,
        { kind: 'occasion', id: mission.id },
        { activity, organisationId: partner.id },
      );
    return mission;
  });

async function permitted(
  context: Context,
  action: Action,
  missionId: string,
  organisationId: string,
): Promise<{ mission: Occasion; partner: Organisation }> {
  const { actor, em } = context;
  const mission = await missionById(context, missionId, ['missionId']);
  const path = ['organisationId'];
  const partner = await organisationById(em, organisationId, path);
  const { organisationIds } = await hostTarget(em, mission.id);
  assertPermitted(actor, action, { organisationIds: [...organisationIds, partner.id] });
  if (partner.withdrawnAt != null) throw organisationUnknown({ id: partner.id }, { path });
  const byHost = actor.kind === 'operator' || organisationIds.includes(actor.organisationId ?? '');
  if (!byHost && !PARTNERS.includes(partner.kind))
    throw notAPartner({ id: partner.id, kind: partner.kind }, { path });
  assertChangeable(mission);
  return { mission, partner };
}

/** Who covers each of the seven activities of a mission; the caller has seen that the actor may see the mission. */
export const missionCoverage = async (em: EntityManager, occasionId: string): Promise<Coverage[]> =>
  coverageOf(await em.find(ActivityEntity, { occasionId }, { orderBy: { takenAt: 'asc', id: 'asc' } }));
