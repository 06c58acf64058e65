import { assertPermitted, inTransaction, type Context } from '../../access/index.ts';
import { rows } from '../../database/index.ts';
import { parseInput } from '../../kernel/index.ts';
import { roleById } from '../../roles/index.ts';
import { talentById } from '../../talents/index.ts';
import { z } from 'zod';
import { writeShortlist } from '../change-shortlist.ts';
import type { Entry } from '../entry.entity.ts';
import { freezeFor, putForward } from '../put-forward.ts';
import { uuid } from '../shortlist.input.ts';
import { shortlistById } from '../shortlist.repository.ts';
import { roleElsewhere } from '../shortlists.failures.ts';
import { signUpLife } from './campaign-lives.ts';
import type { Campaign } from './campaign.entity.ts';
import { signUpById } from './screening.ts';
import { noLead } from './campaigns.failures.ts';

/**
 * Hands a lead to the shortlists of roles of the campaign: the open list of each, a shared one once, or a new list
 * where a role has none. Together or not at all.
 * @throws SHORTLISTS_SIGN_UP_UNKNOWN, SHORTLISTS_NO_LEAD, SHORTLISTS_ROLE_ELSEWHERE, SHORTLISTS_ENTRY_EXISTS,
 * SHORTLISTS_FULL, MATCHING_NOT_YET_EMBEDDED, INPUT_INVALID
 */
export function handOverLead(context: Context, signUpId: string, roleIds: unknown): Promise<Entry[]> {
  const ids = parseInput(z.array(uuid).min(1).max(20), roleIds, ['roleIds']);
  return inTransaction(context, async (inside) => {
    const { signedUp, campaign, hostIds } = await signUpById(inside, signUpId, ['signUpId']);
    assertPermitted(inside.actor, signUpLife.moves.lead.action, { organisationIds: hostIds });
    if (signedUp.state !== 'LEAD') throw noLead({ id: signedUp.id, state: signedUp.state });
    const talent = await talentById(inside.em, signedUp.talentId);
    const lists = new Set<string>();
    for (const roleId of ids) lists.add(await listFor(inside, campaign, roleId));
    const entries: Entry[] = [];
    for (const id of lists) {
      const listed = await shortlistById(inside, id);
      const frozen = await freezeFor(inside, listed.parties, talent);
      entries.push(await putForward(inside, listed, talent, 'LEAD', frozen));
    }
    return entries;
  });
}

/** The open list of the campaign for a role. */
async function listFor(context: Context, campaign: Campaign, roleId: string): Promise<string> {
  const brought = await rows(
    context.em,
    `SELECT FROM campaign_roles WHERE campaign_id = ? AND role_id = ? FOR UPDATE`,
    [campaign.id, roleId],
  );
  if (brought.length === 0) throw roleElsewhere({ roleId, of: 'campaign' }, { path: ['roleIds'] });
  const [open] = await rows<{ id: string }>(
    context.em,
    `SELECT shortlists.id FROM shortlists JOIN shortlist_roles AS own ON own.shortlist_id = shortlists.id
     WHERE shortlists.campaign_id = ? AND own.role_id = ? AND shortlists.state = 'OPEN'
     ORDER BY shortlists.id LIMIT 1`,
    [campaign.id, roleId],
  );
  if (open) return open.id;
  const role = await roleById(context.em, roleId);
  const made = await writeShortlist(
    context,
    {
      name: `${campaign.name}: ${role.title}`.slice(0, 200),
      roleIds: [roleId],
      campaignId: campaign.id,
      zone: campaign.zone,
      releaseTo: 'NEXT',
      showsEmployers: false,
    },
    [role],
  );
  return made.id;
}
