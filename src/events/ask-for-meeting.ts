import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { assertPermitted, hasConsent, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { rows, type EntityManager } from '../database/index.ts';
import { isId, newId, parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import { occasionById, participationOf, type Occasion, type Participation } from '../occasions/index.ts';
import { assertEvent, rulesOf } from './event-rules.ts';
import { notAsking, notTakingPart, notYours, roleNotBrought, tooManyAsks } from './events.failures.ts';
import { expireOne } from './expire.ts';
import { InterestEntity, type Asker, type Interest } from './interest.entity.ts';
import { interestLife } from './interest-life.ts';
import { acceptedTemplate, askedTemplate, promisedTemplate, tellParties } from './interest-messages.ts';
import { partiesOf, sideOf, targetOf, type Parties } from './interest.repository.ts';

const id = z.string().refine(isId, 'is no UUID');
const askData = z.object({ talentId: id, organisationId: id, roleId: id.nullish() });

/** Whom somebody would like to meet; one's own side may be left out. */
export interface Ask {
  talentId?: string | null | undefined;
  organisationId?: string | null | undefined;
  roleId?: string | null | undefined;
}

const HOUR = 3_600_000;

/**
 * Asks for a meeting at an event, as a talent or for an employer. Where the other side has asked already this accepts;
 * asked twice it changes nothing; after a refusal only the side that refused can ask.
 * @throws OCCASIONS_UNKNOWN, EVENTS_…, ACCESS_FORBIDDEN, INPUT_INVALID
 */
export function askForMeeting(context: Context, eventId: string, ask: Ask): Promise<Interest> {
  return inTransaction(context, async (inside) => {
    const event = await askableEvent(inside, eventId);
    const { data, parties, side } = await readAsk(inside, event, ask);
    assertPermitted(inside.actor, 'interest:ask', targetOf(parties, side));
    const brought = await assertTakingPart(inside.em, event, data);
    if (data.roleId && !brought.roleIds.includes(data.roleId)) throw roleNotBrought({ id: data.roleId });

    const { interest, made } = await madeOrFound(inside, event, data, side);
    if (!made) {
      await expireOne(inside, interest);
      return again(inside, event, interest, data, side);
    }
    await assertWithinLimit(inside.em, event.id, side, data);
    recordAudit(inside, 'interest:ask', { kind: 'interest', id: interest.id }, { askedBy: side });
    await tellParties(inside, interest, [other(side)], askedTemplate);
    return interest;
  });
}

/**
 * Promises a meeting, by a host of the event: the planner places it before all others. Neither side need have asked.
 * @throws OCCASIONS_UNKNOWN, EVENTS_…, ACCESS_FORBIDDEN, LIVES_ILLEGAL_MOVE, INPUT_INVALID
 */
export function promiseMeeting(context: Context, eventId: string, ask: Ask): Promise<Interest> {
  return inTransaction(context, async (inside) => {
    const event = await askableEvent(inside, eventId);
    const data = parseInput(askData, ask, ['input']);
    const parties = await partiesOf(inside.em, { occasionId: event.id, ...data });
    assertPermitted(inside.actor, 'interest:promise', parties.hosts);
    await assertTakingPart(inside.em, event, data);
    const { interest } = await madeOrFound(inside, event, data, 'HOST');
    moveOn(inside, interestLife, interest, 'promise', { target: parties.hosts });
    await inside.em.flush();
    await tellParties(inside, interest, ['TALENT', 'EMPLOYER'], promisedTemplate);
    return interest;
  });
}

/** @throws OCCASIONS_UNKNOWN, EVENTS_NO_EVENT, EVENTS_NOT_ASKING */
export async function askableEvent(context: Context, eventId: string): Promise<Occasion> {
  const event = await occasionById(context, eventId, ['eventId']);
  assertEvent(event);
  if (event.state !== 'OPEN' && event.state !== 'PLANNED')
    throw notAsking({ id: event.id, state: event.state });
  return event;
}

export const other = (side: Asker): 'TALENT' | 'EMPLOYER' => (side === 'TALENT' ? 'EMPLOYER' : 'TALENT');

async function readAsk(context: Context, event: Occasion, ask: Ask) {
  const { actor } = context;
  const data = parseInput(
    askData,
    {
      ...ask,
      ...(actor.kind === 'talent' ? { talentId: actor.id } : {}),
      ...(actor.kind !== 'talent' && !ask.organisationId ? { organisationId: actor.organisationId } : {}),
    },
    ['input'],
  );
  const parties: Parties = await partiesOf(context.em, { occasionId: event.id, ...data });
  const side = sideOf(context, parties);
  // Hosts promise; they ask for nobody. Whoever is on no side is refused by the permission.
  return { data, parties, side: side === 'TALENT' ? ('TALENT' as const) : ('EMPLOYER' as const) };
}

/** @returns the employer's participation. @throws EVENTS_NOT_TAKING_PART */
async function assertTakingPart(
  em: EntityManager,
  event: Occasion,
  { talentId, organisationId }: z.output<typeof askData>,
): Promise<Participation> {
  const employer = await participationOf(em, event.id, { organisationId });
  if (employer?.state !== 'ADMITTED') throw notTakingPart({ who: 'employer', id: organisationId });
  const talent = await participationOf(em, event.id, { talentId });
  if (talent?.state !== 'ADMITTED' || !(await hasConsent(em, talentId, 'MATCHING')))
    throw notTakingPart({ who: 'talent', id: talentId });
  return employer;
}

/** The interest between the two, locked, and whether it was made just now. */
async function madeOrFound(
  context: Context,
  event: Occasion,
  { talentId, organisationId, roleId }: z.output<typeof askData>,
  side: Asker,
): Promise<{ interest: Interest; made: boolean }> {
  const { answerHours } = await rulesOf(context.em, event.id);
  const made = await rows(
    context.em,
    `INSERT INTO interests (id, occasion_id, talent_id, organisation_id, role_id, asked_by, asked_at, expires_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'ASKED') ON CONFLICT (occasion_id, talent_id, organisation_id) DO NOTHING
     RETURNING id`,
    [
      newId(),
      event.id,
      talentId,
      organisationId,
      roleId ?? null,
      side,
      context.now,
      new Date(context.now.getTime() + answerHours * HOUR),
    ],
  );
  const interest = await context.em.findOneOrFail(
    InterestEntity,
    { occasionId: event.id, talentId, organisationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return { interest, made: made.length > 0 };
}

/** What asking means where the two have an interest already. */
async function again(
  context: Context,
  event: Occasion,
  interest: Interest,
  data: z.output<typeof askData>,
  side: 'TALENT' | 'EMPLOYER',
): Promise<Interest> {
  const parties = await partiesOf(context.em, interest);
  const target = targetOf(parties, side);
  if (interest.state === 'ACCEPTED' || interest.state === 'PROMISED') return interest;
  if (interest.state === 'ASKED' && interest.askedBy === side) return interest;
  if (interest.state === 'ASKED') {
    moveOn(context, interestLife, interest, 'accept', { target });
    await context.em.flush();
    await tellParties(context, interest, [other(side)], acceptedTemplate);
    return interest;
  }
  if (interest.state === 'DECLINED' && interest.declinedBy !== side)
    throw notYours({ move: 'ask again', side: interest.declinedBy! });
  const { answerHours } = await rulesOf(context.em, event.id);
  moveOn(context, interestLife, interest, 'askAgain', { target });
  context.em.assign(interest, {
    askedBy: side,
    askedAt: context.now,
    expiresAt: new Date(context.now.getTime() + answerHours * HOUR),
    roleId: data.roleId ?? null,
    declinedBy: null,
  });
  await context.em.flush();
  await assertWithinLimit(context.em, event.id, side, data);
  await tellParties(context, interest, [other(side)], askedTemplate);
  return interest;
}

/** Counted with the request that is being made. @throws EVENTS_TOO_MANY_ASKS */
async function assertWithinLimit(
  em: EntityManager,
  eventId: string,
  side: 'TALENT' | 'EMPLOYER',
  { talentId, organisationId }: z.output<typeof askData>,
): Promise<void> {
  const rules = await rulesOf(em, eventId);
  const most = side === 'TALENT' ? rules.talentAsks : rules.employerAsks;
  const standing = await em.count(InterestEntity, {
    occasionId: eventId,
    askedBy: side,
    state: 'ASKED',
    ...(side === 'TALENT' ? { talentId } : { organisationId }),
  });
  if (standing > most) throw tooManyAsks({ most });
}
