import { inTransaction, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { calendarDay } from '../kernel/index.ts';
import {
  admittedEmployers,
  admittedTalents,
  assertHost,
  requestPlanRun,
  type Participation,
  type PairWish,
  type PlanRequestInput,
  type PlanRun,
} from '../occasions/index.ts';
import { apartPairs } from '../tandem/index.ts';
import { assertEvent, rulesOf } from './event-rules.ts';
import { expireDue } from './expire.ts';
import { InterestEntity, type Interest } from './interest.entity.ts';
import { LIVE_STATES } from './interest-life.ts';
import { pairValue } from './pair-value.ts';
import { bestPairs, pairKey, type Suggestion } from './suggestions.ts';

/** How a run is made, as hosts ask for it. */
export type EventPlanOptions = Pick<
  PlanRequestInput,
  'basedOnRunId' | 'pinnedMeetingIds' | 'weights' | 'seconds' | 'seed' | 'work'
>;

/**
 * Asks for a run of the planner: meetings that both sides want, those that one side asks for, and suggestions from
 * matching for those who ask nobody and whom nobody asked. Requests whose time to answer is over expire first.
 * Partners who asked for it are not put into the same slot.
 * @throws OCCASIONS_…, EVENTS_NO_EVENT, ACCESS_FORBIDDEN, MATCHING_NOT_YET_EMBEDDED, INPUT_INVALID
 */
export async function planEvent(
  context: Context,
  eventId: string,
  options: EventPlanOptions,
): Promise<PlanRun> {
  const event = await assertHost(context, 'plan:run', eventId, ['eventId']);
  assertEvent(event);
  await inTransaction(context, (inside) => expireDue(inside, event.id));
  const { em } = context;
  const talents = await admittedTalents(em, event.id);
  const wishes = await wishesOf(em, event.id, talents, calendarDay(context.now));
  const apart = await apartPairs(
    em,
    talents.map(({ talentId }) => talentId!),
  );
  return requestPlanRun(context, event.id, null, { ...options, wishes, apart });
}

/** Everything that may be planned, each pair with what it is worth and the role that it would be about. */
async function wishesOf(
  em: EntityManager,
  eventId: string,
  talents: readonly Participation[],
  today: string,
): Promise<PairWish[]> {
  const employers = await admittedEmployers(em, eventId);
  const all = await em.find(InterestEntity, { occasionId: eventId }, { orderBy: { id: 'asc' } });
  const live = all.filter(({ state }) => LIVE_STATES.includes(state));
  const wanted = new Map(live.map((interest) => [pairKey(interest), interest]));
  const { suggestions } = await rulesOf(em, eventId);
  const reached = new Set(live.flatMap(({ talentId, organisationId }) => [talentId, organisationId]));
  const best = await bestPairs(
    em,
    employers,
    talents,
    today,
    (pair) => wanted.has(pairKey(pair)) || !reached.has(pair.talentId) || !reached.has(pair.organisationId),
  );
  const scoreOf = new Map(best.map((pair) => [pairKey(pair), pair]));
  const takesPart = new Set([
    ...talents.map(({ talentId }) => talentId!),
    ...employers.map(({ organisationId }) => organisationId!),
  ]);
  const asked = live
    .filter(({ talentId, organisationId }) => takesPart.has(talentId) && takesPart.has(organisationId))
    .map((interest) => wishOf(interest, scoreOf.get(pairKey(interest))));
  const known = new Set(all.map((interest) => pairKey(interest)));
  const silent = best.filter((pair) => !pair.excluded && !known.has(pairKey(pair)));
  const suggested = forThoseWithout(silent, [...wanted.values()], suggestions).flatMap((pair) => {
    const value = pairValue('SUGGESTED', pair.score, false);
    return value === undefined
      ? []
      : [
          {
            talentId: pair.talentId,
            organisationId: pair.organisationId,
            roleId: pair.roleId,
            value,
            promised: false,
          },
        ];
  });
  return [...asked, ...suggested];
}

function wishOf(interest: Interest, best: (Suggestion & { excluded: boolean }) | undefined): PairWish {
  return {
    talentId: interest.talentId,
    organisationId: interest.organisationId,
    roleId: interest.roleId ?? best?.roleId ?? null,
    value: pairValue(interest.state, best?.score ?? 0, best?.excluded ?? true)!,
    promised: interest.state === 'PROMISED',
  };
}

/** The best pairs of everybody whom no interest concerns, as many for each. */
export function forThoseWithout(
  best: readonly Suggestion[],
  interests: readonly { talentId: string; organisationId: string }[],
  most: number,
): Suggestion[] {
  const reached = new Set(interests.flatMap(({ talentId, organisationId }) => [talentId, organisationId]));
  const given = new Map<string, number>();
  const takes = (id: string): boolean => {
    const before = given.get(id) ?? 0;
    if (reached.has(id) || before >= most) return false;
    given.set(id, before + 1);
    return true;
  };
  return best.filter(({ talentId, organisationId }) => {
    const forTalent = takes(talentId);
    const forEmployer = takes(organisationId);
    return forTalent || forEmployer;
  });
}
