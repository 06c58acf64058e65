import { rows, type EntityManager } from '../../database/index.ts';

/** A concept that more than this share of the CVs name tells nobody apart. */
const COMMON_SHARE = 0.1;
const COMMON_FLOOR = 200;
/** The number of CVs is counted no further than this. */
const COUNTED = 10_000;
/** Rarities are renewed when the number of CVs has changed by this factor since they were measured. */
const DRIFT = 1.25;

/** Measures how rare what roles seek is among the linked CVs: as `weighSearchTerms` does for words. */
export async function weighConcepts(em: EntityManager): Promise<void> {
  const [counted] = await rows<{ cvs: string | number }>(
    em,
    `SELECT count(*) AS cvs FROM (SELECT FROM linked_documents WHERE kind = 'CV' LIMIT ${COUNTED}) AS counted`,
  );
  const cvs = Number(counted!.cvs);
  const common = Math.max(COMMON_FLOOR, Math.floor(cvs * COMMON_SHARE));
  const stale = await rows<{ key: string }>(
    em,
    `SELECT DISTINCT key::text AS key FROM sought_concepts WHERE among IS NULL OR among NOT BETWEEN ? AND ?`,
    [Math.floor(cvs / DRIFT), Math.ceil(cvs * DRIFT)],
  );
  // In portions, so that a single connection is free for others in between.
  for (let from = 0; from < stale.length; from += 100)
    await rows(
      em,
      `UPDATE sought_concepts SET among = ?,
         rarity = CASE WHEN found.cvs > ? THEN 0 ELSE ln(1 + ?::real / greatest(found.cvs, 1)) END
       FROM unnest(?::bigint[]) AS given (key), LATERAL (
         SELECT count(*) AS cvs FROM (
           SELECT FROM linked_documents WHERE kind = 'CV' AND keys @> ARRAY[given.key] LIMIT ?
         ) AS bounded
       ) AS found
       WHERE sought_concepts.key = given.key`,
      [cvs, common, cvs, stale.slice(from, from + 100).map(({ key }) => key), common + 1],
    );
}
