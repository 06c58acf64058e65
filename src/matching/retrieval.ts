import { columnsAtOnce, rows, type EntityManager } from '../database/index.ts';
import { holdVectors } from '../documents/index.ts';
import { byIndex } from './by-index.ts';
import { eligibleAmong, SIDES, type Direction, type Search } from './eligible.ts';
import { firstEligible, takeFrom, takeMost } from './first-eligible.ts';

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

/** What all counterparts with a word or a concept in common have in common, by their identifiers. */
interface Common {
  found: ReadonlyMap<string, number>;
  shared: ReadonlyMap<string, number>;
}

/**
 * Puts counterparts forward: of the eligible those nearest by pooled vector, those with the most of the search words,
 * and those who share the most concepts; with the exact figures of each retriever for every one of them. Who is near is
 * found in memory, or, where there are too many for it, by the database's HNSW index.
 * @param pooled the pooled vector of the one who asks.
 */
export async function retrieve(
  em: EntityManager,
  search: Search & { pooled: Int8Array },
): Promise<Retrieved[]> {
  const held = await holdVectors(em, search.model, SIDES[search.direction].kind);
  // Those held are multiplied in a thread, while the database looks for what is common.
  const [near, common] = await Promise.all([
    held ? held.nearestFirst(search.pooled) : byIndex(em, search, RETRIEVED).then(takeFrom),
    commonOf(em, search),
  ]);
  const orders = [near, takeMost(common.found), takeMost(common.shared)];
  const forward = await firstEligible(orders, RETRIEVED, (ids) => eligibleAmong(em, search, ids));
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

async function commonOf(
  em: EntityManager,
  { direction, id }: Pick<Search, 'direction' | 'id'>,
): Promise<Common> {
  const [found, shared] = await Promise.all([WORDED, AKIN].map((of) => figuresOf(em, of[direction], id)));
  return { found: found!, shared: shared! };
}

async function figuresOf(em: EntityManager, statement: string, id: string): Promise<Map<string, number>> {
  const read = await columnsAtOnce(em, ['id', 'figure'], statement, [id]);
  return new Map(read.id.map((one, place) => [one, Number(read.figure[place])]));
}

/** What is known of each of those put forward. */
async function withFigures(
  em: EntityManager,
  { direction, id }: Pick<Search, 'direction' | 'id'>,
  ids: readonly string[],
  { found, shared }: Common,
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
  return ids.map((one) => {
    const { sought, named } = wholeOf.get(roleOf(one))!;
    return { id: one, found: found.get(one) ?? 0, sought, shared: shared.get(one) ?? 0, named };
  });
}

/** Search words of a role found in CVs, by the index of the CVs' words; or the reverse, by the index of stems. */
export const WORDED: Record<Direction, string> = {
  CANDIDATES: `
    SELECT cvs.id, sum(terms.weight * terms.rarity) AS figure
    FROM search_terms AS terms, LATERAL (
      SELECT documents.id FROM documents WHERE documents.kind = 'CV' AND documents.search @@ terms.query OFFSET 0
    ) AS cvs
    WHERE terms.document_id = ? AND terms.rarity > 0
    GROUP BY cvs.id`,
  ROLES: `
    SELECT terms.document_id AS id, sum(terms.weight * terms.rarity) AS figure
    FROM search_terms AS terms
    WHERE terms.stems && (SELECT tsvector_to_array(search) FROM documents WHERE id = ?) AND terms.rarity > 0
    GROUP BY terms.document_id`,
};

/** Concepts of a role named in CVs, by the index of the CVs' keys; or the reverse. */
export const AKIN: Record<Direction, string> = {
  CANDIDATES: `
    SELECT cvs.id, sum(sought.weight * sought.rarity) AS figure
    FROM sought_concepts AS sought, LATERAL (
      SELECT cv.document_id AS id FROM linked_documents AS cv
      WHERE cv.kind = 'CV' AND cv.keys @> ARRAY[sought.key] OFFSET 0
    ) AS cvs
    WHERE sought.document_id = ? AND sought.rarity > 0
    GROUP BY cvs.id`,
  ROLES: `
    SELECT sought.document_id AS id, sum(sought.weight * sought.rarity) AS figure
    FROM sought_concepts AS sought
    WHERE sought.key IN (SELECT unnest(keys) FROM linked_documents WHERE document_id = ?) AND sought.rarity > 0
    GROUP BY sought.document_id`,
};
