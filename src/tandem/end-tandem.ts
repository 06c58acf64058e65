import { assertPermitted, inTransaction, type ConsentPurpose, type Context } from '../access/index.ts';
import { moveOn } from '../lives/index.ts';
import { announce } from '../messages/index.ts';
import { lapseInvitation } from './invite-partner.ts';
import { coupleFor } from './read-tandem.ts';
import { tandemLife } from './tandem-life.ts';
import { tandemEnded } from './tandem.messages.ts';
import { coupleOf, NEEDED_CONSENTS, type Couple } from './tandem.repository.ts';

/**
 * Ends a standing tandem at once: it is in no view any more. Each keeps their own profile, matches and meetings. By
 * either of the two without giving a reason, or by an operator.
 * @throws TANDEM_UNKNOWN, LIVES_ILLEGAL_MOVE
 */
export function endTandem(context: Context, id: string): Promise<void> {
  const target = { personId: context.actor.id };
  assertPermitted(context.actor, 'tandem:end', target);
  return inTransaction(context, async (inside) => {
    const couple = await coupleFor(inside, id);
    moveOn(inside, tandemLife, couple.tandem, 'end', { target });
    await settleEnd(inside, couple);
  });
}

/**
 * Takes an invitation back: its code opens nothing any more.
 * @throws TANDEM_UNKNOWN, LIVES_ILLEGAL_MOVE
 */
export function withdrawInvitation(context: Context, id: string): Promise<void> {
  const target = { personId: context.actor.id };
  assertPermitted(context.actor, 'tandem:end', target);
  return inTransaction(context, async (inside) => {
    const { tandem } = await coupleFor(inside, id);
    moveOn(inside, tandemLife, tandem, 'withdraw', { target });
    tandem.codeDigest = null;
  });
}

/** What ends with a consent: the tandem or the invitation that stands on it. */
export async function endWithConsent(
  context: Context,
  talentId: string,
  purpose: ConsentPurpose,
): Promise<void> {
  if (!NEEDED_CONSENTS.includes(purpose)) return;
  await lapseInvitation(context, talentId);
  const couple = await coupleOf(context.em, talentId, 'STANDING');
  if (!couple) return;
  moveOn(context, tandemLife, couple.tandem, 'dissolve');
  await settleEnd(context, couple);
}

/** Forgets what employers were to learn, and tells whoever did not do it. */
async function settleEnd(context: Context, { tandem, partners }: Couple): Promise<void> {
  for (const partner of partners)
    Object.assign(partner, { disclosedAt: null, sector: null, occupation: null });
  await announce(
    context,
    partners
      .filter(({ talentId }) => talentId !== context.actor.id)
      .map(({ talentId }) => ({
        recipient: { kind: 'talent' as const, id: talentId },
        template: tandemEnded,
        parameters: {},
        change: `tandem ${tandem.id} ended`,
      })),
  );
  await context.em.flush();
}
