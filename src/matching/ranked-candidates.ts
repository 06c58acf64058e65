import { recordAudit, type Context } from '../access/index.ts';
import { calendarDay, type PageRequest } from '../kernel/index.ts';
import { assertMayActFor, roleById } from '../roles/index.ts';
import { narrowedCandidates, type CandidateNarrowing } from './narrowing.ts';
import { rank, type Ranking } from './rank.ts';

/**
 * Ranks the talents for a role, best first; for its employer, that employer's proxy, and organisers. Talents
 * without consent are never among them; those with a failed condition only if `includeExcluded` asks for it.
 * That a ranking was read is audited.
 * @throws ROLES_UNKNOWN, ACCESS_FORBIDDEN, MATCHING_NOT_YET_EMBEDDED, PAGE_…
 */
export async function rankedCandidates(
  context: Context,
  roleId: string,
  page: PageRequest,
  filter: CandidateNarrowing = {},
): Promise<Ranking> {
  const role = await roleById(context.em, roleId, ['roleId']);
  await assertMayActFor(context, 'candidate:rank', role.employerId);
  const ranking = await rank(
    context.em,
    'CANDIDATES',
    role.id,
    {
      narrowing: narrowedCandidates(filter),
      excludeFailed: !filter.includeExcluded,
      today: calendarDay(context.now),
    },
    page,
  );
  recordAudit(
    context,
    'candidate:rank',
    { kind: 'role', id: role.id },
    {
      modelId: ranking.modelId,
      considered: ranking.considered,
      shown: ranking.edges.map(({ node }) => node.id),
    },
  );
  await context.em.flush();
  return ranking;
}
