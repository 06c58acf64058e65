import { literal, rows, type EntityManager } from '../database/index.ts';
import {
  DOCUMENT_KINDS,
  EmbeddingModelEntity,
  type DocumentKind,
  type EmbeddingModel,
} from './document.entity.ts';
import { READING } from './reading/reading.ts';

/** What identifies a model to the stored vectors: an embedder has both. */
export interface ModelIdentity {
  id: string;
  dimensions: number;
}

/**
 * How a model stands when it is adopted: it goes on serving; it fills while another serves; or the program has come
 * to read texts in another way than before, and begins anew.
 */
export type Adoption = 'SERVES' | 'FILLS' | 'READS_ANEW';

/**
 * Makes the model known. The first ever serves at once; a later one fills first, while the old one goes on
 * serving. Vectors that were made in another way of reading are deleted: they cannot be compared with new ones.
 */
export async function adoptModel(em: EntityManager, { id, dimensions }: ModelIdentity): Promise<Adoption> {
  return em.transactional(async (transaction) => {
    const inside = transaction as EntityManager;
    const stored = await inside.findOne(EmbeddingModelEntity, { id });
    const otherwise = stored !== null && stored.reading !== READING;
    if (otherwise) {
      for (const table of MADE_BY_MODEL) await rows(inside, `DELETE FROM ${table} WHERE model_id = ?`, [id]);
      stored.reading = READING;
      await inside.flush();
    }
    if (stored?.state === 'SERVING') return otherwise ? 'READS_ANEW' : 'SERVES';
    const state = (await servingModel(inside)) ? 'FILLING' : 'SERVING';
    if (stored) stored.state = state;
    else inside.create(EmbeddingModelEntity, { id, dimensions, reading: READING, state });
    await inside.flush();
    return state === 'SERVING' ? 'SERVES' : 'FILLS';
  });
}

const MADE_BY_MODEL = ['document_vectors', 'requirements', 'usual_vectors', 'similarity_scales'];

/** The model whose vectors rankings use; none before the first start. */
export async function servingModel(em: EntityManager): Promise<EmbeddingModel | null> {
  const [model] = await rows<EmbeddingModel>(
    em,
    `SELECT id, dimensions, reading, state FROM embedding_models WHERE state = ?`,
    ['SERVING'],
  );
  return model ?? null;
}

/**
 * Lets a filled model serve: its index is built, the two change places in one transaction, and the vectors
 * of the one before are deleted. Of a model that serves already only the index is built, where it has none.
 */
export async function promoteModel(em: EntityManager, { id }: Pick<ModelIdentity, 'id'>): Promise<void> {
  const filled = await em.findOneOrFail(EmbeddingModelEntity, { id });
  await indexVectors(em, filled);
  if (filled.state === 'SERVING') return;
  await em.transactional(async (inside) => {
    // In two statements, since at most one may serve at any moment.
    await rows(
      inside as EntityManager,
      `UPDATE embedding_models SET state = 'RETIRED' WHERE state = 'SERVING'`,
    );
    await rows(inside as EntityManager, `UPDATE embedding_models SET state = 'SERVING' WHERE id = ?`, [id]);
  });
  em.clear();
  for (const retired of await em.find(EmbeddingModelEntity, { state: 'RETIRED' }))
    await removeModel(em, retired.id);
}

async function removeModel(em: EntityManager, id: string): Promise<void> {
  await removeIndexes(em, id);
  await rows(em, `DELETE FROM embedding_models WHERE id = ?`, [id]);
  em.clear();
}

/**
 * Takes away the model's indexes before so many vectors are written that most of the index would be new: to put
 * vectors into it one by one takes 6 ms each, to build it for 32,000 takes 52 s of processor time, 1.6 ms each. Until
 * `promoteModel` builds it, rankings read all vectors, where they do not hold them.
 */
export async function takeIndexAway(
  em: EntityManager,
  { id }: Pick<ModelIdentity, 'id'>,
  coming: number,
): Promise<void> {
  const [row] = await rows<{ there: string | number }>(
    em,
    `SELECT count(*) AS there FROM (SELECT FROM document_vectors WHERE model_id = ? LIMIT ?) AS bounded`,
    [id, coming],
  );
  if (Number(row!.there) < coming) await removeIndexes(em, id);
}

async function removeIndexes(em: EntityManager, id: string): Promise<void> {
  for (const kind of DOCUMENT_KINDS) await rows(em, `DROP INDEX IF EXISTS ${indexName(id, kind)}`);
}

/** The vector column as the model's index has it: pgvector indexes only vectors of known dimension. */
export const indexedVector = (table: string, dimensions: number): string =>
  `(${table}.vector::vector(${dimensions}))`;

/**
 * HNSW indexes of the model's pooled vectors, one for each kind of document. With pgvector's ef_construction of 64
 * groups of similar CVs became islands that no search reached: recall of the first 50 of 32,000 was between 0.95
 * and 1.00 over four builds, and 0 for the worst role; with 200 it was 0.97 at least.
 */
async function indexVectors(em: EntityManager, { id, dimensions }: ModelIdentity): Promise<void> {
  for (const kind of DOCUMENT_KINDS) {
    // Asked for first: even where it is there, CREATE INDEX waits until nobody writes.
    const [known] = await rows<{ name: string | null }>(em, `SELECT to_regclass(?)::text AS name`, [
      indexName(id, kind),
    ]);
    if (known!.name !== null) continue;
    await em.transactional(async (transaction) => {
      const inside = transaction as EntityManager;
      // What does not fit in it is put in vector by vector, as slow as without a build.
      await rows(inside, `SET LOCAL maintenance_work_mem = '256MB'`);
      await rows(
        inside,
        `CREATE INDEX IF NOT EXISTS ${indexName(id, kind)} ON document_vectors
         USING hnsw ((vector::vector(${dimensions})) vector_cosine_ops)
         WITH (m = 16, ef_construction = 200)
         WHERE model_id = ${literal(id)} AND kind = ${literal(kind)}`,
      );
    });
  }
}

const indexName = (modelId: string, kind: DocumentKind): string =>
  `"document_vectors_${modelId.replace(/[^A-Za-z0-9]+/g, '_').slice(-40)}_${kind.toLowerCase()}"`;
