import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Citizenship, Engagement, SalaryPeriod } from '../kernel/index.ts';

/**
 * One way to be allowed to work somewhere and what pay it asks for, from one day to another. An operator's table,
 * since amounts change every year, and laws nearly as often.
 */
export const PermitRuleEntity = defineEntity({
  name: 'PermitRule',
  tableName: 'permit_rules',
  properties: {
    id: p.uuid().primary(),
    /** Where: ISO 3166-1 alpha-2 for a country, ISO 3166-2 for a region of it. */
    territory: p.string(),
    /** What the permit is called: `EU Blue Card`. */
    permit: p.string(),
    /** Whom it is for; null for both groups, as everyone from abroad is in Canada. */
    citizenship: p.string().$type<Citizenship>().nullable(),
    /** Kinds of work that it is given for; empty for any. */
    engagements: p.array().$type<Engagement[]>(),
    /** ISCO-08 groups of any level that it is given for; empty for any. */
    onlyOccupations: p.array(),
    /** ISCO-08 groups of any level for which the floor is not asked. */
    exemptOccupations: p.array(),
    /** The lowest pay before tax that it asks for; null when it asks for none. */
    salaryFloor: p.decimal('number').precision(12).scale(2).nullable(),
    /** ISO 4217. */
    currency: p.string().nullable(),
    period: p.string().$type<SalaryPeriod>().nullable(),
    /** Hours of a full-time week there: what pay by the hour is counted up with. */
    weeklyHours: p.decimal('number').precision(3).scale(1),
    /** How long a decision usually takes. */
    processingDays: p.integer().nullable(),
    /** The first and the last day on which it is in force, `YYYY-MM-DD`; without a last day it goes on. */
    validFrom: p.date(),
    validTo: p.date().nullable(),
    /** The law or page that says so, and when it was read. */
    source: p.string(),
    consultedOn: p.date(),
    note: p.string().nullable(),
    version: p.integer().version(),
  },
});

export type PermitRule = InferEntity<typeof PermitRuleEntity>;
