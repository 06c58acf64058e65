import { assertConsent, assertPermitted, hasConsent, recordAudit, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { calendarDay } from '../kernel/index.ts';
import { assertMayActFor, roleById, type Role } from '../roles/index.ts';
import { identified, talentById, talentUnknown, type Talent } from '../talents/index.ts';
import type { Direction } from './eligible.ts';
import type { Match } from './match.ts';
import { atOneMoment } from './rank.ts';
import { RETRIEVED, retrieve, retrieveThese } from './retrieval.ts';
import { byScore } from './score.ts';
import { scored, subjectOf } from './scored.ts';
import { shown, SHOWS_ALL, type KnownOf, type ShownMatch } from './shown.ts';

/** Why somebody is in no ranking for a role, whatever their CV says. */
export const EXCLUSIONS = ['ROLE_CLOSED', 'TALENT_WITHDRAWN', 'CONDITION_FAILED'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Places from 1 among those whom each retriever put forward; null beyond them. */
export interface Ranks {
  vector: number | null;
  text: number | null;
  concepts: number | null;
}

/** One match in full: also where the ranking leaves it out. */
export interface Explanation {
  modelId: string;
  exclusions: Exclusion[];
  /** The place in the ranking of the one who asks, from 1; null for whoever is not in it. */
  place: number | null;
  ranks: Ranks;
  match: ShownMatch;
}

/**
 * Why a talent is where they are in the ranking for a role, or not in it: for the role's employer, the employer's
 * proxy, organisers, and the talent themselves, whose places are those of the role among the roles for them.
 * Employers learn nothing of talents who have left or not consented, not even that they are there; organisers and
 * the talents themselves do, but without consent nothing is matched for them either. Reading an explanation is audited like reading a ranking.
 * @throws ROLES_UNKNOWN, TALENTS_UNKNOWN, ACCESS_FORBIDDEN, ACCESS_CONSENT_NEEDED, MATCHING_NOT_YET_EMBEDDED
 */
export async function explainMatch(context: Context, roleId: string, talentId: string): Promise<Explanation> {
  const role = await roleById(context.em, roleId, ['roleId']);
  if (context.actor.kind === 'talent') assertPermitted(context.actor, 'role:match', { personId: talentId });
  else await assertMayActFor(context, 'candidate:rank', role.employerId);
  const talent = await talentById(context.em, talentId, ['talentId']);
  const consents = await hasConsent(context.em, talent.id, 'MATCHING');
  if (context.actor.kind === 'employer' && !(consents && talent.withdrawnAt == null))
    throw talentUnknown({ id: talentId }, { path: ['talentId'] });
  await assertConsent(context.em, talent.id, 'MATCHING');
  const explanation = await explained(
    context.em,
    context.actor.kind === 'talent' ? 'ROLES' : 'CANDIDATES',
    role,
    talent,
    calendarDay(context.now),
    (em, talentIds) => identified({ ...context, em }, talentIds),
  );
  if (context.actor.kind !== 'talent') {
    recordAudit(
      context,
      'candidate:rank',
      { kind: 'role', id: role.id },
      { modelId: explanation.modelId, explained: talent.id },
    );
    await context.em.flush();
  }
  return explanation;
}

const explained = (
  em: EntityManager,
  direction: Direction,
  role: Role,
  talent: Talent,
  today: string,
  knownOf: KnownOf,
): Promise<Explanation> =>
  atOneMoment(em, (inside) => explainedAsOfNow(inside, direction, role, talent, today, knownOf));

/** The same within a transaction of the caller's, who has authorised it. @throws MATCHING_NOT_YET_EMBEDDED */
export async function explainedAsOfNow(
  inside: EntityManager,
  direction: Direction,
  role: Role,
  talent: Talent,
  today: string,
  knownOf: KnownOf,
): Promise<Explanation> {
  const [asks, other] = direction === 'CANDIDATES' ? [role.id, talent.id] : [talent.id, role.id];
  const subject = await subjectOf(inside, direction, asks);
  const { model } = subject;
  const forward = await retrieve(inside, { ...subject, narrowing: [], excludeFailed: true, today });
  const [seen] = await retrieveThese(inside, { direction, id: asks }, [other]);
  const ranking = (await scored(inside, subject, forward, today)).sort(byScore);
  const [scoredMatch] = await scored(inside, subject, [seen!], today);
  const known = await knownOf(inside, [talent.id]);
  const [match] = await shown(inside, model.id, [scoredMatch!], known, SHOWS_ALL);
  const place = ranking.findIndex(({ id }) => id === other);
  return {
    modelId: model.id,
    exclusions: [
      ...(role.withdrawnAt == null ? [] : (['ROLE_CLOSED'] as const)),
      ...(talent.withdrawnAt == null ? [] : (['TALENT_WITHDRAWN'] as const)),
      ...(match!.conditions.some(({ verdict }) => verdict === 'FAILED')
        ? (['CONDITION_FAILED'] as const)
        : []),
    ],
    place: place < 0 ? null : place + 1,
    ranks: {
      vector: rankBy<Match>(({ cosine }) => cosine ?? -1, match!, ranking),
      text: rankBy(({ found }) => found, seen!, forward),
      concepts: rankBy(({ shared }) => shared, seen!, forward),
    },
    match: match!,
  };
}

/** The place by one figure among those put forward; null for nothing, and beyond what a retriever puts forward. */
function rankBy<One>(figure: (of: One) => number, seen: One, forward: readonly One[]): number | null {
  const own = figure(seen);
  const before = forward.filter((one) => figure(one) > own).length;
  return own <= 0 || before >= RETRIEVED ? null : before + 1;
}
