import { assertConsent, assertPermitted, type Context } from '../access/index.ts';
import { calendarDay, type PageRequest } from '../kernel/index.ts';
import { identified, talentById } from '../talents/index.ts';
import { narrowedRoles, type RoleNarrowing } from './narrowing.ts';
import { rank, type Ranking } from './rank.ts';
import { SHOWS_ALL, type Shows } from './shown.ts';

/**
 * Ranks the open roles for the talent behind the token, best first.
 * @throws TALENTS_UNKNOWN, ACCESS_CONSENT_NEEDED, MATCHING_NOT_YET_EMBEDDED, PAGE_…
 */
export async function matchedRoles(
  context: Context,
  page: PageRequest,
  filter: RoleNarrowing = {},
  shows: Shows = SHOWS_ALL,
): Promise<Ranking> {
  const talentId = context.actor.id;
  assertPermitted(context.actor, 'role:match', { personId: talentId });
  const talent = await talentById(context.em, talentId);
  await assertConsent(context.em, talent.id, 'MATCHING');
  return rank(
    context.em,
    'ROLES',
    talent.id,
    {
      narrowing: narrowedRoles(filter),
      excludeFailed: !filter.includeExcluded,
      today: calendarDay(context.now),
      knownOf: (em, talentIds) => identified({ ...context, em }, talentIds),
      shows,
    },
    page,
  );
}
