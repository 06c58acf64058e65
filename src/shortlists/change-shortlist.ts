import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { invalidInput, newId, parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { OccasionEntity } from '../occasions/index.ts';
import { organisationById } from '../organisations/index.ts';
import { roleById, roleUnknown, type Role } from '../roles/index.ts';
import { campaignById } from './campaigns/campaign.repository.ts';
import { allOf } from './parties.ts';
import { shortlistLife } from './shortlist-lives.ts';
import { ShortlistEntity, ShortlistRoleEntity, type Shortlist } from './shortlist.entity.ts';
import { shortlistData, type ShortlistData } from './shortlist.input.ts';
import { assertVersion, shortlistById } from './shortlist.repository.ts';
import { occasionUnknown, roleElsewhere } from './shortlists.failures.ts';

/**
 * Makes a list for a role, or for several: by the employer or its proxy, or by a host of the mission, event or
 * campaign that the roles were brought to. A list of several employers thus takes somebody who may act for all.
 * @throws ROLES_UNKNOWN, ACCESS_FORBIDDEN, SHORTLISTS_ROLE_ELSEWHERE, SHORTLISTS_OCCASION_UNKNOWN,
 * SHORTLISTS_CAMPAIGN_UNKNOWN, INPUT_INVALID
 */
export function createShortlist(context: Context, input: unknown): Promise<Shortlist> {
  const data = parseInput(shortlistData, input);
  if (data.occasionId && data.campaignId)
    throw invalidInput(
      { problem: 'input.campaignId: a list is part of an occasion or of a campaign, not of both', more: 0 },
      { path: ['input', 'campaignId'] },
    );
  return inTransaction(context, async (inside) => {
    const hostIds = await hostsOfWhole(inside, data);
    const roles: Role[] = [];
    for (const id of data.roleIds) {
      const role = await roleById(inside.em, id, ['input', 'roleIds']);
      if (role.withdrawnAt != null) throw roleUnknown({ id }, { path: ['input', 'roleIds'] });
      const employer = await organisationById(inside.em, role.employerId);
      assertPermitted(inside.actor, 'shortlist:create', {
        organisationId: employer.id,
        representedById: employer.representedById,
        organisationIds: hostIds,
      });
      await assertBrought(inside, data, role);
      roles.push(role);
    }
    return writeShortlist(inside, data, roles);
  });
}

/** Writes a list within the caller's transaction; the caller has authorised it. */
export async function writeShortlist(
  context: Context,
  data: ShortlistData,
  roles: readonly Pick<Role, 'id' | 'employerId'>[],
): Promise<Shortlist> {
  const shortlist = context.em.create(ShortlistEntity, {
    id: newId(),
    name: data.name,
    occasionId: data.occasionId ?? null,
    campaignId: data.campaignId ?? null,
    zone: data.zone,
    windowDays: data.windowDays ?? null,
    releaseTo: data.releaseTo,
    showsEmployers: data.showsEmployers,
    state: shortlistLife.begins,
    createdAt: context.now,
  });
  // Entities know nothing of each other: the list is there before its roles refer to it.
  await context.em.flush();
  for (const [place, role] of roles.entries())
    context.em.create(ShortlistRoleEntity, {
      id: newId(),
      shortlistId: shortlist.id,
      roleId: role.id,
      employerId: role.employerId,
      place,
    });
  recordAudit(
    context,
    'shortlist:create',
    { kind: 'shortlist', id: shortlist.id },
    { roleIds: roles.map(({ id }) => id) },
  );
  await context.em.flush();
  return shortlist;
}

/** Closes a list: nobody is put on it any more. @throws SHORTLISTS_UNKNOWN, DATABASE_CHANGED_MEANWHILE, LIVES_… */
export const closeShortlist = (context: Context, id: string, version: number): Promise<Shortlist> =>
  moveShortlist(context, id, version, 'close');

/** Opens a closed list again. @throws SHORTLISTS_UNKNOWN, DATABASE_CHANGED_MEANWHILE, LIVES_… */
export const reopenShortlist = (context: Context, id: string, version: number): Promise<Shortlist> =>
  moveShortlist(context, id, version, 'reopen');

const moveShortlist = (
  context: Context,
  id: string,
  version: number,
  move: 'close' | 'reopen',
): Promise<Shortlist> =>
  inTransaction(context, async (inside) => {
    const { shortlist, parties } = await shortlistById(inside, id);
    assertVersion('shortlist', shortlist, version);
    moveOn(inside, shortlistLife, shortlist, move, { target: allOf(parties) });
    return shortlist;
  });

/** The hosts of what the list is to be part of. @throws SHORTLISTS_OCCASION_UNKNOWN, SHORTLISTS_CAMPAIGN_UNKNOWN */
async function hostsOfWhole(
  context: Context,
  { occasionId, campaignId }: Pick<ShortlistData, 'occasionId' | 'campaignId'>,
): Promise<string[]> {
  if (campaignId) return (await campaignById(context, campaignId, ['input', 'campaignId'])).hostIds;
  if (!occasionId) return [];
  if (!(await context.em.findOne(OccasionEntity, { id: occasionId })))
    throw occasionUnknown({ id: occasionId }, { path: ['input', 'occasionId'] });
  const hosts = await rows<{ organisation_id: string }>(
    context.em,
    `SELECT organisation_id FROM occasion_hosts WHERE occasion_id = ?`,
    [occasionId],
  );
  return hosts.map(({ organisation_id }) => organisation_id);
}

/** Stops a list of an occasion or campaign for a role that nobody brought to it. @throws SHORTLISTS_ROLE_ELSEWHERE */
async function assertBrought(
  { em }: Context,
  { occasionId, campaignId }: Pick<ShortlistData, 'occasionId' | 'campaignId'>,
  { id: roleId }: Role,
): Promise<void> {
  const of = occasionId ? 'occasion' : 'campaign';
  const whole = occasionId ?? campaignId;
  if (!whole) return;
  const brought = await rows(
    em,
    of === 'occasion'
      ? `SELECT FROM participations WHERE occasion_id = ? AND side = 'EMPLOYER' AND state = 'ADMITTED' AND ? = ANY (role_ids)`
      : `SELECT FROM campaign_roles WHERE campaign_id = ? AND role_id = ?`,
    [whole, roleId],
  );
  if (brought.length === 0) throw roleElsewhere({ roleId, of }, { path: ['input', 'roleIds'] });
}
