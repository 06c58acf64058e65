import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Who pays for a mission besides the employers' fees. */
export const FunderEntity = defineEntity({
  name: 'MissionFunder',
  tableName: 'mission_funders',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    name: p.string(),
    /** The same in Tandem, if it is there. */
    organisationId: p.uuid().nullable(),
    /** Units of the currency, to the cent. */
    amount: p.decimal('number').precision(14).scale(2),
    /** ISO 4217. */
    currency: p.string(),
  },
});

export type Funder = InferEntity<typeof FunderEntity>;
