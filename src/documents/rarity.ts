import { rows, type EntityManager } from '../database/index.ts';

/** Where terms that roles seek stand, and how a CV is known to hold one. */
export interface SoughtTerms {
  /** A table with `rarity` and `among`, and its column that names the term, of this type. */
  table: string;
  term: string;
  type: string;
  /** The table that stands for the CVs (by `kind`), and the condition on a row of it that `given.term` is held. */
  cvs: string;
  holdTheTerm: string;
}

/** A term in more than this share of the CVs tells nobody apart, and looking it up would be slow. */
const COMMON_SHARE = 0.1;
/** Below this many CVs with the term it counts however large its share is. */
const COMMON_FLOOR = 200;
/** The number of CVs is counted no further than this: rarity beyond it changes no order. */
const COUNTED = 10_000;
/** Rarities are renewed when the number of CVs has changed by this factor since they were measured. */
const DRIFT = 1.25;

/**
 * Measures how rare each term is among the CVs: ln(1 + N / n) as in Robertson, 'Understanding inverse document
 * frequency' (2004), 0 for terms in more than a tenth of the CVs. Only terms are measured whose rarity is missing, or
 * was measured among a quarter more or fewer CVs.
 */
export async function measureRarity(
  em: EntityManager,
  { table, term, type, cvs, holdTheTerm }: SoughtTerms,
): Promise<void> {
  const [counted] = await rows<{ cvs: string | number }>(
    em,
    `SELECT count(*) AS cvs FROM (SELECT FROM ${cvs} WHERE kind = 'CV' LIMIT ${COUNTED}) AS counted`,
  );
  const all = Number(counted!.cvs);
  const common = Math.max(COMMON_FLOOR, Math.floor(all * COMMON_SHARE));
  const stale = await rows<{ term: string }>(
    em,
    `SELECT DISTINCT ${term}::text AS term FROM ${table} WHERE among IS NULL OR among NOT BETWEEN ? AND ?`,
    [Math.floor(all / DRIFT), Math.ceil(all * DRIFT)],
  );
  // In portions, so that a single connection is free for others in between.
  for (let from = 0; from < stale.length; from += 100)
    await rows(
      em,
      `UPDATE ${table} SET among = ?,
         rarity = CASE WHEN found.cvs > ? THEN 0 ELSE ln(1 + ?::real / greatest(found.cvs, 1)) END
       FROM (SELECT text::${type} AS term FROM unnest(?::text[]) AS text) AS given, LATERAL (
         SELECT count(*) AS cvs FROM (
           SELECT FROM ${cvs} WHERE kind = 'CV' AND ${holdTheTerm} LIMIT ?
         ) AS bounded
       ) AS found
       WHERE ${table}.${term} = given.term`,
      [all, common, all, stale.slice(from, from + 100).map((one) => one.term), common + 1],
    );
}
