import { assertPermitted, inTransaction, recordAudit, type Context } from '../../access/index.ts';
import { rows } from '../../database/index.ts';
import { newId, parseInput } from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { announce } from '../../messages/index.ts';
import { organisationById } from '../../organisations/index.ts';
import { roleById, roleUnknown } from '../../roles/index.ts';
import { z } from 'zod';
import { uuid } from '../shortlist.input.ts';
import { assertVersion } from '../shortlist.repository.ts';
import { isUsualLength, LONGEST_WEEKS, SHORTEST_WEEKS, weeksOf } from './campaign-length.ts';
import { campaignLife } from './campaign-lives.ts';
import {
  CampaignEmployerEntity,
  CampaignEntity,
  CampaignHostEntity,
  CampaignRoleEntity,
  type Campaign,
} from './campaign.entity.ts';
import { campaignData, hostIdsData, type CampaignData } from './campaign.input.ts';
import { campaignById } from './campaign.repository.ts';
import { campaignChanged, campaignInvitation } from './campaign.templates.ts';
import { campaignNotOpen, noRoles, notInvited, unusualLength } from './campaigns.failures.ts';

/**
 * Makes a draft of a campaign, for the actor's organisation, which leads, and others that host it with it.
 * @param hostIds the leading organisation first.
 * @throws ACCESS_FORBIDDEN, ORGANISATIONS_UNKNOWN, SHORTLISTS_CAMPAIGN_LENGTH, INPUT_INVALID
 */
export function createCampaign(context: Context, hostIds: unknown, input: unknown): Promise<Campaign> {
  const organisations = parseInput(hostIdsData, hostIds, ['hostIds']);
  assertPermitted(context.actor, 'campaign:create', { organisationId: organisations[0]! });
  const values = columnsOf(input);
  return inTransaction(context, async (inside) => {
    for (const id of organisations) await organisationById(inside.em, id, ['hostIds']);
    const campaign = inside.em.create(CampaignEntity, { ...values, id: newId(), state: campaignLife.begins });
    recordAudit(inside, 'campaign:create', { kind: 'campaign', id: campaign.id }, { hostIds: organisations });
    await inside.em.flush();
    for (const [place, organisationId] of organisations.entries())
      inside.em.create(CampaignHostEntity, {
        id: newId(),
        campaignId: campaign.id,
        organisationId,
        leads: place === 0,
      });
    return campaign;
  });
}

/**
 * Replaces the description of a campaign.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, ACCESS_FORBIDDEN, SHORTLISTS_CAMPAIGN_LENGTH, DATABASE_CHANGED_MEANWHILE
 */
export function editCampaign(
  context: Context,
  id: string,
  version: number,
  input: unknown,
): Promise<Campaign> {
  return inTransaction(context, async (inside) => {
    const { campaign, hostIds } = await campaignById(inside, id);
    assertPermitted(inside.actor, 'campaign:edit', { organisationIds: hostIds });
    const values = columnsOf(input);
    assertVersion('campaign', campaign, version);
    recordAudit(inside, 'campaign:edit', { kind: 'campaign', id: campaign.id });
    return inside.em.assign(campaign, values);
  });
}

function columnsOf(input: unknown) {
  const { price, unusualLength: meant, ...data }: CampaignData = parseInput(campaignData, input);
  if (!meant && !isUsualLength(data.startsOn, data.endsOn))
    throw unusualLength(
      {
        weeks: weeksOf(data.startsOn, data.endsOn).toFixed(1),
        shortest: SHORTEST_WEEKS,
        longest: LONGEST_WEEKS,
      },
      { path: ['input', 'endsOn'] },
    );
  return { ...data, ...price };
}

/**
 * Runs, closes or cancels a campaign, and tells its employers.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, SHORTLISTS_CAMPAIGN_NO_ROLES, LIVES_…, DATABASE_CHANGED_MEANWHILE
 */
export function moveCampaign(
  context: Context,
  id: string,
  version: number,
  move: keyof typeof campaignLife.moves,
  reason?: string | null,
): Promise<Campaign> {
  return inTransaction(context, async (inside) => {
    const { campaign, hostIds } = await campaignById(inside, id);
    assertVersion('campaign', campaign, version);
    moveOn(inside, campaignLife, campaign, move, { target: { organisationIds: hostIds }, reason });
    if (move === 'run' && (await inside.em.count(CampaignRoleEntity, { campaignId: campaign.id })) === 0)
      throw noRoles({ id: campaign.id });
    const employers = await inside.em.find(CampaignEmployerEntity, { campaignId: campaign.id });
    await announce(
      inside,
      employers.map(({ organisationId }) => ({
        recipient: { kind: 'organisation' as const, id: organisationId },
        template: campaignChanged,
        parameters: {
          campaignId: campaign.id,
          campaign: campaign.name,
          state: campaign.state as 'RUNNING' | 'CLOSED' | 'CANCELLED',
        },
        change: `campaign ${campaign.id} ${campaign.state}`,
      })),
    );
    return campaign;
  });
}

/**
 * Invites an employer, which may then bring roles. Saying it twice changes nothing.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, SHORTLISTS_CAMPAIGN_NOT_OPEN, ORGANISATIONS_UNKNOWN, ACCESS_FORBIDDEN
 */
export function inviteToCampaign(context: Context, id: string, employerId: string): Promise<Campaign> {
  return inTransaction(context, async (inside) => {
    const { campaign, hostIds } = await campaignById(inside, id);
    assertPermitted(inside.actor, 'campaign:edit', { organisationIds: hostIds });
    assertOpen(campaign);
    const employer = await organisationById(inside.em, employerId, ['employerId']);
    const key = { campaignId: campaign.id, organisationId: employer.id };
    if (await inside.em.findOne(CampaignEmployerEntity, key)) return campaign;
    inside.em.create(CampaignEmployerEntity, { ...key, id: newId(), invitedAt: inside.now });
    recordAudit(inside, 'campaign:edit', { kind: 'campaign', id: campaign.id }, { invited: employer.id });
    await announce(inside, [
      {
        recipient: { kind: 'organisation', id: employer.id },
        template: campaignInvitation,
        parameters: { campaignId: campaign.id, campaign: campaign.name },
        change: `invited ${campaign.id}`,
      },
    ]);
    return campaign;
  });
}

/**
 * Brings roles of an invited employer to a campaign, by the employer or its proxy. What is there already stays.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, SHORTLISTS_CAMPAIGN_NOT_OPEN, SHORTLISTS_NOT_INVITED, ROLES_UNKNOWN,
 * ACCESS_FORBIDDEN, INPUT_INVALID
 */
export function bringRoles(context: Context, id: string, roleIds: unknown): Promise<Campaign> {
  const ids = parseInput(z.array(uuid).min(1).max(50), roleIds, ['roleIds']);
  return inTransaction(context, async (inside) => {
    const { campaign } = await campaignById(inside, id);
    for (const roleId of ids) {
      const role = await roleById(inside.em, roleId, ['roleIds']);
      const employer = await organisationById(inside.em, role.employerId);
      assertPermitted(inside.actor, 'campaign:join', {
        organisationId: employer.id,
        representedById: employer.representedById,
      });
      if (role.withdrawnAt != null) throw roleUnknown({ id: roleId }, { path: ['roleIds'] });
      assertOpen(campaign);
      const key = { campaignId: campaign.id, organisationId: employer.id };
      if (!(await inside.em.findOne(CampaignEmployerEntity, key)))
        throw notInvited({ campaignId: campaign.id, employerId: employer.id });
      await rows(
        inside.em,
        `INSERT INTO campaign_roles (id, campaign_id, role_id, employer_id, brought_at)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT (campaign_id, role_id) DO NOTHING`,
        [newId(), campaign.id, role.id, employer.id, inside.now],
      );
    }
    recordAudit(inside, 'campaign:join', { kind: 'campaign', id: campaign.id }, { roleIds: ids });
    return campaign;
  });
}

/** @throws SHORTLISTS_CAMPAIGN_NOT_OPEN */
function assertOpen({ id, state }: Campaign): void {
  if (state !== 'DRAFT' && state !== 'RUNNING') throw campaignNotOpen({ id, state });
}
