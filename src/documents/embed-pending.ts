import { portions, rows, vectorText, type EntityManager } from '../database/index.ts';
import type { Embedder } from '../embeddings/index.ts';
import { promoteModel, takeIndexAway, type ModelIdentity } from './embedding-model.ts';
import { packedVectors, packHashes, packPooled, packSeen } from './reading/seen-passages.ts';
import { readDocuments, type ReadDocument, type UnreadDocument } from './reading/read-documents.ts';
import { weighSearchTerms } from './search-terms.ts';
import { usualCentres, type Centres } from './usual/measure-usual.ts';

/** Documents that go to the model together; each batch is one transaction. */
const BATCH = 64;

/** After so many at once the tables are tidied up: a server would do it by itself, the embedded engine does not. */
const MANY = 1000;

/** How far the work has come. */
export interface EmbeddingProgress {
  done: number;
  pending: number;
}

/**
 * Makes the vectors of every document that has none by this model, or one of an older text, and of the requirements
 * of every role. What is pending is read from the tables themselves, so that nothing is lost by a crash and a second
 * run does nothing. Once nothing is pending, the rarities that scores are measured against are renewed, and a model
 * that was being filled begins to serve.
 */
export async function embedPending(
  em: EntityManager,
  embedder: Embedder,
  options: { signal?: AbortSignal; progress?: (progress: EmbeddingProgress) => void } = {},
): Promise<number> {
  let done = 0;
  const centres = await usualCentres(em, embedder);
  for await (const { ids, left } of portions(() => pendingIds(em, embedder.id), BATCH, options.signal)) {
    if (done === 0) {
      options.progress?.({ done, pending: left });
      if (left >= MANY) await takeIndexAway(em, embedder, left);
    }
    await embedBatch(em, embedder, centres, await pendingDocuments(em, embedder.id, ids));
    em.clear();
    done += ids.length;
    options.progress?.({ done, pending: left - ids.length });
  }
  if (done >= MANY) await tidyUp(em);
  await weighSearchTerms(em);
  await promoteModel(em, embedder);
  return done;
}

/**
 * Empties the waiting list of the word index, which every look-up would have to read through, renews the statistics of
 * the planner, and marks pages of which every row counts for everybody: with that, rankings among 32,000 took 71 ms
 * instead of 76. Table by table, so that the embedded engine answers others in between.
 */
async function tidyUp(em: EntityManager): Promise<void> {
  await rows(em, `SELECT gin_clean_pending_list('documents_search')`);
  const tables = await rows<{ name: string }>(
    em,
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
  );
  for (const { name } of tables) await rows(em, `VACUUM (ANALYZE) ${name}`);
}

/** A document lacks a vector of its present text by the model: `OFFSET 0` has each looked up by its key. */
const IS_PENDING = `NOT EXISTS (SELECT FROM document_vectors AS made
  WHERE made.document_id = documents.id AND made.model_id = ? AND made.hash = documents.hash OFFSET 0)`;

/** How many documents lack a vector of their present text by the model. */
export async function countPending(em: EntityManager, modelId: string): Promise<number> {
  const [row] = await rows<{ pending: string | number }>(
    em,
    `SELECT count(*) AS pending FROM documents WHERE ${IS_PENDING}`,
    [modelId],
  );
  return Number(row?.pending ?? 0);
}

async function pendingIds(em: EntityManager, modelId: string): Promise<string[]> {
  const pending = await rows<{ id: string }>(em, `SELECT id FROM documents WHERE ${IS_PENDING}`, [modelId]);
  return pending.map(({ id }) => id);
}

interface PendingDocument extends UnreadDocument {
  hash: string;
}

/** Those of the documents that are pending still: another worker may have read them meanwhile. */
const pendingDocuments = (
  em: EntityManager,
  modelId: string,
  ids: readonly string[],
): Promise<PendingDocument[]> =>
  rows(
    em,
    `SELECT id, kind, language, hash, text, brief FROM documents WHERE id = ANY (?) AND ${IS_PENDING}`,
    [ids, modelId],
  );

async function embedBatch(
  em: EntityManager,
  embedder: Embedder,
  centres: Centres,
  batch: readonly PendingDocument[],
): Promise<void> {
  const read = await readDocuments(embedder, centres, batch, await knownVectors(em, embedder, batch));
  await em.transactional(async (transaction) => {
    const inside = transaction as EntityManager;
    // A text that changed while the model was at work keeps its place among the pending.
    const unchanged = new Set(
      (
        await rows<{ id: string }>(
          inside,
          `SELECT documents.id FROM documents JOIN unnest(?::uuid[], ?::text[]) AS read (id, hash)
             ON documents.id = read.id AND documents.hash = read.hash FOR SHARE OF documents`,
          [batch.map(({ id }) => id), batch.map(({ hash }) => hash)],
        )
      ).map(({ id }) => id),
    );
    const written = batch.flatMap((document, index) =>
      unchanged.has(document.id) ? [{ ...document, ...read[index]! }] : [],
    );
    if (written.length > 0) await writeRead(inside, embedder, written);
  });
}

/** Replaces all that is known of the documents by the model: vector, passages and requirements change together. */
async function writeRead(
  em: EntityManager,
  { id: modelId, dimensions }: ModelIdentity,
  written: readonly (PendingDocument & ReadDocument)[],
): Promise<void> {
  const ids = written.map(({ id }) => id);
  await rows(em, `DELETE FROM requirements WHERE model_id = ? AND document_id = ANY (?)`, [modelId, ids]);
  const requirements = written.flatMap(({ id, requirements: own }) =>
    own.map((requirement) => ({ ...requirement, documentId: id })),
  );
  // Columns as arrays: as rows, MikroORM writes every value into the statement's text, which took as long as
  // making the vectors.
  await rows(
    em,
    `INSERT INTO requirements
       (model_id, document_id, ordinal, kind, source, item, "start", "end", text, hash, vector)
     SELECT ?, document_id, ordinal, kind, source, item, "start", "end", text, hash, decode(vector, 'base64')
     FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::text[],
         ?::text[], ?::text[])
       AS requirement (document_id, ordinal, kind, source, item, "start", "end", text, hash, vector)`,
    [
      modelId,
      requirements.map(({ documentId }) => documentId),
      requirements.map(({ ordinal }) => ordinal),
      requirements.map(({ kind }) => kind),
      requirements.map(({ source }) => source),
      requirements.map(({ item }) => item),
      requirements.map(({ start }) => start),
      requirements.map(({ end }) => end),
      requirements.map(({ text }) => text),
      requirements.map(({ hash }) => hash),
      requirements.map(({ vector }) => base64(vector)),
    ],
  );
  await rows(
    em,
    `INSERT INTO document_vectors
       (model_id, document_id, kind, hash, vector, repeated, other_script, pooled, seen, hashes)
     SELECT ?, document_id, kind, hash, vector::vector, repeated, other_script, pooled, seen, hashes
     FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::real[], ?::real[], ?::text[], ?::text[], ?::text[])
       AS made (document_id, kind, hash, vector, repeated, other_script, pooled, seen, hashes)
     ON CONFLICT (document_id, model_id) DO UPDATE SET hash = excluded.hash, vector = excluded.vector,
       repeated = excluded.repeated, other_script = excluded.other_script, pooled = excluded.pooled,
       seen = excluded.seen, hashes = excluded.hashes, written_in = excluded.written_in`,
    [
      modelId,
      ids,
      written.map(({ kind }) => kind),
      written.map(({ hash }) => hash),
      written.map(({ pooled }) => vectorText(pooled)),
      written.map(({ left }) => left.REPEATED),
      written.map(({ left }) => left.OTHER_SCRIPT),
      written.map(({ pooled }) => packPooled(pooled)),
      written.map(({ passages }) => packSeen(passages, dimensions)),
      written.map(({ passages }) => packHashes(passages)),
    ],
  );
}

const base64 = ({ buffer, byteOffset, byteLength }: Int8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** What the documents' earlier texts left behind, by content hash. */
async function knownVectors(
  em: EntityManager,
  { id: modelId, dimensions }: ModelIdentity,
  batch: readonly PendingDocument[],
): Promise<Map<string, Int8Array>> {
  const ids = batch.map(({ id }) => id);
  const read = await rows<{ seen: string; hashes: string }>(
    em,
    `SELECT seen, hashes FROM document_vectors WHERE model_id = ? AND document_id = ANY (?)`,
    [modelId, ids],
  );
  const asked = await rows<{ hash: string; vector: string }>(
    em,
    `SELECT hash, encode(vector, 'base64') AS vector FROM requirements WHERE model_id = ? AND document_id = ANY (?)`,
    [modelId, ids],
  );
  return new Map([
    ...read.flatMap(({ seen, hashes }) => packedVectors(seen, hashes, dimensions)),
    ...asked.map(({ hash, vector }) => [hash, new Int8Array(Buffer.from(vector, 'base64'))] as const),
  ]);
}
