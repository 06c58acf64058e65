import { joined, literal, rows, type EntityManager, type Fragment } from '../database/index.ts';
import { indexedVector } from '../documents/index.ts';
import { eligibleOf, SIDES, subjectRow, type Search } from './eligible.ts';

/** The nearest of the eligible by HNSW, nearest first. */
export async function byIndex(em: EntityManager, search: Search, limit: number): Promise<string[]> {
  const { sql, parameters } = nearestByIndex(search, limit);
  return (await rows<{ id: string }>(em, sql, parameters)).map(({ id }) => id);
}

/** The nearest by HNSW, which is read on until enough are eligible (`hnsw.iterative_scan`). */
export const nearestByIndex = (search: Search, limit: number): Fragment => {
  const { direction, id, model } = search;
  const vector = indexedVector('made', model.dimensions);
  return joined(
    [
      joined([{ sql: 'WITH', parameters: [] }, subjectRow(search)], ' '),
      {
        sql: `, asked AS MATERIALIZED (
          SELECT ${vector} AS vector FROM document_vectors AS made WHERE made.document_id = ? AND made.model_id = ?)
          SELECT made.document_id AS id
          FROM document_vectors AS made, LATERAL (SELECT made.document_id AS id) AS candidate
          WHERE made.model_id = ${literal(model.id)} AND made.kind = '${SIDES[direction].kind}' AND`,
        parameters: [id, model.id],
      },
      eligibleOf(search),
      { sql: `ORDER BY ${vector} <=> (SELECT vector FROM asked) LIMIT ${limit}`, parameters: [] },
    ],
    ' ',
  );
};
