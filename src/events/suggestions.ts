import { assertPermitted, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { assertPageSize, calendarDay, isId } from '../kernel/index.ts';
import { scorePairs, type PairScore } from '../matching/index.ts';
import {
  admittedEmployers,
  admittedTalents,
  occasionById,
  participationOf,
  participationTarget,
  type Participation,
} from '../occasions/index.ts';
import { assertEvent } from './event-rules.ts';
import { notTakingPart } from './events.failures.ts';
import { InterestEntity } from './interest.entity.ts';

/** A meeting that matching would suggest, with the role of the employer that fits the talent best. */
export interface Suggestion {
  talentId: string;
  organisationId: string;
  roleId: string;
  /** As in a ranking, in [0, 1]. */
  score: number;
}

/** For whom suggestions are asked: one of the two, oneself if left out. */
export interface Party {
  talentId?: string | null | undefined;
  organisationId?: string | null | undefined;
}

/**
 * Meetings that an admitted talent or employer has no interest in yet, best first; nobody between whom a hard
 * condition stands. For themselves, an employer's proxy, and hosts.
 * @throws OCCASIONS_UNKNOWN, EVENTS_NO_EVENT, EVENTS_NOT_TAKING_PART, ACCESS_FORBIDDEN, MATCHING_NOT_YET_EMBEDDED
 */
export async function suggestions(
  context: Context,
  eventId: string,
  party: Party,
  first: number,
): Promise<Suggestion[]> {
  assertPageSize(first);
  const { actor, em } = context;
  const event = await occasionById(context, eventId, ['eventId']);
  assertEvent(event);
  const talentId = party.talentId ?? (actor.kind === 'talent' ? actor.id : undefined);
  const who = talentId
    ? { talentId }
    : { organisationId: party.organisationId ?? actor.organisationId ?? '' };
  const unknown = talentId
    ? notTakingPart({ who: 'talent', id: talentId })
    : notTakingPart({ who: 'employer', id: who.organisationId! });
  const own = Object.values(who).every(isId) ? await participationOf(em, event.id, who as never) : null;
  if (!own) throw unknown;
  assertPermitted(actor, 'suggestion:read', await participationTarget(em, own));
  if (own.state !== 'ADMITTED') throw unknown;
  const known = await em.find(InterestEntity, { occasionId: event.id, ...who });
  const met = new Set(known.map((interest) => pairKey(interest)));
  const [employers, talents] = own.talentId
    ? [await admittedEmployers(em, event.id), [own]]
    : [[own], await admittedTalents(em, event.id)];
  const best = await bestPairs(em, employers, talents, calendarDay(context.now));
  return best.filter((pair) => !pair.excluded && !met.has(pairKey(pair))).slice(0, first);
}

/** Names a talent and an employer. */
export const pairKey = (pair: { talentId: string; organisationId: string }): string =>
  `${pair.talentId} ${pair.organisationId}`;

/**
 * What talents and employers are worth to one another: their best role, those without hard obstacle first.
 * @param concerns which of the pairs are looked at.
 */
export async function bestPairs(
  em: EntityManager,
  employers: readonly Participation[],
  talents: readonly Participation[],
  today: string,
  concerns: (pair: { talentId: string; organisationId: string }) => boolean = () => true,
): Promise<(Suggestion & { excluded: boolean })[]> {
  const best = new Map<string, Suggestion & { excluded: boolean }>();
  for (const { organisationId, pair } of await pairScores(em, employers, talents, today, concerns)) {
    const one = { ...pair, organisationId };
    const before = best.get(pairKey(one));
    if (!before || inOrder(one, before) < 0) best.set(pairKey(one), one);
  }
  return [...best.values()].toSorted(inOrder);
}

/** Without obstacle first, then by score; equals by identifier, so that the order is the same every time. */
const inOrder = (one: Suggestion & { excluded: boolean }, two: Suggestion & { excluded: boolean }): number =>
  Number(one.excluded) - Number(two.excluded) ||
  two.score - one.score ||
  (one.roleId + one.talentId < two.roleId + two.talentId ? -1 : 1);

async function pairScores(
  em: EntityManager,
  employers: readonly Participation[],
  talents: readonly Participation[],
  today: string,
  concerns: (pair: { talentId: string; organisationId: string }) => boolean,
): Promise<{ organisationId: string; pair: PairScore }[]> {
  const employerOf = new Map(
    employers.flatMap(({ organisationId, roleIds }) =>
      roleIds.map((roleId) => [roleId, organisationId!] as const),
    ),
  );
  const roleIds = [...employerOf.keys()];
  const talentIds = talents.map(({ talentId }) => talentId!);
  const scores: PairScore[] = [];
  // One statement for each of the smaller side.
  if (talentIds.length < roleIds.length)
    for (const talentId of talentIds) {
      const sought = roleIds.filter((id) => concerns({ talentId, organisationId: employerOf.get(id)! }));
      scores.push(...(await scorePairs(em, 'ROLES', talentId, sought, today)));
    }
  else
    for (const [roleId, organisationId] of employerOf) {
      const sought = talentIds.filter((talentId) => concerns({ talentId, organisationId }));
      scores.push(...(await scorePairs(em, 'CANDIDATES', roleId, sought, today)));
    }
  return scores.map((pair) => ({ organisationId: employerOf.get(pair.roleId)!, pair }));
}
