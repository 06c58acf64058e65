import type { Context } from '../../access/index.ts';
import { calendarDay } from '../../kernel/index.ts';
import { assertMayActFor, roleById } from '../../roles/index.ts';
import { assertNarrowable } from '../narrowable.ts';
import { narrowedCandidates, type CandidateNarrowing } from '../narrowing.ts';
import { consider } from '../rank.ts';
import { circumstancesOf } from '../scored.ts';
import { countWhatIfs, type WhatIf } from './count-what-ifs.ts';
import { relaxations } from './relaxations.ts';

/**
 * How many more good candidates the role would have if it asked less, one condition at a time. Counted among those
 * whom a ranking with `includeExcluded` considers: nobody without consent is. Nobody is named and nothing is audited.
 * @throws ROLES_UNKNOWN, ACCESS_FORBIDDEN, MATCHING_FAMILY_HIDDEN, MATCHING_NOT_YET_EMBEDDED
 */
export async function whatIfs(
  context: Context,
  roleId: string,
  filter: CandidateNarrowing = {},
): Promise<WhatIf[]> {
  const role = await roleById(context.em, roleId, ['roleId']);
  await assertMayActFor(context, 'candidate:rank', role.employerId);
  assertNarrowable(context.actor, filter);
  const today = calendarDay(context.now);
  const { matches } = await consider(context.em, 'CANDIDATES', role.id, {
    narrowing: narrowedCandidates(filter),
    excludeFailed: false,
    today,
  });
  return countWhatIfs(matches, relaxations(role), await circumstancesOf(context.em, [role], today));
}
