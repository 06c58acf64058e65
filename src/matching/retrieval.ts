import { columnsAtOnce, rows, type EntityManager } from '../database/index.ts';
import { holdVectors } from '../documents/index.ts';
import { byIndex, eligibleAmong, SIDES, type Direction, type Search } from './eligible.ts';
import { firstEligible, takeFrom, type Take } from './first-eligible.ts';
import { byScore } from './score.ts';

/** How many each of the three retrievers puts forward; the ranking is made of their union, and ends with it. */
export const RETRIEVED = 70;

/** One who was put forward, with what the retrievers know. */
export interface Retrieved {
  id: string;
  /** Sum of weight times rarity of the search words found. */
  found: number;
  /** The same over all search words of the role. */
  sought: number;
  /** Sum of weight times rarity of the role's concepts that the CV names, too. */
  shared: number;
  /** The same over all concepts of the role. */
  named: number;
}

/** What a text has in common with a counterpart. */
type Common = Pick<Retrieved, 'found' | 'shared'>;

/**
 * Puts counterparts forward: of the eligible those nearest by pooled vector, those with the most of the search words,
 * and those who share the most concepts; with the exact figures of each retriever for every one of them.
 * @param pooled the pooled vector of the one who asks.
 */
export async function retrieve(
  em: EntityManager,
  search: Search & { pooled: Int8Array },
): Promise<Retrieved[]> {
  const [common, near] = await Promise.all([commonOf(em, search), nearestFirst(em, search)]);
  const most = (figure: keyof Common): Take =>
    takeFrom(
      [...common]
        .filter(([, own]) => own[figure] > 0)
        .map(([id, own]) => ({ id, score: own[figure] }))
        .sort(byScore)
        .map(({ id }) => id),
    );
  const forward = await firstEligible([near, most('found'), most('shared')], RETRIEVED, (ids) =>
    eligibleAmong(em, search, ids),
  );
  return withFigures(em, search, [...new Set(forward.flat())], common);
}

/** What the retrievers know of these counterparts, whether they would put them forward or not. */
export async function retrieveThese(
  em: EntityManager,
  search: Pick<Search, 'direction' | 'id'>,
  ids: readonly string[],
): Promise<Retrieved[]> {
  return withFigures(em, search, ids, await commonOf(em, search));
}

/**
 * The counterparts by the nearness of their pooled vectors: from memory, or, where they are too many for it, those
 * whom the database's HNSW index finds.
 */
async function nearestFirst(em: EntityManager, search: Search & { pooled: Int8Array }): Promise<Take> {
  const held = await holdVectors(em, search.model, SIDES[search.direction].kind);
  return held ? held.nearestFirst(search.pooled) : takeFrom(await byIndex(em, search, RETRIEVED));
}

/** What every counterpart with a word or a concept in common has in common. */
async function commonOf(
  em: EntityManager,
  { direction, id }: Pick<Search, 'direction' | 'id'>,
): Promise<Map<string, Common>> {
  const read = await columnsAtOnce(
    em,
    ['id', 'found', 'shared'],
    `SELECT id, sum(found) AS found, sum(shared) AS shared FROM (
       SELECT id, found, 0 AS shared FROM (${WORDED[direction]}) AS worded
       UNION ALL SELECT id, 0, shared FROM (${AKIN[direction]}) AS akin) AS given
     GROUP BY id`,
    [id, id],
  );
  return new Map(
    read.id.map((one, place) => [
      one,
      { found: Number(read.found[place]), shared: Number(read.shared[place]) },
    ]),
  );
}

/** What is known of each of those put forward. */
async function withFigures(
  em: EntityManager,
  { direction, id }: Pick<Search, 'direction' | 'id'>,
  ids: readonly string[],
  common: ReadonlyMap<string, Common>,
): Promise<Retrieved[]> {
  const roleOf = (other: string): string => (direction === 'CANDIDATES' ? id : other);
  const wholes = await rows<Pick<Retrieved, 'id' | 'sought' | 'named'>>(
    em,
    `SELECT id,
       coalesce((SELECT sum(weight * rarity) FROM search_terms WHERE document_id = id), 0) AS sought,
       coalesce((SELECT sum(weight * rarity) FROM sought_concepts WHERE document_id = id), 0) AS named
     FROM unnest(?::uuid[]) AS roles (id)`,
    [[...new Set(ids.map(roleOf))]],
  );
  const wholeOf = new Map(wholes.map((whole) => [whole.id, whole]));
  return ids.map((one) => ({
    ...wholeOf.get(roleOf(one))!,
    ...(common.get(one) ?? { found: 0, shared: 0 }),
    id: one,
  }));
}

/** Search words of a role found in CVs, by the index of the CVs' words; or the reverse, by the index of stems. */
export const WORDED: Record<Direction, string> = {
  CANDIDATES: `
    SELECT cvs.id, sum(terms.weight * terms.rarity) AS found
    FROM search_terms AS terms, LATERAL (
      SELECT documents.id FROM documents WHERE documents.kind = 'CV' AND documents.search @@ terms.query OFFSET 0
    ) AS cvs
    WHERE terms.document_id = ? AND terms.rarity > 0
    GROUP BY cvs.id`,
  ROLES: `
    SELECT terms.document_id AS id, sum(terms.weight * terms.rarity) AS found
    FROM search_terms AS terms
    WHERE terms.stems && (SELECT tsvector_to_array(search) FROM documents WHERE id = ?) AND terms.rarity > 0
    GROUP BY terms.document_id`,
};

/** Concepts of a role named in CVs, by the index of the CVs' keys; or the reverse. */
export const AKIN: Record<Direction, string> = {
  CANDIDATES: `
    SELECT cvs.id, sum(sought.weight * sought.rarity) AS shared
    FROM sought_concepts AS sought, LATERAL (
      SELECT cv.document_id AS id FROM linked_documents AS cv
      WHERE cv.kind = 'CV' AND cv.keys @> ARRAY[sought.key] OFFSET 0
    ) AS cvs
    WHERE sought.document_id = ? AND sought.rarity > 0
    GROUP BY cvs.id`,
  ROLES: `
    SELECT sought.document_id AS id, sum(sought.weight * sought.rarity) AS shared
    FROM sought_concepts AS sought
    WHERE sought.key IN (SELECT unnest(keys) FROM linked_documents WHERE document_id = ?) AND sought.rarity > 0
    GROUP BY sought.document_id`,
};
