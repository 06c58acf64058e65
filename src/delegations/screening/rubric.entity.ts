import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Criterion } from './rubric.ts';

/** One version of what talents of a mission are screened by. Rows are never changed. */
export const RubricEntity = defineEntity({
  name: 'MissionRubric',
  tableName: 'mission_rubrics',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    /** Counts the versions of the mission, from 1. */
    number: p.integer(),
    criteria: p.json().$type<Criterion[]>(),
    setAt: p.datetime(),
    setBy: p.string(),
  },
});

export type Rubric = InferEntity<typeof RubricEntity>;
