import {
  assertPermitted,
  ConsentEntity,
  consentNeeded,
  inTransaction,
  recordAudit,
  type ConsentPurpose,
  type Context,
} from '../../access/index.ts';
import { rows } from '../../database/index.ts';
import { isId, newId, parseInput } from '../../kernel/index.ts';
import { moveOn } from '../../lives/index.ts';
import { announce } from '../../messages/index.ts';
import { localDate } from '../../planner/index.ts';
import { talentById } from '../../talents/index.ts';
import { z } from 'zod';
import { assertVersion } from '../shortlist.repository.ts';
import { signUpLife } from './campaign-lives.ts';
import { CampaignEntity } from './campaign.entity.ts';
import { campaignById } from './campaign.repository.ts';
import { signUpChanged } from './campaign.templates.ts';
import { campaignNotOpen, signUpExists, signUpUnknown } from './campaigns.failures.ts';
import { SignUpEntity, type SignUp } from './sign-up.entity.ts';

/** Sources that are told apart in one campaign; further ones count together as `OTHER_SOURCES`. */
export const MOST_SOURCES = 100;
export const OTHER_SOURCES = 'other';

/** A source tag: short and of plain letters, since it comes with links that anybody can make. */
export const sourceTag = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    'is no tag such as linkedin-spring: letters, digits and hyphens, at most 40',
  );

/**
 * Signs the talent behind the token up for a campaign, to be screened and matched with its roles: while it runs, on
 * the strength of their consent to be matched.
 * @param source where they come from, for counting: see `sourceTag`.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, SHORTLISTS_CAMPAIGN_NOT_OPEN, SHORTLISTS_SIGN_UP_EXISTS, TALENTS_UNKNOWN,
 * ACCESS_CONSENT_NEEDED, INPUT_INVALID
 */
export function signUp(context: Context, campaignId: string, source: unknown): Promise<SignUp> {
  const talentId = context.actor.id;
  assertPermitted(context.actor, 'signup:create', { personId: talentId });
  const tag = parseInput(sourceTag, source, ['source']);
  return inTransaction(context, async (inside) => {
    const { campaign } = await campaignById(inside, campaignId, ['campaignId']);
    if (campaign.state !== 'RUNNING' || localDate(inside.now.getTime(), campaign.zone) > campaign.endsOn)
      throw campaignNotOpen({ id: campaign.id, state: campaign.state });
    const talent = await talentById(inside.em, talentId);
    const consent = await inside.em.findOne(ConsentEntity, {
      subjectId: talent.id,
      purpose: 'MATCHING',
      withdrawnAt: null,
    });
    if (!consent) throw consentNeeded({ purpose: 'MATCHING' });
    const key = { campaignId: campaign.id, talentId: talent.id, consentId: consent.id };
    if (await inside.em.findOne(SignUpEntity, key)) throw signUpExists({ campaignId: campaign.id });
    const [counted] = await rows<{ known: boolean; many: number }>(
      inside.em,
      `SELECT coalesce(bool_or(source = ?), false) AS known, count(DISTINCT source)::int AS many
       FROM campaign_sign_ups WHERE campaign_id = ?`,
      [tag, campaign.id],
    );
    const signedUp = inside.em.create(SignUpEntity, {
      ...key,
      id: newId(),
      source: counted!.known || counted!.many < MOST_SOURCES ? tag : OTHER_SOURCES,
      signedUpAt: inside.now,
      state: signUpLife.begins,
      claimedBy: null,
      claimedAt: null,
      decidedBy: null,
      screener: null,
      decidedAt: null,
      reason: null,
    });
    recordAudit(inside, 'signup:create', { kind: 'sign-up', id: signedUp.id }, { campaignId: campaign.id });
    await tellSignUp(inside, signedUp, campaign.name);
    return signedUp;
  });
}

/** The sign-ups of the talent behind the token, newest first; they are few. */
export function mySignUps(context: Context): Promise<SignUp[]> {
  const { actor, em } = context;
  assertPermitted(actor, 'signup:read', { personId: actor.id });
  return em.find(SignUpEntity, { talentId: actor.id }, { orderBy: { id: 'desc' }, limit: 100 });
}

/**
 * The talent takes a sign-up back. What they are put forward for already they withdraw under `myStanding`.
 * @throws SHORTLISTS_SIGN_UP_UNKNOWN, LIVES_ILLEGAL_MOVE, DATABASE_CHANGED_MEANWHILE
 */
export function withdrawSignUp(context: Context, id: string, version: number): Promise<SignUp> {
  const { actor } = context;
  assertPermitted(actor, 'signup:withdraw', { personId: actor.id });
  return inTransaction(context, async (inside) => {
    const own = isId(id) ? await inside.em.findOne(SignUpEntity, { id, talentId: actor.id }) : null;
    if (!own) throw signUpUnknown({ id }, { path: ['id'] });
    assertVersion('sign-up', own, version);
    moveOn(inside, signUpLife, own, 'withdraw', { target: { personId: own.talentId } });
    const campaign = await inside.em.findOneOrFail(CampaignEntity, { id: own.campaignId });
    await tellSignUp(inside, own, campaign.name);
    return own;
  });
}

/** What ends with the consent to be matched, or when a talent leaves: every sign-up. */
export async function endSignUps(context: Context, talentId: string, purpose: ConsentPurpose): Promise<void> {
  if (purpose !== 'MATCHING') return;
  const standing = await context.em.find(SignUpEntity, {
    talentId,
    state: { $in: [...signUpLife.moves.drop.from] },
  });
  for (const one of standing) moveOn(context, signUpLife, one, 'drop');
  await context.em.flush();
}

/** Tells the talent how a sign-up stands; while somebody screens it there is nothing to tell. */
export const tellSignUp = async (context: Context, signedUp: SignUp, campaign: string): Promise<void> => {
  const { id, talentId, state } = signedUp;
  if (state === 'CLAIMED') return;
  await announce(context, [
    {
      recipient: { kind: 'talent', id: talentId },
      template: signUpChanged,
      parameters: { signUpId: id, campaign, state },
      change: `sign-up ${id} ${state} ${signedUp.version ?? 1}`,
    },
  ]);
};
