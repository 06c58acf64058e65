import { permits, type Context } from '../../access/index.ts';
import { isId } from '../../kernel/index.ts';
import { CampaignEntity, CampaignHostEntity, type Campaign } from './campaign.entity.ts';
import { campaignUnknown } from './campaigns.failures.ts';

/** A campaign with the organisations that host it, the leading one first. */
export interface HostedCampaign {
  campaign: Campaign;
  hostIds: string[];
}

/**
 * A campaign that the actor may see: a draft is its hosts' own.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN
 */
export async function campaignById(
  { em, actor }: Pick<Context, 'em' | 'actor'>,
  id: string,
  path: readonly string[] = ['id'],
): Promise<HostedCampaign> {
  const campaign = isId(id) ? await em.findOne(CampaignEntity, { id }) : null;
  if (!campaign) throw campaignUnknown({ id }, { path });
  const hosts = await em.find(
    CampaignHostEntity,
    { campaignId: campaign.id },
    { orderBy: { leads: 'desc', id: 'asc' } },
  );
  const hostIds = hosts.map(({ organisationId }) => organisationId);
  if (campaign.state === 'DRAFT' && !permits(actor, 'campaign:edit', { organisationIds: hostIds }))
    throw campaignUnknown({ id }, { path });
  return { campaign, hostIds };
}
