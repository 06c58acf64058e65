import type { Fragment } from '../database/index.ts';
import { LANGUAGE_LEVELS, type Engagement, type LanguageLevel } from '../kernel/index.ts';
import type { Sector } from '../roles/index.ts';
import type { Segment } from '../talents/index.ts';

/** Narrows a ranking of candidates; what is left out does not. */
export interface CandidateNarrowing {
  country?: string | null | undefined;
  region?: string | null | undefined;
  segment?: Segment | null | undefined;
  language?: { language: string; level: LanguageLevel } | null | undefined;
  licence?: { profession: string; country: string } | null | undefined;
  includeExcluded?: boolean | null | undefined;
}

/** Narrows a ranking of roles; what is left out does not. */
export interface RoleNarrowing {
  country?: string | null | undefined;
  region?: string | null | undefined;
  sector?: Sector | null | undefined;
  engagement?: Engagement | null | undefined;
  englishAccepted?: boolean | null | undefined;
  includeExcluded?: boolean | null | undefined;
}

/** Conditions over `talents`. */
export function narrowedCandidates({
  country,
  region,
  segment,
  language,
  licence,
}: CandidateNarrowing): Fragment[] {
  return [
    ...equals('talents.country', country),
    ...equals('talents.region', region),
    ...equals('talents.segment', segment),
    ...(language
      ? [
          {
            sql: `talents.languages ->> ? = ANY (?)`,
            parameters: [language.language, LANGUAGE_LEVELS.slice(LANGUAGE_LEVELS.indexOf(language.level))],
          },
        ]
      : []),
    ...(licence
      ? [
          {
            sql: `talents.licences @> ?::jsonb`,
            parameters: [JSON.stringify([{ ...licence, status: 'HELD' }])],
          },
        ]
      : []),
  ];
}

/** Conditions over `roles`. */
export function narrowedRoles({
  country,
  region,
  sector,
  engagement,
  englishAccepted,
}: RoleNarrowing): Fragment[] {
  return [
    ...equals('roles.country', country),
    ...equals('roles.region', region),
    ...equals('roles.sector', sector),
    ...equals('roles.engagement', engagement),
    ...equals('roles.english_accepted', englishAccepted),
  ];
}

const equals = (column: string, value: string | boolean | null | undefined): Fragment[] =>
  value === null || value === undefined ? [] : [{ sql: `${column} = ?`, parameters: [value] }];
