import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Plan, Problem } from '../../planner/index.ts';

export type PlanRunState = 'QUEUED' | 'RUNNING' | 'READY' | 'FAILED' | 'PUBLISHED' | 'SUPERSEDED';

/** One run of the planner for an occasion, kept whole so that runs can be compared, and one of them published. */
export const PlanRunEntity = defineEntity({
  name: 'PlanRun',
  tableName: 'plan_runs',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    /** The sessions that it plans: those of this leg, or of the whole occasion. */
    legId: p.uuid().nullable(),
    /** The run whose published meetings it moves as little as possible. */
    basedOnId: p.uuid().nullable(),
    state: p.string().$type<PlanRunState>(),
    requestedAt: p.datetime(),
    requestedBy: p.string(),
    finishedAt: p.datetime().nullable(),
    /** What the planner was given: who, when, which pairs with what value, pins and promises. */
    problem: p.json().$type<Problem>(),
    /** What it answered; null until it is ready. */
    answer: p.json().$type<Plan>().nullable(),
    /** The code of the failure that ended it. */
    failure: p.string().nullable(),
    version: p.integer().version(),
  },
});

export type PlanRun = InferEntity<typeof PlanRunEntity>;
