import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Side } from '../participation.entity.ts';

/** What one side says of a meeting; only its author and the hosts read it. */
export const FeedbackEntity = defineEntity({
  name: 'Feedback',
  tableName: 'meeting_feedback',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    side: p.string().$type<Side>(),
    /** 1 to 5. */
    rating: p.integer(),
    /** Whether they would go on with each other. */
    interested: p.boolean(),
    note: p.string().nullable(),
    givenAt: p.datetime(),
    version: p.integer().version(),
  },
});

export type Feedback = InferEntity<typeof FeedbackEntity>;
