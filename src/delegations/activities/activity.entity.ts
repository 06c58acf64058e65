import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ActivityCode } from './activities.ts';

/** That a partner carries one of the seven activities of a mission. */
export const ActivityEntity = defineEntity({
  name: 'MissionActivity',
  tableName: 'mission_activities',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    activity: p.string().$type<ActivityCode>(),
    organisationId: p.uuid(),
    takenAt: p.datetime(),
    takenBy: p.string(),
  },
});

export type Activity = InferEntity<typeof ActivityEntity>;
