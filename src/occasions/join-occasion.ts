import { assertPermitted, consentNeeded, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { talentById } from '../talents/index.ts';
import { hostOrganisation } from './change-hosts.ts';
import { writeStaff } from './change-staff.ts';
import { offerColumns, wishColumns } from './edit-participation.ts';
import { appliedTemplate, tellHostOf } from './host-messages.ts';
import { participationLife } from './occasion-lives.ts';
import type { Occasion } from './occasion.entity.ts';
import { hostTarget, lockedOccasion } from './occasion.repository.ts';
import { alreadyIn, notAHost, notJoinable } from './occasions.failures.ts';
import { employerOffer, talentWishes } from './participation.data.ts';
import { ParticipationEntity, type Participation, type Side } from './participation.entity.ts';
import { participationOf } from './participation.repository.ts';
import { admissionOf, isJoinable, letIn } from './seats.ts';
import { interviewersData } from './staff.data.ts';

/** For whom an employer is brought to an occasion, and with whom. */
export interface Bringing {
  /** The host that brings it; left out, the host for which the actor acts, if any. */
  hostId?: string | null | undefined;
  /** Its interviewers, as `interviewersData` says. */
  interviewers?: unknown;
}

/**
 * An employer asks to take part: by itself, its proxy, or a host for it. It gets a seat or a place on the waiting list,
 * or a host decides. One that withdrew comes back the same way, and asks anew.
 * @throws OCCASIONS_UNKNOWN, ORGANISATIONS_UNKNOWN, ACCESS_FORBIDDEN, OCCASIONS_NOT_JOINABLE, OCCASIONS_ALREADY_IN,
 * OCCASIONS_HOST_WITHDRAWN, OCCASIONS_NOT_A_HOST, OCCASIONS_ROLE_NOT_THEIRS, INPUT_INVALID, and those of `feeFor`
 */
export function joinOccasion(
  context: Context,
  occasionId: string,
  organisationId: string,
  input: unknown,
  { hostId, interviewers = [] }: Bringing = {},
): Promise<Participation> {
  return inTransaction(context, async (inside) => {
    const occasion = await lockedOccasion(inside, occasionId, { path: ['occasionId'] });
    const employer = await hostOrganisation(inside, organisationId, ['organisationId']);
    const hosts = await hostTarget(inside.em, occasion.id);
    const target = {
      organisationId: employer.id,
      representedById: employer.representedById,
      ...hosts,
    };
    assertPermitted(inside.actor, 'participation:apply', target);
    const offer = parseInput(employerOffer, input);
    const staff = parseInput(interviewersData, interviewers, ['interviewers']);
    if (hostId && !hosts.organisationIds.includes(hostId))
      throw notAHost({ id: hostId }, { path: ['hostId'] });
    const acting = hosts.organisationIds.find((id) => id === inside.actor.organisationId);
    const stored = await participationOf(inside.em, occasion.id, { organisationId: employer.id });
    const participation = await ask(inside, occasion, 'EMPLOYER', stored, target, {
      organisationId: employer.id,
      hostId: hostId ?? (acting === employer.id ? null : (acting ?? null)),
      ...(await offerColumns(inside.em, occasion, employer, offer)),
    });
    for (const person of staff) writeStaff(inside, occasion.id, person, participation);
    await decide(inside, occasion, participation);
    return participation;
  });
}

/**
 * The talent behind the token asks to take part, while their consent to be matched stands. Otherwise as `joinOccasion`.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, TALENTS_UNKNOWN, ACCESS_CONSENT_NEEDED, OCCASIONS_NOT_JOINABLE,
 * OCCASIONS_ALREADY_IN, INPUT_INVALID
 */
export function applyToOccasion(
  context: Context,
  occasionId: string,
  input: unknown,
): Promise<Participation> {
  const target = { personId: context.actor.id };
  assertPermitted(context.actor, 'participation:apply', target);
  return inTransaction(context, async (inside) => {
    const talent = await talentById(inside.em, inside.actor.id, []);
    await holdConsent(inside, talent.id);
    const occasion = await lockedOccasion(inside, occasionId, { path: ['occasionId'] });
    const wishes = parseInput(talentWishes, input);
    const stored = await participationOf(inside.em, occasion.id, { talentId: talent.id });
    const participation = await ask(inside, occasion, 'TALENT', stored, target, {
      talentId: talent.id,
      ...wishColumns(wishes),
    });
    await decide(inside, occasion, participation);
    return participation;
  });
}

/**
 * Keeps the talent's consent from ending before the transaction does: one that ends meanwhile waits, and then finds
 * the participation that it has to end. Taken before the occasion's lock, as the end of a consent takes them too.
 * @throws ACCESS_CONSENT_NEEDED
 */
async function holdConsent({ em }: Context, talentId: string): Promise<void> {
  const [standing] = await rows(
    em,
    `SELECT consents.id FROM consents JOIN talents ON talents.id = consents.subject_id
     WHERE subject_id = ? AND purpose = 'MATCHING' AND consents.withdrawn_at IS NULL AND talents.withdrawn_at IS NULL
     FOR SHARE`,
    [talentId],
  );
  if (!standing) throw consentNeeded({ purpose: 'MATCHING' });
}

/** Writes the participation as one that asks now. */
async function ask(
  context: Context,
  occasion: Occasion,
  side: Side,
  stored: Participation | null,
  target: object,
  values: Partial<Participation>,
): Promise<Participation> {
  if (!isJoinable(occasion, side)) throw notJoinable({ id: occasion.id, state: occasion.state });
  if (stored) {
    if (stored.state !== 'WITHDRAWN') throw alreadyIn({ id: stored.id, state: stored.state });
    moveOn(context, participationLife, stored, 'rejoin', { target });
    return context.em.assign(stored, { ...values, askedAt: context.now, reason: null });
  }
  const id = newId();
  const participation = context.em.create(ParticipationEntity, {
    organisationId: null,
    talentId: null,
    hostId: null,
    packageId: null,
    feeAmount: null,
    feeCurrency: null,
    roleIds: [],
    availability: null,
    meetingsMin: 0,
    meetingsMax: null,
    meetingsPerDay: null,
    ...values,
    id,
    occasionId: occasion.id,
    side,
    state: 'APPLIED',
    askedAt: context.now,
    reason: null,
  });
  recordAudit(
    context,
    'participation:apply',
    { kind: 'participation', id },
    { occasionId: occasion.id, side },
  );
  await context.em.flush();
  return participation;
}

async function decide(context: Context, occasion: Occasion, participation: Participation): Promise<void> {
  if (admissionOf(occasion, participation.side) === 'AUTOMATIC')
    return letIn(context, occasion, participation.side, [participation]);
  await context.em.flush();
  await tellHostOf(context, occasion, participation, appliedTemplate);
}
