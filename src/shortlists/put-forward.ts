import {
  assertConsent,
  assertPermitted,
  ConsentEntity,
  consentNeeded,
  hasConsent,
  inTransaction,
  recordAudit,
  type Context,
} from '../access/index.ts';
import { rows } from '../database/index.ts';
import { calendarDay, newId, parseInput } from '../kernel/index.ts';
import { freezeMatch, type FrozenMatch } from '../matching/index.ts';
import { roleById } from '../roles/index.ts';
import { talentById, talentUnknown, type Talent } from '../talents/index.ts';
import { z } from 'zod';
import { EntryEntity, ORIGINS, type Entry, type Origin } from './entry.entity.ts';
import { firstTurn } from './first-contact.ts';
import { allOf, hostsOf, type Parties, type PartyRole } from './parties.ts';
import { entryLife } from './shortlist-lives.ts';
import { uuid } from './shortlist.input.ts';
import { shortlistById, type Listed } from './shortlist.repository.ts';
import { entryExists, shortlistClosed, shortlistFull } from './shortlists.failures.ts';
import { tellTalent, tellTurn } from './tell.ts';

/** The most entries of a list: it is to be looked through by people, and ordered by hand. */
export const MOST_ENTRIES = 500;

/** What is said of a talent who is put on a list. */
export const entryData = z.object({ shortlistId: uuid, talentId: uuid, origin: z.enum(ORIGINS) });

/** Between one role of a list and a talent, as it was when the talent was put forward. */
export interface Frozen {
  role: Pick<PartyRole, 'roleId' | 'employerId'>;
  match: FrozenMatch;
}

/**
 * Puts a talent on a list, with the explanation of the match for every role of the list as it is now. Only hosts and
 * operators say that somebody applied or came through a campaign.
 * @throws SHORTLISTS_UNKNOWN, SHORTLISTS_CLOSED, SHORTLISTS_FULL, SHORTLISTS_ENTRY_EXISTS, TALENTS_UNKNOWN,
 * ACCESS_CONSENT_NEEDED, ACCESS_FORBIDDEN, MATCHING_NOT_YET_EMBEDDED, INPUT_INVALID
 */
export async function addToShortlist(context: Context, input: unknown): Promise<Entry> {
  const { shortlistId, talentId, origin } = parseInput(entryData, input);
  const listed = await shortlistById(context, shortlistId, ['input', 'shortlistId']);
  assertPermitted(context.actor, 'shortlist:propose', allOf(listed.parties));
  if (origin === 'LEAD' || origin === 'APPLIED')
    assertPermitted(context.actor, 'shortlist:attribute', hostsOf(listed.parties));
  const talent = await visibleTalent(context, talentId);
  const frozen = await freezeFor(context, listed.parties, talent);
  return inTransaction(context, async (inside) =>
    putForward(inside, await shortlistById(inside, shortlistId), talent, origin, frozen),
  );
}

/** A talent who may be put forward. An employer does not learn that there are others. */
async function visibleTalent(context: Context, id: string): Promise<Talent> {
  const path = ['input', 'talentId'];
  const talent = await talentById(context.em, id, path);
  const consents = talent.withdrawnAt == null && (await hasConsent(context.em, talent.id, 'MATCHING'));
  if (context.actor.kind === 'employer' && !consents) throw talentUnknown({ id }, { path });
  if (talent.withdrawnAt != null) throw talentUnknown({ id }, { path });
  await assertConsent(context.em, talent.id, 'MATCHING');
  return talent;
}

/** The match of a talent with every role of a list, to be kept. @throws MATCHING_NOT_YET_EMBEDDED */
export async function freezeFor(
  { em, now }: Pick<Context, 'em' | 'now'>,
  { roles }: Parties,
  talent: Talent,
): Promise<Frozen[]> {
  const frozen: Frozen[] = [];
  for (const role of roles) {
    const offered = await roleById(em, role.roleId);
    frozen.push({ role, match: await freezeMatch(em, offered, talent, calendarDay(now)) });
  }
  return frozen;
}

/**
 * Puts a talent on a list within the caller's transaction; the caller has authorised it. On a shared list the
 * employer whose role fits best has the first turn.
 * @throws SHORTLISTS_CLOSED, SHORTLISTS_FULL, SHORTLISTS_ENTRY_EXISTS, ACCESS_CONSENT_NEEDED
 */
export async function putForward(
  context: Context,
  { shortlist, parties }: Listed,
  talent: Talent,
  origin: Origin,
  frozen: readonly Frozen[],
): Promise<Entry> {
  const { id: shortlistId } = shortlist;
  const consent = await context.em.findOne(ConsentEntity, {
    subjectId: talent.id,
    purpose: 'MATCHING',
    withdrawnAt: null,
  });
  if (!consent) throw consentNeeded({ purpose: 'MATCHING' });
  if (shortlist.state === 'CLOSED') throw shortlistClosed({ id: shortlistId });
  // One at a time on each list, so that places are not given twice and the limit holds.
  await rows(context.em, `SELECT FROM shortlists WHERE id = ? FOR UPDATE`, [shortlistId]);
  const [there] = await rows<{ many: number; last: number; twice: boolean }>(
    context.em,
    `SELECT count(*)::int AS many, coalesce(max(position), 0) AS last,
       coalesce(bool_or(talent_id = ? AND consent_id = ?), false) AS twice
     FROM shortlist_entries WHERE shortlist_id = ?`,
    [talent.id, consent.id, shortlistId],
  );
  if (there!.twice) throw entryExists({ shortlistId, talentId: talent.id });
  if (there!.many >= MOST_ENTRIES) throw shortlistFull({ id: shortlistId, limit: MOST_ENTRIES });
  const turns = inTurn(frozen);
  const entry = context.em.create(EntryEntity, {
    id: newId(),
    shortlistId,
    talentId: talent.id,
    consentId: consent.id,
    origin,
    state: entryLife.begins,
    since: context.now,
    addedAt: context.now,
    addedBy: context.actor.id,
    position: there!.last + 1,
    roleId: null,
    turns,
    passed: [],
    ...firstTurn(turns, ruleOf(shortlist), context.now),
  });
  recordAudit(
    context,
    'shortlist:propose',
    { kind: 'shortlist-entry', id: entry.id },
    { shortlistId, talentId: talent.id, origin, modelId: frozen[0]?.match.modelId },
  );
  await context.em.flush();
  await keep(context, entry.id, frozen);
  const listed = { entry, shortlist, parties };
  await tellTalent(context, listed, `proposed ${entry.id}`);
  await tellTurn(context, listed);
  return entry;
}

/** Employers by the best score that the talent has with one of their roles, best first. */
const inTurn = (frozen: readonly Frozen[]): string[] => [
  ...new Set(
    frozen
      .toSorted((one, other) => other.match.score - one.match.score)
      .map(({ role: { employerId } }) => employerId),
  ),
];

/** The window rule of a list. */
export const ruleOf = ({ zone, windowDays, releaseTo }: Listed['shortlist']) => ({
  zone,
  windowDays: windowDays ?? null,
  releaseTo,
});

const keep = (context: Context, entryId: string, frozen: readonly Frozen[]): Promise<object[]> =>
  rows(
    context.em,
    `INSERT INTO shortlist_explanations (entry_id, role_id, model_id, frozen_at, score, frozen)
     SELECT ?::uuid, given.role_id, given.model_id, ?::timestamptz, given.score, given.frozen
     FROM unnest(?::uuid[], ?::text[], ?::float8[], ?::jsonb[]) AS given (role_id, model_id, score, frozen)`,
    [
      entryId,
      context.now,
      frozen.map(({ role }) => role.roleId),
      frozen.map(({ match }) => match.modelId),
      frozen.map(({ match }) => match.score),
      frozen.map(({ match }) => JSON.stringify(match)),
    ],
  );
