import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What an employer pays for taking part, what it buys, and for whom it is meant. */
export const PackageEntity = defineEntity({
  name: 'Package',
  tableName: 'occasion_packages',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    name: p.string(),
    /** Units of the currency, to the cent. */
    amount: p.decimal('number').precision(12).scale(2),
    /** ISO 4217. */
    currency: p.string(),
    /** What it includes, in the organiser's words. */
    includes: p.array(),
    /** The employers that it is for, by head count, both ends included; null where there is no end. */
    employeesFrom: p.integer().nullable(),
    employeesTo: p.integer().nullable(),
    /** Roles in the amount, and what each further one costs; null: as many as they bring. */
    rolesIncluded: p.integer().nullable(),
    furtherRoleAmount: p.decimal('number').precision(12).scale(2).nullable(),
  },
});

export type Package = InferEntity<typeof PackageEntity>;
