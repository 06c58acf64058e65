import { rows, rowsAtOnce, type EntityManager } from '../database/index.ts';
import { documentHash } from '../documents/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import {
  asRead,
  BLIND_RULES,
  blindText,
  hidden,
  placesIn,
  stretchesIn,
  type Person,
  type PlaceOf,
  type Span,
} from './blind/index.ts';

/** CVs made blind together, in one transaction. */
const BATCH = 64;

/** A CV to be stored, and what rankings read of it: the text of the document of the same identifier. */
export interface BlindCv {
  id: string;
  text: string;
  stretches: Span[];
  read: string;
}

/** Hides what of a person's CV tells who they are. */
export function blindCv(id: string, text: string, person: Person): BlindCv {
  const stretches = stretchesIn(blindText(text, person));
  return { id, text, stretches, read: asRead(text, stretches) };
}

/** Writes CVs in the caller's transaction, which has saved their documents. */
export async function saveCvs(em: EntityManager, cvs: readonly BlindCv[]): Promise<void> {
  await rows(
    em,
    `INSERT INTO cvs (talent_id, text, hidden, rules)
     SELECT id, text, hidden::integer[], ? FROM unnest(?::uuid[], ?::text[], ?::text[]) AS given (id, text, hidden)
     ON CONFLICT (talent_id) DO UPDATE SET text = excluded.text, hidden = excluded.hidden, rules = excluded.rules`,
    [
      BLIND_RULES,
      cvs.map(({ id }) => id),
      cvs.map(({ text }) => text),
      cvs.map(({ stretches }) => `{${stretches.flatMap(({ start, end }) => [start, end])}}`),
    ],
  );
}

/** A CV as it was written, and as it is shown to those who may not know who the person is: equally long. */
export interface Cv {
  text: string;
  blind: string;
  /** What rankings read of it. */
  read: string;
  /** Where what rankings read of it stands in it. */
  placeOf: PlaceOf;
}

/** The CVs of these talents, by talent. */
export async function cvsOf(
  em: EntityManager,
  talentIds: readonly string[],
): Promise<ReadonlyMap<string, Cv>> {
  const found = await rowsAtOnce<{ id: string; text: string; ends: number[] }>(
    em,
    `SELECT talent_id AS id, text, hidden AS ends FROM cvs WHERE talent_id = ANY (?)`,
    [talentIds],
  );
  return new Map(
    found.map(({ id, text, ends }) => {
      const stretches = pairsOf(ends);
      return [
        id,
        {
          text,
          blind: hidden(text, stretches),
          read: asRead(text, stretches),
          placeOf: placesIn(stretches),
        },
      ];
    }),
  );
}

/** Where in the CVs of these talents stands what rankings read of them, by talent. */
export async function placesInCvsOf(
  em: EntityManager,
  talentIds: readonly string[],
): Promise<ReadonlyMap<string, PlaceOf>> {
  const found = await rows<{ id: string; ends: number[] }>(
    em,
    `SELECT talent_id AS id, hidden AS ends FROM cvs WHERE talent_id = ANY (?)`,
    [talentIds],
  );
  return new Map(found.map(({ id, ends }) => [id, placesIn(pairsOf(ends))]));
}

const pairsOf = (ends: readonly number[]): Span[] =>
  ends.flatMap((start, place) => (place % 2 === 0 ? [{ start, end: ends[place + 1]! }] : []));

/**
 * Makes every CV blind anew that was made so by earlier rules; what rankings read of it is read anew after that. What
 * is pending is read from the table itself: nothing is lost by a crash, and a second run does nothing.
 */
export async function blindPending(
  em: EntityManager,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const pending = await rows<{ id: string }>(
      em,
      `SELECT talent_id AS id FROM cvs WHERE rules < ? ORDER BY rules LIMIT ${BATCH}`,
      [BLIND_RULES],
    );
    if (pending.length === 0) return;
    await em.transactional((inside) =>
      blindAnew(
        inside as EntityManager,
        pending.map(({ id }) => id),
      ),
    );
  }
}

async function blindAnew(em: EntityManager, talentIds: readonly string[]): Promise<void> {
  // Whoever changes a CV waits here, as in `saveDocuments`; and then all is read as it is now.
  await rows(em, `SELECT FROM documents WHERE id = ANY (?) ORDER BY id FOR UPDATE`, [talentIds]);
  const found = await rows<Person & { id: string; text: string; language: TextLanguage }>(
    em,
    `SELECT talents.id, talents.name, talents.email, cvs.text, documents.language
     FROM cvs JOIN talents ON talents.id = cvs.talent_id JOIN documents ON documents.id = cvs.talent_id
     WHERE cvs.talent_id = ANY (?)`,
    [talentIds],
  );
  const cvs = found.map(({ id, text, language, ...person }) => ({ language, ...blindCv(id, text, person) }));
  await rows(
    em,
    `UPDATE documents SET text = anew.text, hash = anew.hash
     FROM unnest(?::uuid[], ?::text[], ?::text[]) AS anew (id, text, hash) WHERE documents.id = anew.id`,
    [
      cvs.map(({ id }) => id),
      cvs.map(({ read }) => read),
      cvs.map(({ language, read }) => documentHash({ language, text: read })),
    ],
  );
  await saveCvs(em, cvs);
}
