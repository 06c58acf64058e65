import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { TextLanguage } from '../kernel/index.ts';

/** What an organisation is in the talent attraction of a region. */
export const ORGANISATION_KINDS = [
  'EMPLOYER',
  'HOST_PARK',
  'DEVELOPMENT_COUNCIL',
  'MINISTRY',
  'SERVICE_PARTNER',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const OrganisationEntity = defineEntity({
  name: 'Organisation',
  tableName: 'organisations',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    kind: p.string().$type<OrganisationKind>(),
    /** ISO 3166-1 alpha-2. */
    country: p.string(),
    /** ISO 3166-2. */
    region: p.string().nullable(),
    /** Head count: fees and programmes go by it. */
    employees: p.integer().nullable(),
    /** The organisation that acts for this one everywhere. */
    representedById: p.uuid().nullable(),
    /** Where, and in which language, it is written to. */
    contactEmail: p.string().nullable(),
    contactLanguage: p.string().$type<TextLanguage>(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export type Organisation = InferEntity<typeof OrganisationEntity>;
