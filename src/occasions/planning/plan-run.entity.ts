import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Plan, ProblemInput, Progress } from '../../planner/index.ts';
import type { Posed } from './problem-of.ts';

export type PlanRunState = 'QUEUED' | 'RUNNING' | 'READY' | 'FAILED' | 'PUBLISHED' | 'SUPERSEDED';

/** A plan with those who interpret, by pair. */
export type StaffedPlan = Plan & { interpreters: Readonly<Record<string, string>> };

/** What publishing did: meetings by what became of them, and who was left out since they take part no more. */
export interface PublicationReport {
  unchanged: number;
  moved: number;
  added: number;
  released: number;
  leftOut: readonly { talentId: string; organisationId: string; reason: LeftOutAtPublishing }[];
}

/** Why a proposal is not published: who is gone, whether it was called off since the run, or lies in the past. */
export const LEFT_OUT_AT_PUBLISHING = ['TALENT_GONE', 'EMPLOYER_GONE', 'CALLED_OFF', 'TOO_LATE'] as const;
export type LeftOutAtPublishing = (typeof LEFT_OUT_AT_PUBLISHING)[number];

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
    problem: p.json().$type<ProblemInput>(),
    /** What it answered; null until it is ready. */
    answer: p.json().$type<StaffedPlan>().nullable(),
    /** How its problem and answer are to be read. */
    given: p.json().$type<Omit<Posed, 'problem'>>(),
    /** How far it has come, and its last sign of life. */
    progress: p.json().$type<Progress>().nullable(),
    beatAt: p.datetime().nullable(),
    /** Someone asked it to stop: what it has by then is its answer. */
    calledOff: p.boolean(),
    /** Proposals that stay where they are in runs based on this one. */
    pinnedPairs: p.array(),
    publication: p.json().$type<PublicationReport>().nullable(),
    /** The code of the failure that ended it. */
    failure: p.string().nullable(),
    version: p.integer().version(),
  },
});

export type PlanRun = InferEntity<typeof PlanRunEntity>;
