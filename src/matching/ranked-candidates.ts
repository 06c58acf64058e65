import { inTransaction, recordAudit, type Context } from '../access/index.ts';
import { calendarDay, type PageRequest } from '../kernel/index.ts';
import { assertMayActForRole } from '../roles/index.ts';
import { identified } from '../talents/index.ts';
import { byRelevance, bySpread, type CandidateOrder } from './exposure/order.ts';
import { recordShowings } from './exposure/showings.ts';
import { assertNarrowable } from './narrowable.ts';
import { narrowedCandidates, type CandidateNarrowing } from './narrowing.ts';
import { rank, type Ranking } from './rank.ts';
import { SHOWS_ALL, type Shows } from './shown.ts';

/**
 * Ranks the talents for a role, best first; for its employer, that employer's proxy, and organisers. Talents
 * without consent are never among them; those with a failed condition only if `includeExcluded` asks for it.
 * That a ranking was read is audited, and whom an employer was shown is counted, in one transaction.
 * @throws ROLES_UNKNOWN, ACCESS_FORBIDDEN, MATCHING_FAMILY_HIDDEN, MATCHING_NOT_YET_EMBEDDED, PAGE_…
 */
export async function rankedCandidates(
  context: Context,
  roleId: string,
  page: PageRequest,
  filter: CandidateNarrowing = {},
  order: CandidateOrder = 'RELEVANCE',
  shows: Shows = SHOWS_ALL,
): Promise<Ranking> {
  const id = await assertMayActForRole(context, 'candidate:rank', roleId);
  assertNarrowable(context.actor, filter);
  const ranking = await rank(
    context.em,
    'CANDIDATES',
    id,
    {
      narrowing: narrowedCandidates(filter),
      excludeFailed: !filter.includeExcluded,
      today: calendarDay(context.now),
      knownOf: (em, talentIds) => identified({ ...context, em }, talentIds),
      shows,
    },
    page,
    order === 'SPREAD' ? bySpread(page.after, id, context.now) : byRelevance(page.after),
  );
  const shown = ranking.edges.map(({ node }) => node.id);
  await inTransaction(context, async (inside) => {
    recordAudit(
      inside,
      'candidate:rank',
      { kind: 'role', id },
      { modelId: ranking.modelId, considered: ranking.considered, order, shown },
    );
    // Organisers look over the pool; attention is what employers give.
    if (inside.actor.kind === 'employer')
      await recordShowings(inside.em, id, shown, ranking.before, inside.now);
  });
  return ranking;
}
