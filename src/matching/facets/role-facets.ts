import { assertConsent, assertPermitted, type Context } from '../../access/index.ts';
import { joined, rows } from '../../database/index.ts';
import { calendarDay, type Engagement } from '../../kernel/index.ts';
import type { Sector } from '../../roles/index.ts';
import { talentById } from '../../talents/index.ts';
import { NO_CONDITION_FAILS, rolesOn } from '../conditions/index.ts';
import type { RoleNarrowing } from '../narrowing.ts';
import { ELIGIBLE_ROLE } from '../eligible.ts';
import { facetOf, totalOf, type Counted, type Group } from './count-facets.ts';

/** Of which roles the choice of a talent is made. */
export interface RoleFacets {
  /** How many fit the whole filter. */
  total: number;
  countries: Counted<string>[];
  regions: Counted<string>[];
  sectors: Counted<Sector>[];
  engagements: Counted<Engagement>[];
  /** How many accept English in place of their working languages, under the rest of the filter. */
  englishAccepted: number;
}

/**
 * Counts the open roles that no condition keeps from the talent behind the token, by country, region, sector and kind
 * of work, each under the rest of the filter.
 * @throws TALENTS_UNKNOWN, ACCESS_FORBIDDEN, ACCESS_CONSENT_NEEDED
 */
export async function roleFacets(context: Context, filter: RoleNarrowing = {}): Promise<RoleFacets> {
  const talentId = context.actor.id;
  assertPermitted(context.actor, 'role:match', { personId: talentId });
  const talent = await talentById(context.em, talentId);
  await assertConsent(context.em, talent.id, 'MATCHING');
  const { sql, parameters } = joined(
    [
      {
        sql: `SELECT roles.country, roles.region, roles.sector, roles.engagement,
          roles.english_accepted::text AS english, count(*) AS count FROM talents, `,
        parameters: [],
      },
      rolesOn(calendarDay(context.now)),
      {
        sql: ' AS roles WHERE talents.id = ? AND talents.withdrawn_at IS NULL AND ',
        parameters: [talent.id],
      },
      ELIGIBLE_ROLE,
      {
        sql: `${filter.includeExcluded ? '' : ` AND ${NO_CONDITION_FAILS}`} GROUP BY 1, 2, 3, 4, 5`,
        parameters: [],
      },
    ],
    '',
  );
  type RoleGroup = Group<'country' | 'region' | 'sector' | 'engagement' | 'english'>;
  const groups = (await rows<RoleGroup>(context.em, sql, parameters)).map((group): RoleGroup => ({
    ...group,
    count: Number(group.count),
  }));
  const { country, region, sector, engagement, englishAccepted } = filter;
  const chosen = { country, region, sector, engagement, english: englishAccepted?.toString() };
  return {
    total: totalOf(groups, chosen),
    countries: facetOf(groups, 'country', chosen),
    regions: facetOf(groups, 'region', chosen),
    sectors: facetOf(groups, 'sector', chosen) as Counted<Sector>[],
    engagements: facetOf(groups, 'engagement', chosen) as Counted<Engagement>[],
    englishAccepted: facetOf(groups, 'english', chosen).find(({ value }) => value === 'true')?.count ?? 0,
  };
}
