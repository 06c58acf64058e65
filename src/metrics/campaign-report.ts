import { assertPermitted, type Context } from '../access/index.ts';
import { campaignById } from '../shortlists/index.ts';
import { offersOf, rolesBrought } from './facts/placements.ts';
import type { Scope } from './facts/scope.ts';
import { gather } from './gather.ts';
import { reportOf, type Report } from './report.ts';

/** What came of a campaign. */
export type CampaignReport = Report & {
  campaignId: string;
  hosts: number;
};

/**
 * The figures of a campaign, for its hosts and operators; nothing is withheld.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, ACCESS_FORBIDDEN
 */
export async function campaignReport(context: Context, id: string): Promise<CampaignReport> {
  const { em, now, actor } = context;
  assertPermitted(actor, 'campaign:read');
  const { campaign, hostIds } = await campaignById(context, id, ['campaignId']);
  assertPermitted(actor, 'report:whole', { organisationIds: hostIds });
  const scope: Scope = { occasionIds: [], campaignIds: [campaign.id], employerId: null };
  const facts = await gather(em, scope, now, {
    offers: () => offersOf(em, scope),
    roles: (brought, ofHires) => rolesBrought(em, brought, ofHires),
  });
  const reading = { now, zone: campaign.zone, guarded: false, part: false };
  return { ...reportOf(facts, reading), campaignId: campaign.id, hosts: hostIds.length };
}
