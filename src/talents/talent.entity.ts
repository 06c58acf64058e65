import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Citizenship, Engagement, LanguageLevel } from '../kernel/index.ts';

/** The groups that regions attract in different ways. */
export const SEGMENTS = ['STUDENT', 'RESEARCHER', 'SPECIALIST', 'RETURNING', 'ACCOMPANYING_PARTNER'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** How far someone has come with a licence. */
export const LICENCE_STATUSES = ['HELD', 'APPLIED'] as const;
export type LicenceStatus = (typeof LICENCE_STATUSES)[number];

/** A licence of a regulated profession. */
export interface Licence {
  /** ISCO-08 unit group, or the identifier of a concept. */
  profession: string;
  /** Where it counts: ISO 3166-1 alpha-2, or ISO 3166-2 where regions license. */
  country: string;
  status: LicenceStatus;
  /** The last day on which it counts, `YYYY-MM-DD`; null when it has none. */
  validUntil: string | null;
}

/** A person who looks for work; the CV is the document of the same identifier. */
export const TalentEntity = defineEntity({
  name: 'Talent',
  tableName: 'talents',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    email: p.string().nullable(),
    /** Where they live: ISO 3166-1 alpha-2, and ISO 3166-2. */
    country: p.string(),
    region: p.string().nullable(),
    citizenship: p.string().$type<Citizenship>(),
    /** Countries where they may already work, besides those that citizenship opens. */
    rightToWorkIn: p.array(),
    segment: p.string().$type<Segment>().nullable(),
    /** Level by ISO 639-1 code; an empty record means that nothing is known. */
    languages: p.json().$type<Record<string, LanguageLevel>>(),
    /** `YYYY-MM-DD`. */
    earliestStart: p.date().nullable(),
    relocate: p.boolean().nullable(),
    /** Countries or regions; empty means anywhere. */
    wishedRegions: p.array(),
    /** Empty means any kind. */
    wishedEngagements: p.array().$type<Engagement[]>(),
    /** The accompanying household. */
    partner: p.boolean(),
    children: p.integer(),
    /** Licences of regulated professions; an empty list means that nothing is known. */
    licences: p.json().$type<Licence[]>(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export type Talent = InferEntity<typeof TalentEntity>;
