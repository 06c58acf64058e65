import type { EntityManager, Fragment } from '../database/index.ts';
import type { Match } from './match.ts';
import { atOneMoment, consider } from './rank.ts';

/**
 * Of the open roles that meet the condition over `roles`, those that fit the talent, best first: none with a failed
 * condition between the two. The caller has authorised it.
 * @throws MATCHING_NOT_YET_EMBEDDED
 */
export const fittingRoles = (
  em: EntityManager,
  talentId: string,
  among: Fragment,
  today: string,
): Promise<Match[]> =>
  atOneMoment(em, async (inside) => {
    const { matches } = await consider(inside, 'ROLES', talentId, {
      narrowing: [among],
      excludeFailed: true,
      today,
    });
    return matches;
  });
