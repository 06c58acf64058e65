import { assertPermitted, type Context } from '../../access/index.ts';
import { joined, rows, type Fragment } from '../../database/index.ts';
import { assertPageSize, decodeCursor, pageOf, type Page, type PageRequest } from '../../kernel/index.ts';
import { RoleEntity, type Role } from '../../roles/index.ts';
import { campaignFee } from './campaign-fee.ts';
import { CampaignEntity, CampaignRoleEntity, type Campaign } from './campaign.entity.ts';
import { campaignById, campaignVisible, hosts } from './campaign.repository.ts';

/** One campaign. @throws SHORTLISTS_CAMPAIGN_UNKNOWN, also for drafts of others */
export async function readCampaign(context: Context, id: string): Promise<Campaign> {
  assertPermitted(context.actor, 'campaign:read');
  return (await campaignById(context, id)).campaign;
}

/** Campaigns that the actor may see, by their first day. */
export async function listCampaigns(
  context: Context,
  { first, after }: PageRequest,
): Promise<Page<Campaign>> {
  assertPermitted(context.actor, 'campaign:read');
  assertPageSize(first);
  const conditions: Fragment[] = [campaignVisible(context.actor)];
  if (after)
    conditions.push({
      sql: '(campaigns.starts_on, campaigns.id) > (?::date, ?::uuid)',
      parameters: decodeCursor(after, ['string', 'string']),
    });
  const { sql, parameters } = joined(conditions, ' AND ');
  const ids = await rows<{ id: string }>(
    context.em,
    `SELECT id FROM campaigns WHERE ${sql} ORDER BY starts_on, id LIMIT ?`,
    [...parameters, first + 1],
  );
  const found = await context.em.find(
    CampaignEntity,
    { id: { $in: ids.map(({ id }) => id) } },
    { orderBy: { startsOn: 'asc', id: 'asc' } },
  );
  return pageOf(
    found,
    first,
    (campaign) => campaign,
    ({ startsOn, id }) => [startsOn, id],
  );
}

/** The roles of a campaign that are open, in the order in which they were brought. */
export async function rolesOfCampaign(context: Context, campaignId: string): Promise<Role[]> {
  const { campaign } = await campaignById(context, campaignId);
  const brought = await context.em.find(
    CampaignRoleEntity,
    { campaignId: campaign.id },
    { orderBy: { broughtAt: 'asc', id: 'asc' } },
  );
  const roles = await context.em.find(RoleEntity, {
    id: { $in: brought.map(({ roleId }) => roleId) },
    withdrawnAt: null,
  });
  return brought.flatMap(({ roleId }) => roles.find(({ id }) => id === roleId) ?? []);
}

/** What an employer brings to a campaign, and pays for it. */
export interface CampaignShare {
  employerId: string;
  employerName: string;
  /** Roles brought, also those that were closed since. */
  jobs: number;
  fee: number;
  currency: string;
}

/** The employers of a campaign, by name: all for its hosts and operators, else those for whom the actor acts. */
export async function sharesOf(context: Context, campaignId: string): Promise<CampaignShare[]> {
  const hosted = await campaignById(context, campaignId);
  const { campaign } = hosted;
  const own = context.actor.organisationId ?? null;
  const found = await rows<Pick<CampaignShare, 'employerId' | 'employerName' | 'jobs'>>(
    context.em,
    `SELECT organisations.id AS "employerId", organisations.name AS "employerName",
       (SELECT count(*)::int FROM campaign_roles AS brought
        WHERE brought.campaign_id = invited.campaign_id AND brought.employer_id = invited.organisation_id) AS jobs
     FROM campaign_employers AS invited JOIN organisations ON organisations.id = invited.organisation_id
     WHERE invited.campaign_id = ? AND (? OR ? IN (organisations.id, organisations.represented_by_id))
     ORDER BY organisations.name, organisations.id`,
    [campaign.id, hosts(context.actor, hosted), own],
  );
  return found.map((share) => ({
    ...share,
    fee: campaignFee(campaign, share.jobs),
    currency: campaign.currency,
  }));
}

/** What came of one source of sign-ups. */
export interface SourceFigures {
  source: string;
  /** Everybody who signed up with this source. */
  signUps: number;
  /** Of them, those who were decided to be leads. */
  leads: number;
  /** Of them, those who are or were on a shortlist of the campaign. */
  matches: number;
  /** Of them, those whom a shortlist of the campaign says to be hired. */
  hires: number;
}

/**
 * What came of each source of sign-ups, the largest first; counts that name nobody, so that those who have withdrawn
 * since are in them. For hosts and operators.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, ACCESS_FORBIDDEN
 */
export async function sourcesOf(context: Context, campaignId: string): Promise<SourceFigures[]> {
  const { campaign, hostIds } = await campaignById(context, campaignId);
  assertPermitted(context.actor, 'campaign:count', { organisationIds: hostIds });
  return rows<SourceFigures>(
    context.em,
    `SELECT source, count(*)::int AS "signUps", count(*) FILTER (WHERE state = 'LEAD')::int AS leads,
       count(*) FILTER (WHERE listed.any)::int AS matches, count(*) FILTER (WHERE listed.hired)::int AS hires
     FROM campaign_sign_ups AS given, LATERAL (
       SELECT count(*) > 0 AS any, coalesce(bool_or(entries.state = 'HIRED'), false) AS hired
       FROM shortlists JOIN shortlist_entries AS entries ON entries.shortlist_id = shortlists.id
       WHERE shortlists.campaign_id = given.campaign_id AND entries.talent_id = given.talent_id) AS listed
     WHERE given.campaign_id = ? GROUP BY source ORDER BY count(*) DESC, source`,
    [campaign.id],
  );
}
