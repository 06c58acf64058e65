import { inTransaction, type Context } from '../../access/index.ts';
import { rows, type EntityManager, type Fragment } from '../../database/index.ts';
import { assertPageSize, calendarDay } from '../../kernel/index.ts';
import { candidatesAmong } from '../../matching/index.ts';
import type { Occasion } from '../../occasions/index.ts';
import { RoleEntity, type Role } from '../../roles/index.ts';
import { addToShortlist, createShortlist } from '../../shortlists/index.ts';
import { nothingBrought } from '../delegations.failures.ts';
import { employersWithRoles, hostedMission } from '../mission.repository.ts';

/** The list of a role of the mission, and how many were put on it now. */
export interface MissionShortlist {
  shortlistId: string;
  role: Role;
  added: number;
}

/**
 * Puts the best ranked of the admitted talents on a shortlist for each role that employers bring, and makes the lists
 * that are not there yet: one for each role, which belongs to its employer and to the mission. Whoever stands on a list
 * already stays where they are; said again, it fills up with those admitted since.
 * @param perRole how many a list gets at most now, 1 to 100.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DELEGATIONS_NO_MISSION, DELEGATIONS_NOTHING_BROUGHT,
 * MATCHING_NOT_YET_EMBEDDED, PAGE_INVALID_SIZE, SHORTLISTS_…
 */
export async function shortlistMission(
  context: Context,
  missionId: string,
  perRole: number,
): Promise<MissionShortlist[]> {
  assertPageSize(perRole);
  const mission = await hostedMission(context, 'shortlist:create', missionId);
  const employers = await employersWithRoles(context.em, mission.id);
  const roles = await context.em.find(
    RoleEntity,
    { id: { $in: employers.flatMap(({ roleIds }) => roleIds) }, withdrawnAt: null },
    { orderBy: { title: 'asc', id: 'asc' } },
  );
  if (roles.length === 0) throw nothingBrought({ id: mission.id });
  return inTransaction(context, async (inside) => {
    const lists: MissionShortlist[] = [];
    for (const role of roles) lists.push(await shortlistRole(inside, mission, role, perRole));
    return lists;
  });
}

async function shortlistRole(
  context: Context,
  mission: Occasion,
  role: Role,
  perRole: number,
): Promise<MissionShortlist> {
  const { em, now } = context;
  const shortlistId =
    (await ownList(em, mission.id, role.id)) ??
    (
      await createShortlist(context, {
        name: `${mission.name}: ${role.title}`.slice(0, 200),
        roleIds: [role.id],
        occasionId: mission.id,
        zone: mission.zone,
      })
    ).id;
  const { matches } = await candidatesAmong(em, role.id, unlisted(mission.id, shortlistId), calendarDay(now));
  const best = matches.slice(0, perRole);
  for (const { id } of best) await addToShortlist(context, { shortlistId, talentId: id, origin: 'RANKED' });
  return { shortlistId, role, added: best.length };
}

/** The open list of the mission that is for this role alone. */
async function ownList(em: EntityManager, occasionId: string, roleId: string): Promise<string | null> {
  const [list] = await rows<{ id: string }>(
    em,
    `SELECT shortlists.id FROM shortlists JOIN shortlist_roles AS own ON own.shortlist_id = shortlists.id
     WHERE occasion_id = ? AND own.role_id = ? AND shortlists.state = 'OPEN'
       AND NOT EXISTS (SELECT FROM shortlist_roles AS other
         WHERE other.shortlist_id = shortlists.id AND other.role_id <> own.role_id)
     ORDER BY created_at, id LIMIT 1`,
    [occasionId, roleId],
  );
  return list?.id ?? null;
}

/** Admitted talents who have not stood on the list. */
const unlisted = (occasionId: string, shortlistId: string): Fragment => ({
  sql: `EXISTS (SELECT FROM participations
      WHERE occasion_id = ? AND talent_id = talents.id AND side = 'TALENT' AND state = 'ADMITTED')
    AND NOT EXISTS (SELECT FROM shortlist_entries WHERE shortlist_id = ? AND talent_id = talents.id)`,
  parameters: [occasionId, shortlistId],
});
