import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** How asking works at one event; an event without a row goes by the defaults in `event-rules.ts`. */
export const EventRulesEntity = defineEntity({
  name: 'EventRules',
  tableName: 'event_rules',
  properties: {
    /** The event's own identifier. */
    id: p.uuid().primary(),
    /** Hours that the other side has to answer. */
    answerHours: p.integer(),
    /** Requests of one talent, and of one employer, that may stand at the same time. */
    talentAsks: p.integer(),
    employerAsks: p.integer(),
    /** Meetings suggested to each side that has asked nobody and been asked by nobody; 0: none. */
    suggestions: p.integer(),
    version: p.integer().version(),
  },
});

export type EventRules = InferEntity<typeof EventRulesEntity>;
