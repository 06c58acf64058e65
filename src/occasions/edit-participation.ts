import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { parseInput } from '../kernel/index.ts';
import { organisationById, type Organisation } from '../organisations/index.ts';
import { RoleEntity } from '../roles/index.ts';
import { feeAfter, feeFor } from './fee.ts';
import type { Occasion } from './occasion.entity.ts';
import { packagesOf } from './occasion.repository.ts';
import { participationOver, participationUnknown, roleNotTheirs } from './occasions.failures.ts';
import { employerOffer, talentWishes, type EmployerOffer, type TalentWishes } from './participation.data.ts';
import type { Participation, Side } from './participation.entity.ts';
import { lockedParticipation, STANDING } from './participation.repository.ts';

/**
 * Replaces what an employer brings; by itself, its proxy or a host. Another package costs what it costs now, further
 * roles what further roles cost now; the rest of the fee stays as agreed.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER,
 * OCCASIONS_PARTICIPATION_OVER, OCCASIONS_ROLE_NOT_THEIRS, INPUT_INVALID, and those of `feeFor`
 */
export function editEmployerParticipation(
  context: Context,
  id: string,
  version: number,
  input: unknown,
): Promise<Participation> {
  return edited(context, id, version, 'EMPLOYER', async (inside, occasion, participation) => {
    const employer = await organisationById(inside.em, participation.organisationId!);
    const offer = parseInput(employerOffer, input);
    return offerColumns(inside.em, occasion, employer, offer, participation);
  });
}

/**
 * Replaces when and how often a talent meets; by the talent or a host.
 * @throws OCCASIONS_PARTICIPATION_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER,
 * OCCASIONS_PARTICIPATION_OVER, INPUT_INVALID
 */
export function editTalentParticipation(
  context: Context,
  id: string,
  version: number,
  input: unknown,
): Promise<Participation> {
  return edited(context, id, version, 'TALENT', async () => wishColumns(parseInput(talentWishes, input)));
}

function edited(
  context: Context,
  id: string,
  version: number,
  side: Side,
  changesOf: (
    inside: Context,
    occasion: Occasion,
    participation: Participation,
  ) => Promise<Partial<Participation>>,
): Promise<Participation> {
  return inTransaction(context, async (inside) => {
    const { participation, target, occasion } = await lockedParticipation(inside, id, version);
    assertPermitted(inside.actor, 'participation:edit', target);
    if (participation.side !== side) throw participationUnknown({ id }, { path: ['id'] });
    if (!STANDING.includes(participation.state)) throw participationOver({ id, state: participation.state });
    inside.em.assign(participation, await changesOf(inside, occasion, participation));
    recordAudit(inside, 'participation:edit', { kind: 'participation', id });
    return participation;
  });
}

/** A talent's own columns; what was left out is null. */
export const wishColumns = (wishes: TalentWishes) => ({
  availability: wishes.availability ?? null,
  meetingsMin: wishes.meetingsMin,
  meetingsMax: wishes.meetingsMax ?? null,
  meetingsPerDay: wishes.meetingsPerDay ?? null,
});

/** An employer's own columns, with the fee; `stored` where it has joined before and its fee is agreed. */
export async function offerColumns(
  em: EntityManager,
  occasion: Occasion,
  employer: Organisation,
  offer: EmployerOffer,
  stored?: Participation,
) {
  await assertTheirs(em, employer.id, offer.roleIds, stored?.roleIds ?? []);
  return {
    ...wishColumns(offer),
    roleIds: offer.roleIds,
    ...(await feeColumns(em, occasion, employer, offer, stored)),
  };
}

async function feeColumns(
  em: EntityManager,
  occasion: Occasion,
  employer: Organisation,
  { packageId, roleIds }: EmployerOffer,
  stored?: Participation,
) {
  const packages = await packagesOf(em, occasion.id);
  const kept = packages.find(({ id }) => id === stored?.packageId);
  if (stored && (packageId ?? stored.packageId) === stored.packageId)
    return kept
      ? { feeAmount: feeAfter(kept, stored.feeAmount!, stored.roleIds.length, roleIds.length) }
      : {};
  const fee = feeFor(packages, employer.employees ?? null, roleIds.length, packageId);
  return {
    packageId: fee?.packageId ?? null,
    feeAmount: fee?.amount ?? null,
    feeCurrency: fee?.currency ?? null,
  };
}

/** @throws OCCASIONS_ROLE_NOT_THEIRS */
async function assertTheirs(
  em: EntityManager,
  employerId: string,
  roleIds: readonly string[],
  known: readonly string[],
): Promise<void> {
  // A role that was brought and closed since does not stand in the way of other changes.
  const open = await em.find(RoleEntity, { id: { $in: [...roleIds] }, employerId, withdrawnAt: null });
  const theirs = new Set([...known, ...open.map(({ id }) => id)]);
  const place = roleIds.findIndex((id) => !theirs.has(id));
  if (place >= 0) throw roleNotTheirs({ id: roleIds[place]! }, { path: ['input', 'roleIds', place] });
}
