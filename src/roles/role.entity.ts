import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Engagement, LanguageLevel, SalaryPeriod } from '../kernel/index.ts';

/** The shortage sectors that regions recruit for. */
export const SECTORS = [
  'IT',
  'HEALTH_CARE',
  'ENGINEERING',
  'MANUFACTURING',
  'HOSPITALITY',
  'GREEN_INDUSTRY',
  'CONSTRUCTION',
  'EDUCATION',
  'OTHER',
] as const;
export type Sector = (typeof SECTORS)[number];

/** Work that an employer offers; the description is the document of the same identifier. */
export const RoleEntity = defineEntity({
  name: 'Role',
  tableName: 'roles',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    title: p.string(),
    /** ISO 3166-1 alpha-2, and ISO 3166-2. */
    country: p.string(),
    region: p.string().nullable(),
    city: p.string().nullable(),
    sector: p.string().$type<Sector>(),
    /** The work by its ISCO-08 unit group, `2221`; null when it is not stated. */
    occupation: p.string().nullable(),
    engagement: p.string().$type<Engagement>(),
    /** The lowest level needed, by ISO 639-1 code: all of them are needed. */
    workingLanguages: p.json().$type<Record<string, LanguageLevel>>(),
    /** English at B2 is accepted in place of the working languages. */
    englishAccepted: p.boolean(),
    mustHave: p.array(),
    niceToHave: p.array(),
    openings: p.integer(),
    /** Before tax, in units of the currency per period, to the cent. */
    salaryMin: p.decimal('number').precision(12).scale(2).nullable(),
    salaryMax: p.decimal('number').precision(12).scale(2).nullable(),
    salaryCurrency: p.string().nullable(),
    salaryPeriod: p.string().$type<SalaryPeriod>().nullable(),
    /** The latest start that helps, `YYYY-MM-DD`. */
    startBy: p.date().nullable(),
    /** Whether the employer supports an application for a work permit; null when it has not said. */
    permitSupport: p.boolean().nullable(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export type Role = InferEntity<typeof RoleEntity>;
