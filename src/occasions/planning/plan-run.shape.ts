import type { PlanComparison } from './compare-plan-runs.ts';
import type { PlanRun } from './plan-run.entity.ts';
import {
  inNames,
  personOf,
  type PlanComparisonType,
  type PlanRunType,
  type ProposedMeeting,
  type UnplacedWishType,
} from './plan-run.type.ts';
import type { Names } from './read-plan-runs.ts';
import { unplacedWishes, type UnplacedWish } from './unplaced-wishes.ts';

/** The public shape of a run. */
export function toPlanRunType(run: PlanRun, names: Names): PlanRunType {
  const { answer, progress, publication } = run;
  const worstOff = answer?.fairness.worstOffPerson;
  return {
    id: run.id,
    occasionId: run.occasionId,
    legId: run.legId ?? null,
    basedOnId: run.basedOnId ?? null,
    state: run.state,
    requestedAt: run.requestedAt,
    finishedAt: run.finishedAt ?? null,
    progress: progress ?? null,
    failure: run.failure ?? null,
    status: answer?.status ?? null,
    value: answer?.value ?? null,
    bound: answer?.bound ?? null,
    gap: answer?.gap ?? null,
    proven: answer?.proven ?? null,
    seconds: answer?.seconds ?? null,
    placed: answer?.meetings.length ?? 0,
    unplacedCount: answer ? unplacedWishes(run).length : 0,
    fairness: answer
      ? {
          worstOffShare: answer.fairness.worstOff,
          worstOff: worstOff ? personOf(names, worstOff) : null,
          spread: answer.fairness.spread,
          price: answer.fairness.price,
        }
      : null,
    comfort: answer?.comfort ?? null,
    conflict: (answer?.conflict ?? []).map((text) => inNames(names, text)),
    unserved: (answer?.unserved ?? []).map(({ person, min, meetings, reason }) => ({
      person: personOf(names, person),
      guaranteed: min,
      meetings,
      reason: inNames(names, reason),
    })),
    changes: answer?.changes
      ? {
          changed: answer.changes.changed.length,
          unavoidable: answer.changes.unavoidable.length,
          valueBefore: answer.changes.value.before,
          valueAfter: answer.changes.value.after,
        }
      : null,
    publication: publication
      ? {
          ...publication,
          leftOut: publication.leftOut.map(({ talentId, organisationId, reason }) => ({
            talent: personOf(names, talentId),
            employer: personOf(names, organisationId),
            reason,
          })),
        }
      : null,
    version: run.version,
  };
}

/** The proposals of a run in the order of time. */
export function proposalsOf(run: PlanRun, names: Names): ProposedMeeting[] {
  const slots = new Map(run.problem.slots.map((slot) => [slot.id, slot]));
  const pinned = new Set(run.pinnedPairs);
  return (run.answer?.meetings ?? []).map(({ pair, slot, place }) => {
    const { talentId, organisationId, interviewerId, roleId, meetingId, fixed } = run.given.pairs[pair]!;
    const interpreterId = run.answer!.interpreters[pair];
    const { start, end } = slots.get(slot)!;
    return {
      id: pair,
      talent: personOf(names, talentId),
      employer: personOf(names, organisationId),
      interviewer: interviewerId ? personOf(names, interviewerId) : null,
      interpreter: interpreterId ? personOf(names, interpreterId) : null,
      role: (roleId && names.get(roleId)?.name) || null,
      startsAt: new Date(start),
      endsAt: new Date(end),
      room: place === null ? null : place + 1,
      meetingId,
      pinned: fixed || pinned.has(pair),
    };
  });
}

/** The public shape of a wish that is not fulfilled. */
export const toUnplacedWish = (wish: UnplacedWish, names: Names): UnplacedWishType => ({
  talent: personOf(names, wish.talentId),
  employer: personOf(names, wish.organisationId),
  limit: wish.limit,
  reason: inNames(names, wish.reason),
});

/** The public shape of a comparison. */
export const toComparisonType = (comparison: PlanComparison, names: Names): PlanComparisonType => ({
  first: toPlanRunType(comparison.runs[0], names),
  second: toPlanRunType(comparison.runs[1], names),
  same: comparison.same,
  elsewhere: comparison.elsewhere,
  onlyFirst: comparison.onlyFirst,
  onlySecond: comparison.onlySecond,
  differing: comparison.differing.map((id) => personOf(names, id)),
});
