import { rows, type EntityManager } from '../database/index.ts';
import { BLIND_RULES, blindText } from './blind/index.ts';

/** CVs made blind together, in one transaction. */
const BATCH = 64;

/** What a blind CV was made from: when any of it changes, it is made anew. */
const KEY = `md5(concat_ws(E'\\n', '${BLIND_RULES}', talents.name, talents.email, documents.hash))`;

interface MadeBlind {
  id: string;
  key: string;
  text: string;
}

/** The CVs of these talents with all hidden that tells who they are, by talent; from the store where it has them. */
export async function blindCvs(
  em: EntityManager,
  talentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (talentIds.length === 0) return new Map();
  const kept = await rows<{ id: string; text: string }>(
    em,
    `SELECT talents.id, blind.text
     FROM talents JOIN documents ON documents.id = talents.id
       JOIN blind_cvs AS blind ON blind.talent_id = talents.id AND blind.key = ${KEY}
     WHERE talents.id = ANY (?)`,
    [talentIds],
  );
  const blind = new Map(kept.map(({ id, text }) => [id, text]));
  const missing = talentIds.filter((id) => !blind.has(id));
  if (missing.length > 0)
    for (const { id, text } of await madeBlind(em, { sql: 'talents.id = ANY (?)', parameters: [missing] }))
      blind.set(id, text);
  return blind;
}

/**
 * Makes every CV blind that is not yet, or was changed since, so that no ranking has to wait for it. What is pending
 * is read from the tables themselves: nothing is lost by a crash, and a second run does nothing.
 */
export async function blindPending(
  em: EntityManager,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const made = await madeBlind(em, {
      sql: `NOT EXISTS (SELECT FROM blind_cvs WHERE talent_id = talents.id AND key = ${KEY}) LIMIT ${BATCH}`,
      parameters: [],
    });
    if (made.length === 0) return;
    await rows(
      em,
      `INSERT INTO blind_cvs (talent_id, key, text)
       SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[])
       ON CONFLICT (talent_id) DO UPDATE SET key = excluded.key, text = excluded.text`,
      [made.map(({ id }) => id), made.map(({ key }) => key), made.map(({ text }) => text)],
    );
  }
}

async function madeBlind(
  em: EntityManager,
  which: { sql: string; parameters: readonly unknown[] },
): Promise<MadeBlind[]> {
  const found = await rows<MadeBlind & { name: string; email: string | null }>(
    em,
    `SELECT talents.id, talents.name, talents.email, documents.text, ${KEY} AS key
     FROM talents JOIN documents ON documents.id = talents.id WHERE ${which.sql}`,
    which.parameters,
  );
  return found.map(({ id, key, text, name, email }) => ({ id, key, text: blindText(text, { name, email }) }));
}
