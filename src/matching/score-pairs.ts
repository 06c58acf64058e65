import { rows, type EntityManager } from '../database/index.ts';
import { ELIGIBLE_ROLE, ELIGIBLE_TALENT, type Direction } from './eligible.ts';
import { retrieveThese } from './retrieval.ts';
import { scored, subjectOf } from './scored.ts';

/** What a pair is worth, without the words that explain it. */
export interface PairScore {
  roleId: string;
  talentId: string;
  /** In [0, 1], as in a ranking. */
  score: number;
  /** Whether a hard condition stands between the two: no ranking would show them to each other. */
  excluded: boolean;
}

/**
 * Scores one role with the talents named, or one talent with the roles named, whether rankings put them forward or
 * not: what meetings are planned by. Those who have left, closed or not consented are not among the answers, and a
 * subject that is none of these gets none. The caller has authorised it.
 * @throws MATCHING_NOT_YET_EMBEDDED
 */
export async function scorePairs(
  em: EntityManager,
  direction: Direction,
  id: string,
  others: readonly string[],
  today: string,
): Promise<PairScore[]> {
  if (others.length === 0) return [];
  const [roleIds, talentIds] = direction === 'CANDIDATES' ? [[id], others] : [others, [id]];
  const roles = await eligible(em, 'roles', ELIGIBLE_ROLE, roleIds);
  const talents = await eligible(em, 'talents', ELIGIBLE_TALENT, talentIds);
  const sought = direction === 'CANDIDATES' ? talents : roles;
  if (sought.length === 0 || roles.length === 0 || talents.length === 0) return [];
  const subject = await subjectOf(em, direction, id);
  const seen = await retrieveThese(em, { direction, id }, sought);
  const matches = await scored(em, subject, seen, today);
  return matches.map(({ role, talent, score, conditions }) => ({
    roleId: role.id,
    talentId: talent.id,
    score,
    excluded: conditions.some(({ verdict }) => verdict === 'FAILED'),
  }));
}

async function eligible(
  em: EntityManager,
  table: 'roles' | 'talents',
  { sql, parameters }: typeof ELIGIBLE_ROLE,
  ids: readonly string[],
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    `SELECT id FROM ${table} WHERE id = ANY (?) AND ${sql} ORDER BY id`,
    [ids, ...parameters],
  );
  return found.map((row) => row.id);
}
