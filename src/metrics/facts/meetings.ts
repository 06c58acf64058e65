import { rows, type EntityManager } from '../../database/index.ts';
import { interestStateAt, type InterestState } from '../../events/index.ts';
import {
  PlanRunEntity,
  unplacedWishes,
  type CancelReason,
  type ReleaseReason,
} from '../../occasions/index.ts';
import type { AboutTalent } from '../figures/tally.ts';
import { milliseconds, type Scope } from './scope.ts';

/** A request for a meeting that one of the two sides made. */
export interface RequestFact extends AboutTalent {
  state: InterestState;
}

/** The requests that talents and employers made, in the state of this instant. What a host promised unasked is none. */
export async function requestsIn(
  em: EntityManager,
  { occasionIds, employerId }: Scope,
  now: Date,
): Promise<RequestFact[]> {
  const asked = await rows<RequestFact & { expiresAt: number }>(
    em,
    `SELECT talent_id AS "talentId", state, ${milliseconds('expires_at')} AS "expiresAt" FROM interests
     WHERE occasion_id = ANY (?) AND asked_by <> 'HOST' AND (?::uuid IS NULL OR organisation_id = ?::uuid)`,
    [occasionIds, employerId, employerId],
  );
  return asked.map(({ talentId, state, expiresAt }) => ({
    talentId,
    state: interestStateAt({ state, expiresAt: new Date(expiresAt) }, now),
  }));
}

/** A meeting with what came of it, and what each side said of it. */
export interface MeetingFact extends AboutTalent {
  state: 'PUBLISHED' | 'HELD' | 'MISSED' | 'CANCELLED';
  missedBy: 'EMPLOYER' | 'TALENT' | 'BOTH' | null;
  cancelReason: CancelReason | ReleaseReason | null;
  employerRating: number | null;
  employerInterested: boolean | null;
  talentRating: number | null;
  talentInterested: boolean | null;
}

/** The meetings that were published to both sides, without those that a later plan took back. */
export const meetingsIn = (em: EntityManager, { occasionIds, employerId }: Scope): Promise<MeetingFact[]> =>
  rows<MeetingFact>(
    em,
    `SELECT meetings.talent_id AS "talentId", meetings.state, meetings.missed_by AS "missedBy",
       meetings.cancel_reason AS "cancelReason",
       employers.rating AS "employerRating", employers.interested AS "employerInterested",
       talents.rating AS "talentRating", talents.interested AS "talentInterested"
     FROM meetings
       LEFT JOIN meeting_feedback AS employers ON employers.meeting_id = meetings.id AND employers.side = 'EMPLOYER'
       LEFT JOIN meeting_feedback AS talents ON talents.meeting_id = meetings.id AND talents.side = 'TALENT'
     WHERE meetings.occasion_id = ANY (?) AND meetings.cancel_reason IS DISTINCT FROM 'PLAN_CHANGED'
       AND (?::uuid IS NULL OR meetings.organisation_id = ?::uuid)`,
    [occasionIds, employerId, employerId],
  );

/** A published plan: what the worst-off gets, and the wishes that it does not fulfil. */
export interface PlanFact {
  legId: string | null;
  /** Share of the value of their own best agenda; 1 when nobody has a wish. */
  worstOffShare: number;
  unplaced: readonly AboutTalent[];
}

/** The published plans of the occasions, with the wishes of the employer where there is one. */
export async function plansIn(em: EntityManager, { occasionIds, employerId }: Scope): Promise<PlanFact[]> {
  // Without the problems, which are by far the largest part of a run.
  const runs = await em.find(
    PlanRunEntity,
    { occasionId: { $in: [...occasionIds] }, state: 'PUBLISHED' },
    { fields: ['legId', 'given', 'answer'], orderBy: { requestedAt: 'asc', id: 'asc' } },
  );
  return runs.flatMap(({ legId, given, answer }) =>
    answer == null
      ? []
      : {
          legId: legId ?? null,
          worstOffShare: answer.fairness.worstOff,
          unplaced: unplacedWishes({ given, answer } as Parameters<typeof unplacedWishes>[0]).filter(
            ({ organisationId }) => employerId === null || organisationId === employerId,
          ),
        },
  );
}
