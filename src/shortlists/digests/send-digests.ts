import {
  assertPermitted,
  consentStands,
  inTransaction,
  recordAudit,
  type Context,
} from '../../access/index.ts';
import { joined, rows, type Fragment } from '../../database/index.ts';
import { calendarDay, Failure, newId, parseInput } from '../../kernel/index.ts';
import { fittingRoles, notYetEmbedded, type Match } from '../../matching/index.ts';
import { announce } from '../../messages/index.ts';
import { organisationById } from '../../organisations/index.ts';
import { z } from 'zod';
import { campaignById } from '../campaigns/campaign.repository.ts';
import { uuid } from '../shortlist.input.ts';
import { weekOf } from './digest-week.ts';
import { digestOfRoles } from './digest.templates.ts';

/** Talents looked at in one call: a request stays short, and whoever asks goes on with `next`. */
export const DIGEST_BATCH = 100;

/** Roles in one letter; further ones are not announced, and found under `matchedRoles`. */
const MOST_ROLES = 10;

/** From which score on a role is worth a letter, unless the caller says otherwise. */
export const DIGEST_SCORE = 0.5;

const digestData = z.object({
  /** Only to those who signed up for this campaign, and only of its roles. */
  campaignId: uuid.nullish(),
  minimumScore: z.number().min(0).max(1).default(DIGEST_SCORE),
  after: uuid.nullish(),
});

/** What became of one batch. */
export interface DigestBatch {
  /** Talents looked at: who consent, and had no digest this week. */
  considered: number;
  /** Talents who were written to. */
  sent: number;
  /** Talents whose CV the model has yet to read: they are looked at again next time. */
  unread: number;
  /** Where to go on, as `after`; null when there are no more. */
  next: string | null;
}

/**
 * Writes to talents who agreed to it of new roles that match: roles added since their last digest, or since they
 * agreed; one letter a talent and week, no role twice, no role with a failed condition. For operators; for hosts of a
 * campaign to those who signed up for it, of its roles.
 * @throws SHORTLISTS_CAMPAIGN_UNKNOWN, ACCESS_FORBIDDEN, INPUT_INVALID
 */
export async function sendDigests(context: Context, input: unknown): Promise<DigestBatch> {
  const { campaignId, minimumScore, after } = parseInput(digestData, input);
  const hosted = campaignId ? await campaignById(context, campaignId, ['input', 'campaignId']) : null;
  assertPermitted(context.actor, 'digest:send', { organisationIds: hosted?.hostIds ?? [] });
  const readers = await readersOf(context, campaignId ?? null, after ?? null);
  const batch: DigestBatch = { considered: readers.length, sent: 0, unread: 0, next: null };
  for (const { id, since } of readers) {
    const roles = await newRolesFor(context, id, new Date(since), campaignId ?? null);
    if (roles === 'UNREAD') batch.unread++;
    else if (
      await sendDigest(
        context,
        id,
        roles.filter(({ score }) => score >= minimumScore),
      )
    )
      batch.sent++;
  }
  if (readers.length === DIGEST_BATCH) batch.next = readers.at(-1)!.id;
  return batch;
}

/** Who may be written to this week, and since when roles are new to them. */
async function readersOf(
  { em, now }: Context,
  campaignId: string | null,
  after: string | null,
): Promise<{ id: string; since: Date }[]> {
  const conditions: Fragment[] = [
    { sql: 'talents.withdrawn_at IS NULL', parameters: [] },
    { sql: `agreed.purpose = 'DIGEST' AND agreed.withdrawn_at IS NULL`, parameters: [] },
    consentStands('talents.id', 'MATCHING'),
    {
      sql: `NOT EXISTS (SELECT FROM digests WHERE digests.talent_id = talents.id AND digests.week = ?::date)`,
      parameters: [weekOf(now)],
    },
  ];
  if (after) conditions.push({ sql: 'talents.id > ?', parameters: [after] });
  if (campaignId)
    conditions.push({
      sql: `EXISTS (SELECT FROM campaign_sign_ups AS given
              WHERE given.talent_id = talents.id AND given.campaign_id = ? AND given.state <> 'WITHDRAWN')`,
      parameters: [campaignId],
    });
  const { sql, parameters } = joined(conditions, ' AND ');
  return rows(
    em,
    `SELECT talents.id, greatest(agreed.given_at, (SELECT max(sent_at) FROM digests WHERE talent_id = talents.id)) AS since
     FROM consents AS agreed JOIN talents ON talents.id = agreed.subject_id
     WHERE ${sql} ORDER BY talents.id LIMIT ${DIGEST_BATCH}`,
    parameters,
  );
}

/**
 * Roles added since then that fit the talent and were not announced to them, best first. When a role was added says
 * the audit trail, which every way of adding one writes.
 */
async function newRolesFor(
  { em, now }: Context,
  talentId: string,
  since: Date,
  campaignId: string | null,
): Promise<Match[] | 'UNREAD'> {
  const among = joined(
    [
      {
        sql: `EXISTS (SELECT FROM audit_records AS added
                WHERE added.subject_id = roles.id AND added.action = 'role:create' AND added.at > ?)
              AND NOT EXISTS (SELECT FROM digest_roles WHERE talent_id = ? AND role_id = roles.id)`,
        parameters: [since, talentId],
      },
      ...(campaignId
        ? [
            {
              sql: `EXISTS (SELECT FROM campaign_roles WHERE campaign_id = ? AND role_id = roles.id)`,
              parameters: [campaignId],
            },
          ]
        : []),
    ],
    ' AND ',
  );
  try {
    return await fittingRoles(em, talentId, among, calendarDay(now));
  } catch (failure) {
    if (failure instanceof Failure && failure.code === notYetEmbedded.definition.code) return 'UNREAD';
    throw failure;
  }
}

/** Writes one letter. @returns whether it was written: not without roles, and not a second in the same week. */
function sendDigest(context: Context, talentId: string, matches: readonly Match[]): Promise<boolean> {
  const best = matches.slice(0, MOST_ROLES);
  if (best.length === 0) return Promise.resolve(false);
  return inTransaction(context, async (inside) => {
    const week = weekOf(inside.now);
    const digestId = newId();
    // Whoever has ended the consent since the batch was read gets none.
    const agrees = consentStands('?', 'DIGEST');
    const written = await rows(
      inside.em,
      `INSERT INTO digests (id, talent_id, week, sent_at)
       SELECT ?::uuid, ?::uuid, ?::date, ?::timestamptz WHERE ${agrees.sql}
       ON CONFLICT (talent_id, week) DO NOTHING RETURNING id`,
      [digestId, talentId, week, inside.now, talentId, ...agrees.parameters],
    );
    if (written.length === 0) return false;
    await rows(
      inside.em,
      `INSERT INTO digest_roles (talent_id, digest_id, role_id, score)
       SELECT ?::uuid, ?::uuid, given.* FROM unnest(?::uuid[], ?::float8[]) AS given`,
      [talentId, digestId, best.map(({ role }) => role.id), best.map(({ score }) => score)],
    );
    const roles: { roleId: string; title: string; employer: string }[] = [];
    for (const { role } of best) {
      const { name } = await organisationById(inside.em, role.employerId);
      roles.push({ roleId: role.id, title: role.title, employer: name });
    }
    await announce(inside, [
      {
        recipient: { kind: 'talent', id: talentId },
        template: digestOfRoles,
        parameters: { roles },
        change: `digest ${week}`,
      },
    ]);
    recordAudit(
      inside,
      'digest:send',
      { kind: 'talent', id: talentId },
      { week, roleIds: roles.map(({ roleId }) => roleId) },
    );
    return true;
  });
}
