import { rows, type EntityManager } from '../../database/index.ts';
import { calendarDay } from '../../kernel/index.ts';
import { attentionAt } from './attention.ts';

/** Attention is forgotten after so many days, and its rows are deleted. */
export const REMEMBERED_DAYS = 14;

const DAY = 86_400_000;
const firstDay = (at: Date): string => calendarDay(new Date(at.getTime() - REMEMBERED_DAYS * DAY));

/**
 * Notes that an employer was shown the talents, in one statement: each once a day for the role, with the attention of
 * the first place that they had in it. What is older than the window goes, of the same talents.
 * @param before how many stand before the first of them in the ranking.
 */
export async function recordShowings(
  em: EntityManager,
  roleId: string,
  talentIds: readonly string[],
  before: number,
  now: Date,
): Promise<void> {
  if (talentIds.length === 0) return;
  await rows(
    em,
    `WITH forgotten AS (DELETE FROM showings WHERE talent_id = ANY (?) AND day < ?::date)
     INSERT INTO showings (talent_id, role_id, day, at, attention)
     SELECT talent_id, ?::uuid, ?::date, ?::timestamptz, attention
     FROM unnest(?::uuid[], ?::real[]) AS shown (talent_id, attention)
     ON CONFLICT (talent_id, day, role_id) DO NOTHING`,
    [
      talentIds,
      firstDay(now),
      roleId,
      calendarDay(now),
      now.toISOString(),
      talentIds,
      talentIds.map((_, place) => attentionAt(before + place + 1)),
    ],
  );
}

/**
 * How much attention each talent had from roles other than this one in the days before an instant. What is noted
 * after the instant does not change it, so that the pages of a ranking fit together.
 */
export async function attentionTo(
  em: EntityManager,
  talentIds: readonly string[],
  { butRole, until }: { butRole: string; until: Date },
): Promise<(talentId: string) => number> {
  const had = await rows<{ talent_id: string; attention: string | number }>(
    em,
    `SELECT talent_id, sum(attention) AS attention FROM showings
     WHERE talent_id = ANY (?) AND day >= ?::date AND at < ?::timestamptz AND role_id <> ?
     GROUP BY talent_id`,
    [talentIds, firstDay(until), until.toISOString(), butRole],
  );
  const attention = new Map(had.map((row) => [row.talent_id, Number(row.attention)]));
  return (talentId) => attention.get(talentId) ?? 0;
}
