import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Mark } from './rubric.ts';

/** What a person decides on an application. HOLD: not yet. */
export const DECISIONS = ['ADMIT', 'DECLINE', 'HOLD'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One decision of a named person on a talent who applied to a mission. Rows are never changed: the last one counts. */
export const ScreeningEntity = defineEntity({
  name: 'MissionScreening',
  tableName: 'mission_screenings',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    talentId: p.uuid(),
    /** Counts the decisions on this talent for the mission, from 1. */
    number: p.integer(),
    rubricId: p.uuid(),
    marks: p.json().$type<Mark[]>(),
    /** The weighted mean of the marks, in [0, 1]. It decides nothing. */
    total: p.float(),
    decision: p.string().$type<Decision>(),
    /** In the words of whoever decided; the talent reads it. */
    reason: p.string(),
    decidedAt: p.datetime(),
    /** The person behind the token. */
    decidedBy: p.string(),
  },
});

export type Screening = InferEntity<typeof ScreeningEntity>;
