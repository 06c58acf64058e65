import type { Context } from '../access/index.ts';
import { moveOn } from '../lives/index.ts';
import { participationLife, JOINABLE } from './occasion-lives.ts';
import type { Admission, Occasion } from './occasion.entity.ts';
import {
  admittedTemplate,
  promotedTemplate,
  tellParticipants,
  waitingTemplate,
} from './participation-messages.ts';
import { ParticipationEntity, type Participation, type Side } from './participation.entity.ts';
import { inTurn } from './participation.repository.ts';

/** How a side gets into an occasion. */
export const admissionOf = (occasion: Occasion, side: Side): Admission =>
  side === 'EMPLOYER' ? occasion.employerAdmission : occasion.talentAdmission;

/** Whether a side can still get into an occasion. */
export const isJoinable = ({ kind, state }: Occasion, side: Side): boolean =>
  JOINABLE[kind][side].includes(state);

/** How many more of a side the occasion, locked by the caller, has seats for; all is written before. */
export async function freeSeats(context: Context, occasion: Occasion, side: Side): Promise<number> {
  const seats = side === 'EMPLOYER' ? occasion.employerSeats : occasion.talentSeats;
  if (seats == null) return Infinity;
  await context.em.flush();
  const where = { occasionId: occasion.id, side, state: 'ADMITTED' } as const;
  return Math.max(0, seats - (await context.em.count(ParticipationEntity, where)));
}

/**
 * Puts those who have asked on the waiting list, then gives the free seats of the occasion, locked by the caller, to
 * those who wait longest; each is told what became of them. Once nobody can join any more, nobody moves up either.
 */
export async function letIn(
  context: Context,
  occasion: Occasion,
  side: Side,
  asked: readonly Participation[] = [],
): Promise<void> {
  for (const participation of asked) moveOn(context, participationLife, participation, 'queue');
  await context.em.flush();
  const free = isJoinable(occasion, side) ? await freeSeats(context, occasion, side) : 0;
  const next =
    free > 0
      ? await inTurn(context.em, occasion.id, side, 'WAITING', free === Infinity ? undefined : free)
      : [];
  for (const participation of next) moveOn(context, participationLife, participation, 'promote');
  await context.em.flush();
  const askedNow = new Set(asked);
  const promoted = next.filter((participation) => !askedNow.has(participation));
  await tellParticipants(
    context,
    occasion,
    asked.filter(({ state }) => state === 'ADMITTED'),
    admittedTemplate,
  );
  await tellParticipants(
    context,
    occasion,
    asked.filter(({ state }) => state === 'WAITING'),
    waitingTemplate,
  );
  await tellParticipants(context, occasion, promoted, promotedTemplate);
}
