import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Citizenship, Engagement, LanguageLevel } from '../kernel/index.ts';

/** The groups that regions attract in different ways. */
export const SEGMENTS = ['STUDENT', 'RESEARCHER', 'SPECIALIST', 'RETURNING', 'ACCOMPANYING_PARTNER'] as const;
export type Segment = (typeof SEGMENTS)[number];

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
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export type Talent = InferEntity<typeof TalentEntity>;
