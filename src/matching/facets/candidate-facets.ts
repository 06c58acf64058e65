import { consentStandsAmongAll, type Context } from '../../access/index.ts';
import { joined, rows, type Fragment } from '../../database/index.ts';
import { calendarDay, type LanguageLevel } from '../../kernel/index.ts';
import { assertMayActForRole } from '../../roles/index.ts';
import { blindSegment, type Segment } from '../../talents/index.ts';
import { NO_CONDITION_FAILS, rolesOn } from '../conditions/index.ts';
import { assertNarrowable } from '../narrowable.ts';
import { narrowedCandidates, type CandidateNarrowing } from '../narrowing.ts';
import { ELIGIBLE_ROLE } from '../eligible.ts';
import {
  commonest,
  facetOf,
  spokenAtLeast,
  totalOf,
  type Counted,
  type Group,
  type SpokenAt,
} from './count-facets.ts';

/** Of whom the pool for a role is made. */
export interface CandidateFacets {
  /** How many fit the whole filter. */
  total: number;
  countries: Counted<string>[];
  regions: Counted<string>[];
  segments: Counted<Segment>[];
  languages: Counted<SpokenAt>[];
  licences: Counted<{ profession: string; country: string }>[];
}

type Who = Group<'country' | 'region' | 'segment'>;

interface Row {
  facet: 'WHO' | 'SPEAKS' | 'LICENSED';
  one: string | null;
  two: string | null;
  three: string | null;
  count: string | number;
}

/**
 * Counts who could be ranked for a role, by country, region, segment, language and licence, each under the rest of
 * the filter. Everybody counts whom consent and conditions let into the ranking, not only those whom its retrievers
 * put forward. Nobody is named and nothing is audited. A segment that tells of a family is counted for those alone
 * who may see it.
 * @throws ROLES_UNKNOWN, ACCESS_FORBIDDEN, MATCHING_FAMILY_HIDDEN
 */
export async function candidateFacets(
  context: Context,
  roleId: string,
  filter: CandidateNarrowing = {},
): Promise<CandidateFacets> {
  const id = await assertMayActForRole(context, 'candidate:rank', roleId);
  assertNarrowable(context.actor, filter);
  const { sql, parameters } = facetStatement(id, calendarDay(context.now), filter);
  const counted = (await rows<Row>(context.em, sql, parameters)).map((row) => ({
    ...row,
    count: Number(row.count),
  }));
  const of = (facet: Row['facet']) => counted.filter((row) => row.facet === facet);
  const blind = context.actor.kind === 'employer';
  const who = of('WHO').map(({ one, two, three, count }): Who => {
    const segment = three as Segment | null;
    return { country: one, region: two, segment: blind ? blindSegment(segment) : segment, count };
  });
  const chosen = { country: filter.country, region: filter.region, segment: filter.segment };
  return {
    total: totalOf(who, chosen),
    countries: facetOf(who, 'country', chosen),
    regions: facetOf(who, 'region', chosen),
    segments: facetOf(who, 'segment', chosen) as Counted<Segment>[],
    languages: spokenAtLeast(
      of('SPEAKS').map(({ one, two, count }) => ({ language: one!, level: two as LanguageLevel, count })),
    ),
    licences: commonest(
      of('LICENSED').map(({ one, two, count }) => ({
        value: { profession: one!, country: two! },
        count,
      })),
    ),
  };
}

/**
 * One pass over the talents for all facets. Languages and licences are counted apart, since a talent has several;
 * languages by their combinations, of which there are fewer than talents.
 */
export function facetStatement(roleId: string, today: string, filter: CandidateNarrowing): Fragment {
  const { country, region, segment, language, licence } = filter;
  const fits = (narrowing: CandidateNarrowing): Fragment =>
    joined([...narrowedCandidates(narrowing), { sql: 'true', parameters: [] }], ' AND ');
  return joined(
    [
      { sql: 'WITH subject AS MATERIALIZED (SELECT * FROM ', parameters: [] },
      rolesOn(today),
      { sql: ' AS roles WHERE id = ? AND ', parameters: [roleId] },
      ELIGIBLE_ROLE,
      {
        sql: `), counted AS MATERIALIZED (
          SELECT talents.country, talents.region, talents.segment, talents.languages, talents.licences, `,
        parameters: [],
      },
      fits({ country, region, segment }),
      { sql: ' AS fits_who, ', parameters: [] },
      fits({ language }),
      { sql: ' AS fits_language, ', parameters: [] },
      fits({ licence }),
      {
        sql: ' AS fits_licence FROM subject AS roles, talents WHERE talents.withdrawn_at IS NULL AND ',
        parameters: [],
      },
      consentStandsAmongAll('talents.id', 'MATCHING'),
      {
        sql: `${filter.includeExcluded ? '' : ` AND ${NO_CONDITION_FAILS}`})
        SELECT 'WHO' AS facet, country AS one, region AS two, segment AS three, count(*) AS count
        FROM counted WHERE fits_language AND fits_licence GROUP BY country, region, segment
        UNION ALL
        SELECT 'SPEAKS', spoken.key, spoken.value, NULL, sum(alike.count)
        FROM (SELECT languages, count(*) AS count FROM counted WHERE fits_who AND fits_licence GROUP BY languages)
            AS alike, jsonb_each_text(alike.languages) AS spoken
        GROUP BY spoken.key, spoken.value
        UNION ALL
        SELECT 'LICENSED', held.profession, held.country, NULL, count(*)
        FROM counted, jsonb_to_recordset(licences) AS held (profession text, country text, status text)
        WHERE fits_who AND fits_language AND licences <> '[]' AND held.status = 'HELD'
        GROUP BY held.profession, held.country`,
        parameters: [],
      },
    ],
    '',
  );
}
