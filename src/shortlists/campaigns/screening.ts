import { assertPermitted, inTransaction, type Context } from '../../access/index.ts';
import { joined, rows, type Fragment } from '../../database/index.ts';
import {
  assertPageSize,
  calendarDay,
  decodeCursor,
  isId,
  pageOf,
  parseInput,
  type Page,
  type PageRequest,
} from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { fittingRoles, type Match } from '../../matching/index.ts';
import { z } from 'zod';
import { uuid } from '../shortlist.input.ts';
import { assertVersion, ENTRY_STANDS } from '../shortlist.repository.ts';
import { signUpLife } from './campaign-lives.ts';
import { campaignById, hosts, type HostedCampaign } from './campaign.repository.ts';
import { claimedByAnother, signUpUnknown } from './campaigns.failures.ts';
import { SignUpEntity, type SignUp, type SignUpState } from './sign-up.entity.ts';
import { tellSignUp } from './sign-up.ts';

/** How long a claim holds; then somebody else may take it, so that nobody waits for a screener who has gone home. */
const CLAIM_HOURS = 2;

/** Sign-ups whose consent stands, as a condition over `campaign_sign_ups AS entries`: as for entries of lists. */
const SIGN_UP_STANDS = ENTRY_STANDS;

/** A campaign in which the actor screens. @throws SHORTLISTS_CAMPAIGN_UNKNOWN, ACCESS_FORBIDDEN */
async function screened(context: Context, campaignId: string): Promise<HostedCampaign> {
  const hosted = await campaignById(context, campaignId, ['campaignId']);
  assertPermitted(context.actor, 'signup:screen', { organisationIds: hosted.hostIds });
  return hosted;
}

/**
 * The sign-ups of a campaign in the order in which they came; for its hosts. Without talents whose consent has ended.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, ACCESS_FORBIDDEN, PAGE_…
 */
export async function listSignUps(
  context: Context,
  campaignId: string,
  { first, after }: PageRequest,
  states?: readonly SignUpState[] | null,
): Promise<Page<SignUp>> {
  const { campaign } = await screened(context, campaignId);
  assertPageSize(first);
  const conditions: Fragment[] = [
    { sql: 'entries.campaign_id = ?', parameters: [campaign.id] },
    SIGN_UP_STANDS,
  ];
  if (states && states.length > 0) conditions.push({ sql: 'entries.state = ANY (?)', parameters: [states] });
  // Identifiers grow with time, as the instants of signing up do.
  if (after) conditions.push({ sql: 'entries.id > ?', parameters: decodeCursor(after, ['string']) });
  const { sql, parameters } = joined(conditions, ' AND ');
  const ids = await rows<{ id: string }>(
    context.em,
    `SELECT entries.id FROM campaign_sign_ups AS entries WHERE ${sql} ORDER BY entries.id LIMIT ?`,
    [...parameters, first + 1],
  );
  const found = await context.em.find(
    SignUpEntity,
    { id: { $in: ids.map(({ id }) => id) } },
    { orderBy: { id: 'asc' } },
  );
  return pageOf(
    found,
    first,
    (one) => one,
    ({ id }) => [id],
  );
}

/**
 * Claims the sign-up that has waited longest, for the actor alone; the one that the actor has claimed already, if any:
 * nobody hoards. Two who ask at once get two different ones.
 * @returns null when nobody waits.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, ACCESS_FORBIDDEN
 */
export function claimNextSignUp(context: Context, campaignId: string): Promise<SignUp | null> {
  return inTransaction(context, async (inside) => {
    const { campaign, hostIds } = await screened(inside, campaignId);
    const lapsed = new Date(inside.now.getTime() - CLAIM_HOURS * 3_600_000);
    const [next] = await rows<{ id: string; own: boolean }>(
      inside.em,
      `SELECT entries.id, entries.state = 'CLAIMED' AND entries.claimed_by = ? AS own
       FROM campaign_sign_ups AS entries
       WHERE entries.campaign_id = ? AND ${SIGN_UP_STANDS.sql}
         AND (entries.state = 'QUEUED'
           OR (entries.state = 'CLAIMED' AND (entries.claimed_at <= ? OR entries.claimed_by = ?)))
       ORDER BY own DESC, entries.signed_up_at, entries.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [inside.actor.id, campaign.id, lapsed, inside.actor.id],
    );
    if (!next) return null;
    const claimed = await inside.em.findOneOrFail(SignUpEntity, { id: next.id });
    if (next.own && claimed.claimedAt! > lapsed) return claimed;
    moveOn(inside, signUpLife, claimed, 'claim', { target: { organisationIds: hostIds } });
    Object.assign(claimed, { claimedBy: inside.actor.id, claimedAt: inside.now });
    return claimed;
  });
}

/** A sign-up of a campaign that the actor hosts. @throws SHORTLISTS_SIGN_UP_UNKNOWN */
export async function signUpById(
  context: Context,
  id: string,
  path: readonly string[] = ['id'],
): Promise<HostedCampaign & { signedUp: SignUp }> {
  const [found] = isId(id)
    ? await rows<{ id: string }>(
        context.em,
        `SELECT entries.id FROM campaign_sign_ups AS entries WHERE entries.id = ? AND ${SIGN_UP_STANDS.sql}`,
        [id],
      )
    : [];
  const signedUp = found && (await context.em.findOne(SignUpEntity, { id: found.id }));
  const hosted = signedUp && (await campaignById(context, signedUp.campaignId));
  if (!signedUp || !hosted || !hosts(context.actor, hosted)) throw signUpUnknown({ id }, { path });
  return { ...hosted, signedUp };
}

/** Gives a claim back: the sign-up has its old place in the queue. @throws as `decideSignUp` */
export function returnSignUp(context: Context, id: string, version: number): Promise<SignUp> {
  return inTransaction(context, async (inside) => {
    const { signedUp, hostIds } = await signUpById(inside, id);
    assertVersion('sign-up', signedUp, version);
    moveOn(inside, signUpLife, signedUp, 'return', { target: { organisationIds: hostIds } });
    assertOwnClaim(inside, signedUp);
    return Object.assign(signedUp, { claimedBy: null, claimedAt: null });
  });
}

/** What a screener decides. */
export const DECISIONS = ['LEAD', 'POOL', 'DECLINE'] as const;
export type Decision = (typeof DECISIONS)[number];

const decisionData = z.object({
  id: uuid,
  version: z.int(),
  reason: z.string().trim().max(2000),
  screener: z.string().trim().min(1, 'names nobody').max(200),
});

/**
 * Decides on a sign-up that the actor has claimed: a person's decision, with their name and reason.
 * @throws SHORTLISTS_SIGN_UP_UNKNOWN, SHORTLISTS_CLAIMED_BY_ANOTHER, LIVES_ILLEGAL_MOVE, LIVES_REASON_NEEDED,
 * DATABASE_CHANGED_MEANWHILE, INPUT_INVALID
 */
export function decideSignUp(context: Context, decision: Decision, input: unknown): Promise<SignUp> {
  const { id, version, reason, screener } = parseInput(decisionData, input);
  return inTransaction(context, async (inside) => {
    const { signedUp, campaign, hostIds } = await signUpById(inside, id, ['input', 'id']);
    assertVersion('sign-up', signedUp, version);
    const move = ({ LEAD: 'lead', POOL: 'pool', DECLINE: 'decline' } as const)[decision];
    moveOn(inside, signUpLife, signedUp, move, {
      target: { organisationIds: hostIds },
      reason,
      detail: { campaignId: campaign.id },
    });
    assertOwnClaim(inside, signedUp);
    Object.assign(signedUp, {
      decidedBy: inside.actor.id,
      screener,
      decidedAt: inside.now,
      reason,
      claimedBy: null,
      claimedAt: null,
    });
    await tellSignUp(inside, signedUp, campaign.name);
    return signedUp;
  });
}

/** Puts somebody who was declined or left in the pool back into the queue, at their old place. @throws as above */
export function reconsiderSignUp(context: Context, id: string, version: number): Promise<SignUp> {
  return inTransaction(context, async (inside) => {
    const { signedUp, campaign, hostIds } = await signUpById(inside, id);
    assertVersion('sign-up', signedUp, version);
    moveOn(inside, signUpLife, signedUp, 'reconsider', { target: { organisationIds: hostIds } });
    Object.assign(signedUp, { decidedBy: null, screener: null, decidedAt: null, reason: null });
    await tellSignUp(inside, signedUp, campaign.name);
    return signedUp;
  });
}

/** @throws SHORTLISTS_CLAIMED_BY_ANOTHER */
function assertOwnClaim({ actor }: Context, { id, claimedBy }: SignUp): void {
  if (claimedBy !== actor.id) throw claimedByAnother({ id });
}

/**
 * Which roles of the campaign fit somebody who signed up, best first: those without a failed condition, by the score
 * that rankings have.
 * @throws SHORTLISTS_SIGN_UP_UNKNOWN, MATCHING_NOT_YET_EMBEDDED
 */
export async function matchesOfSignUp(context: Context, id: string): Promise<Match[]> {
  const { signedUp, campaign } = await signUpById(context, id);
  return fittingRoles(
    context.em,
    signedUp.talentId,
    {
      sql: `EXISTS (SELECT FROM campaign_roles WHERE campaign_id = ? AND role_id = roles.id)`,
      parameters: [campaign.id],
    },
    calendarDay(context.now),
  );
}
