import { permits, type Actor, type Context } from '../../access/index.ts';
import { joined, rows, type Fragment } from '../../database/index.ts';
import { isId } from '../../kernel/index.ts';
import { CampaignEntity, type Campaign } from './campaign.entity.ts';
import { campaignUnknown } from './campaigns.failures.ts';

/** A campaign with the organisations that host it, the leading one first. */
export interface HostedCampaign {
  campaign: Campaign;
  hostIds: string[];
}

/** A condition over `campaigns`: the actor may see it. A draft is its hosts' and those employers' whom they invite. */
export const campaignVisible = ({ kind, organisationId }: Actor): Fragment =>
  kind === 'operator'
    ? { sql: 'true', parameters: [] }
    : joined(
        [
          { sql: `(campaigns.state <> 'DRAFT'`, parameters: [] },
          {
            sql: `EXISTS (SELECT FROM campaign_hosts
                    WHERE campaign_id = campaigns.id AND organisation_id = ?)`,
            parameters: [organisationId ?? null],
          },
          {
            sql: `EXISTS (SELECT FROM campaign_employers AS invited
                      JOIN organisations ON organisations.id = invited.organisation_id
                    WHERE invited.campaign_id = campaigns.id
                      AND ? IN (organisations.id, organisations.represented_by_id)))`,
            parameters: [organisationId ?? null],
          },
        ],
        ' OR ',
      );

/**
 * A campaign that the actor may see.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN
 */
export async function campaignById(
  { em, actor }: Pick<Context, 'em' | 'actor'>,
  id: string,
  path: readonly string[] = ['id'],
): Promise<HostedCampaign> {
  const visible = campaignVisible(actor);
  const [found] = isId(id)
    ? await rows<{ id: string }>(em, `SELECT id FROM campaigns WHERE id = ? AND ${visible.sql}`, [
        id,
        ...visible.parameters,
      ])
    : [];
  if (!found) throw campaignUnknown({ id }, { path });
  const campaign = await em.findOneOrFail(CampaignEntity, { id: found.id });
  const hosts = await rows<{ organisation_id: string }>(
    em,
    `SELECT organisation_id FROM campaign_hosts WHERE campaign_id = ? ORDER BY leads DESC, id`,
    [campaign.id],
  );
  return { campaign, hostIds: hosts.map(({ organisation_id }) => organisation_id) };
}

/** Whether the actor hosts the campaign, or is an operator. */
export const hosts = (actor: Actor, { hostIds }: Pick<HostedCampaign, 'hostIds'>): boolean =>
  permits(actor, 'campaign:edit', { organisationIds: hostIds });
