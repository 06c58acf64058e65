import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** An organisation that hosts an occasion, alone or with others; one of them leads. */
export const HostEntity = defineEntity({
  name: 'Host',
  tableName: 'occasion_hosts',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    organisationId: p.uuid(),
    leads: p.boolean(),
  },
});

export type Host = InferEntity<typeof HostEntity>;
