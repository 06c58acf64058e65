import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  assertPermitted,
  consentNeeded,
  heldConsents,
  inTransaction,
  recordAudit,
  type Context,
} from '../access/index.ts';
import { digest, newId, parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { talentById, talentUnknown } from '../talents/index.ts';
import { TandemEntity, TandemPartnerEntity, type Tandem } from './tandem.entity.ts';
import { tandemLife } from './tandem-life.ts';
import { tandemStands } from './tandem.failures.ts';
import { coupleById, coupleOf, NEEDED_CONSENTS, type Couple } from './tandem.repository.ts';

/** For how long a code can be used. */
const DAYS = 14;

/** 128 bits: nobody finds one by trying. */
const CODE_BYTES = 16;

const preferences = z.strictObject({ avoidSameSlot: z.boolean().default(false) });

/** An invitation, at the only moment at which its code can be read. */
export interface Invitation {
  couple: Couple;
  code: string;
}

/**
 * Invites a partner by a code that the talent hands over outside Tandem: nobody is looked up or written to, so
 * nobody learns who has a profile. An earlier invitation of the talent is void from then on.
 * @throws ACCESS_CONSENT_NEEDED, TANDEM_STANDS, TALENTS_UNKNOWN
 */
export function invitePartner(context: Context, input: unknown): Promise<Invitation> {
  const talentId = context.actor.id;
  assertPermitted(context.actor, 'tandem:invite', { personId: talentId });
  const { avoidSameSlot } = parseInput(preferences, input);
  return inTransaction(context, async (inside) => {
    await assertFree(inside, talentId, await heldConsents(inside.em, [talentId], NEEDED_CONSENTS));
    await lapseInvitation(inside, talentId);
    const code = randomBytes(CODE_BYTES).toString('base64url');
    const id = newId();
    inside.em.create(TandemEntity, {
      id,
      state: tandemLife.begins as Tandem['state'],
      codeDigest: digest(code),
      expiresAt: new Date(inside.now.getTime() + DAYS * 24 * 60 * 60 * 1000),
      avoidSameSlot,
    });
    await inside.em.flush();
    seat(inside, id, 1, talentId);
    recordAudit(inside, 'tandem:invite', { kind: 'tandem', id });
    await inside.em.flush();
    return { couple: await coupleById(inside.em, id), code };
  });
}

/** Gives one of the two seats of a tandem, whose state has been written, to a talent. */
export function seat(context: Context, tandemId: string, number: 1 | 2, talentId: string): void {
  context.em.create(TandemPartnerEntity, {
    id: newId(),
    tandemId,
    state: number === 1 ? 'PROPOSED' : 'STANDING',
    seat: number,
    talentId,
    disclosedAt: null,
    sector: null,
    occupation: null,
  });
}

/**
 * Stops whoever may not enter a tandem: without a profile or the consents, or in another.
 * @param held consents that were locked, so that none of them ends before the transaction does.
 * @throws TALENTS_UNKNOWN, ACCESS_CONSENT_NEEDED, TANDEM_STANDS
 */
export async function assertFree(
  { em }: Pick<Context, 'em'>,
  talentId: string,
  held: Awaited<ReturnType<typeof heldConsents>>,
): Promise<void> {
  const talent = await talentById(em, talentId);
  if (talent.withdrawnAt != null) throw talentUnknown({ id: talentId });
  for (const purpose of NEEDED_CONSENTS)
    if (!held.some((consent) => consent.subjectId === talentId && consent.purpose === purpose))
      throw consentNeeded({ purpose });
  if (await coupleOf(em, talentId, 'STANDING')) throw tandemStands();
}

/** Makes the code void that the talent may have given away. Within the caller's transaction. */
export async function lapseInvitation(context: Context, talentId: string): Promise<void> {
  const open = await coupleOf(context.em, talentId, 'PROPOSED');
  if (!open) return;
  moveOn(context, tandemLife, open.tandem, 'lapse');
  open.tandem.codeDigest = null;
  await context.em.flush();
}
