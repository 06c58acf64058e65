import type { EntityManager, Fragment } from '../database/index.ts';
import type { Match } from './match.ts';
import { atOneMoment, consider, type Considered } from './rank.ts';
import { retrieveThese } from './retrieval.ts';
import { scored, subjectOf } from './scored.ts';

/**
 * Of the talents who meet the condition over `talents`, those who fit the role, best first: none without consent or
 * with a failed condition, and no more than the retrievers put forward. The caller has authorised it.
 * @throws MATCHING_NOT_YET_EMBEDDED
 */
export const candidatesAmong = (
  em: EntityManager,
  roleId: string,
  among: Fragment,
  today: string,
): Promise<Considered> =>
  atOneMoment(em, (inside) =>
    consider(inside, 'CANDIDATES', roleId, { narrowing: [among], excludeFailed: true, today }),
  );

/**
 * The role with exactly these talents, whether a ranking would put them forward or not, in no order. A failed condition
 * halves the score, as everywhere. The caller has authorised it, and has seen to consent.
 * @throws MATCHING_NOT_YET_EMBEDDED
 */
export const scoreThese = (
  em: EntityManager,
  roleId: string,
  talentIds: readonly string[],
  today: string,
): Promise<{ modelId: string; matches: Match[] }> =>
  atOneMoment(em, async (inside) => {
    const subject = await subjectOf(inside, 'CANDIDATES', roleId);
    const seen = await retrieveThese(inside, { direction: 'CANDIDATES', id: roleId }, talentIds);
    return { modelId: subject.model.id, matches: await scored(inside, subject, seen, today) };
  });
