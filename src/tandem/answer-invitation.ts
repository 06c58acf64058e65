import { assertPermitted, heldConsents, inTransaction, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { digest } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { announce } from '../messages/index.ts';
import { TalentEntity } from '../talents/index.ts';
import { assertFree, lapseInvitation, seat } from './invite-partner.ts';
import { tandemLife } from './tandem-life.ts';
import { invitationUnknown, withOneself } from './tandem.failures.ts';
import { invitationAccepted, invitationDeclined } from './tandem.messages.ts';
import { coupleById, NEEDED_CONSENTS, type Couple } from './tandem.repository.ts';

/** Whose invitation a code is of: for whoever holds it. */
export interface OpenInvitation {
  tandemId: string;
  invitedBy: string;
  expiresAt: Date;
}

/**
 * Whose invitation it is, by name, so that nobody joins a stranger.
 * @throws TANDEM_INVITATION_UNKNOWN
 */
export async function readInvitation(
  context: Context,
  code: string,
): Promise<OpenInvitation & { name: string }> {
  assertPermitted(context.actor, 'tandem:answer', { personId: context.actor.id });
  const open = await openInvitation(context, code);
  const { name } = await context.em.findOneOrFail(TalentEntity, { id: open.invitedBy });
  return { ...open, name };
}

/**
 * Joins whoever gave the code: from then on the two are searched for together. An invitation of one's own is void.
 * @throws TANDEM_INVITATION_UNKNOWN, TANDEM_WITH_ONESELF, TANDEM_STANDS, ACCESS_CONSENT_NEEDED, TALENTS_UNKNOWN
 */
export function joinTandem(context: Context, code: string): Promise<Couple> {
  const { id } = context.actor;
  assertPermitted(context.actor, 'tandem:answer', { personId: id });
  return inTransaction(context, async (inside) => {
    const { tandemId, invitedBy, held } = await heldInvitation(inside, code);
    await assertFree(inside, id, held);
    await lapseInvitation(inside, id);
    await answer(inside, tandemId, 'join');
    seat(inside, tandemId, 2, id);
    await announce(inside, [
      {
        recipient: { kind: 'talent', id: invitedBy },
        template: invitationAccepted,
        parameters: {},
        change: `tandem ${tandemId} accepted`,
      },
    ]);
    await inside.em.flush();
    return coupleById(inside.em, tandemId);
  });
}

/**
 * Says no; the code is void. Who said it stands in the audit trail alone.
 * @throws TANDEM_INVITATION_UNKNOWN, TANDEM_WITH_ONESELF
 */
export function declineTandem(context: Context, code: string): Promise<void> {
  assertPermitted(context.actor, 'tandem:answer', { personId: context.actor.id });
  return inTransaction(context, async (inside) => {
    const { tandemId, invitedBy } = await heldInvitation(inside, code);
    await answer(inside, tandemId, 'decline');
    await announce(inside, [
      {
        recipient: { kind: 'talent', id: invitedBy },
        template: invitationDeclined,
        parameters: {},
        change: `tandem ${tandemId} declined`,
      },
    ]);
  });
}

/** Makes the move of whoever sent the code, which is used then. */
async function answer(context: Context, tandemId: string, move: 'join' | 'decline'): Promise<void> {
  const { tandem } = await coupleById(context.em, tandemId);
  moveOn(context, tandemLife, tandem, move, { target: { personId: context.actor.id } });
  tandem.codeDigest = null;
  await context.em.flush();
}

/**
 * The invitation of somebody else, with the consents of both held: whoever held them before may have used the code,
 * or made it void, so it is read again.
 */
async function heldInvitation(
  context: Context,
  code: string,
): Promise<OpenInvitation & { held: Awaited<ReturnType<typeof heldConsents>> }> {
  const { invitedBy } = await openInvitation(context, code);
  if (invitedBy === context.actor.id) throw withOneself(undefined, { path: ['code'] });
  const held = await heldConsents(context.em, [invitedBy, context.actor.id], NEEDED_CONSENTS);
  return { ...(await openInvitation(context, code)), held };
}

async function openInvitation(
  { em, now }: Pick<Context, 'em' | 'now'>,
  code: string,
): Promise<OpenInvitation> {
  const [open] = await rows<OpenInvitation>(
    em,
    `SELECT tandems.id AS "tandemId", partners.talent_id AS "invitedBy", tandems.expires_at AS "expiresAt"
     FROM tandems JOIN tandem_partners AS partners ON partners.tandem_id = tandems.id
     WHERE tandems.code_digest = ? AND tandems.state = 'PROPOSED' AND tandems.expires_at > ?`,
    [digest(code.trim()), now],
  );
  if (!open) throw invitationUnknown(undefined, { path: ['code'] });
  return { ...open, expiresAt: new Date(open.expiresAt) };
}
