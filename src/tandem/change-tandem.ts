import { z } from 'zod';
import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { changedMeanwhile } from '../database/index.ts';
import { checks, parseInput } from '../kernel/index.ts';
import { SECTORS } from '../roles/index.ts';
import { coupleFor } from './read-tandem.ts';
import type { TandemPartner } from './tandem.entity.ts';
import { tandemUnknown } from './tandem.failures.ts';
import type { Couple } from './tandem.repository.ts';

const disclosureData = z.strictObject({
  sector: z.enum(SECTORS),
  occupation: checks.occupation.nullish(),
});

/**
 * Says whether meetings of the two are to avoid the same slot. By either of them.
 * @throws TANDEM_UNKNOWN, DATABASE_CHANGED_MEANWHILE when `version` is no longer the stored one
 */
export function editTandem(
  context: Context,
  id: string,
  version: number,
  { avoidSameSlot }: { avoidSameSlot: boolean },
): Promise<Couple> {
  assertPermitted(context.actor, 'tandem:edit', { personId: context.actor.id });
  return inTransaction(context, async (inside) => {
    const couple = await coupleFor(inside, id);
    if (couple.tandem.version !== version) throw changedMeanwhile({ kind: 'tandem', id });
    couple.tandem.avoidSameSlot = avoidSameSlot;
    recordAudit(inside, 'tandem:edit', { kind: 'tandem', id }, { avoidSameSlot });
    await inside.em.flush();
    return couple;
  });
}

/**
 * Agrees that employers learn of the tandem, and says what they read of oneself as the partner of the other. They
 * learn of it once both have agreed. Saying it again changes what they read.
 * @throws TANDEM_UNKNOWN, INPUT_INVALID
 */
export function discloseTandem(context: Context, id: string, input: unknown): Promise<Couple> {
  assertPermitted(context.actor, 'tandem:disclose', { personId: context.actor.id });
  const { sector, occupation } = parseInput(disclosureData, input);
  return inTransaction(context, async (inside) => {
    const { couple, own } = await ownSeat(inside, id);
    own.disclosedAt ??= inside.now;
    Object.assign(own, { sector, occupation: occupation ?? null });
    recordAudit(inside, 'tandem:disclose', { kind: 'tandem', id });
    await inside.em.flush();
    return couple;
  });
}

/**
 * No longer agrees: from the next query on no employer sees anything of the tandem, whatever the other said.
 * @throws TANDEM_UNKNOWN
 */
export function concealTandem(context: Context, id: string): Promise<Couple> {
  assertPermitted(context.actor, 'tandem:conceal', { personId: context.actor.id });
  return inTransaction(context, async (inside) => {
    const { couple, own } = await ownSeat(inside, id);
    Object.assign(own, { disclosedAt: null, sector: null, occupation: null });
    recordAudit(inside, 'tandem:conceal', { kind: 'tandem', id });
    await inside.em.flush();
    return couple;
  });
}

/** The actor's own seat in the tandem, which stands: before that there is nothing to agree to. */
async function ownSeat(context: Context, id: string): Promise<{ couple: Couple; own: TandemPartner }> {
  const couple = await coupleFor(context, id);
  if (couple.tandem.state !== 'STANDING') throw tandemUnknown({ id }, { path: ['id'] });
  return { couple, own: couple.partners.find(({ talentId }) => talentId === context.actor.id)! };
}
