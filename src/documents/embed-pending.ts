import { rows, vectorText, type EntityManager } from '../database/index.ts';
import { embedDocuments, type Embedder } from '../embeddings/index.ts';
import { PassageEntity, type DocumentKind } from './document.entity.ts';
import { promoteModel } from './embedding-model.ts';
import { weighSearchTerms } from './search-terms.ts';
import { measureSimilarity } from './similarity-scale.ts';

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
 * Makes the vectors of every document that has none by this model, or one of an older text. What is pending
 * is read from the tables themselves, so that nothing is lost by a crash and a second run does nothing.
 * Once nothing is pending, the figures that scores are measured against are renewed, and a model that was being filled begins to serve.
 */
export async function embedPending(
  em: EntityManager,
  embedder: Embedder,
  options: { signal?: AbortSignal; progress?: (progress: EmbeddingProgress) => void } = {},
): Promise<number> {
  let done = 0;
  let pending = await countPending(em, embedder.id);
  options.progress?.({ done, pending });
  for (;;) {
    options.signal?.throwIfAborted();
    const batch = await pendingDocuments(em, embedder.id);
    if (batch.length === 0) break;
    await embedBatch(em, embedder, batch);
    em.clear();
    done += batch.length;
    pending = Math.max(pending - batch.length, 0);
    options.progress?.({ done, pending });
  }
  if (done >= MANY) await tidyUp(em);
  await weighSearchTerms(em);
  if (done > 0) await measureSimilarity(em, embedder);
  await promoteModel(em, embedder);
  return done;
}

/**
 * Empties the waiting list of the word index, which every look-up would have to read through, and renews the
 * statistics of the planner.
 */
async function tidyUp(em: EntityManager): Promise<void> {
  await rows(em, `SELECT gin_clean_pending_list('documents_search')`);
  await rows(em, `ANALYZE`);
}

/** How many documents lack a vector of their present text by the model. */
export async function countPending(em: EntityManager, modelId: string): Promise<number> {
  const [row] = await rows<{ pending: string | number }>(
    em,
    `SELECT count(*) AS pending FROM documents LEFT JOIN document_vectors AS made
       ON made.document_id = documents.id AND made.model_id = ? AND made.hash = documents.hash
     WHERE made.document_id IS NULL`,
    [modelId],
  );
  return Number(row?.pending ?? 0);
}

interface PendingDocument {
  id: string;
  kind: DocumentKind;
  hash: string;
  text: string;
}

const pendingDocuments = (em: EntityManager, modelId: string): Promise<PendingDocument[]> =>
  rows(
    em,
    `SELECT documents.id, documents.kind, documents.hash, documents.text
     FROM documents LEFT JOIN document_vectors AS made
       ON made.document_id = documents.id AND made.model_id = ? AND made.hash = documents.hash
     WHERE made.document_id IS NULL
     LIMIT ${BATCH}`,
    [modelId],
  );

async function embedBatch(
  em: EntityManager,
  embedder: Embedder,
  batch: readonly PendingDocument[],
): Promise<void> {
  const known = await knownVectors(em, embedder.id, batch);
  const embedded = await embedDocuments(embedder, batch, { known });
  await em.transactional(async (inside) => {
    // A text that changed while the model was at work keeps its place among the pending.
    const unchanged = new Set(
      (
        await rows<{ id: string }>(
          inside as EntityManager,
          `SELECT documents.id FROM documents JOIN unnest(?::uuid[], ?::text[]) AS read (id, hash)
             ON documents.id = read.id AND documents.hash = read.hash FOR SHARE OF documents`,
          [batch.map(({ id }) => id), batch.map(({ hash }) => hash)],
        )
      ).map(({ id }) => id),
    );
    const written = batch.flatMap((document, index) =>
      unchanged.has(document.id) ? [{ document, vectors: embedded[index]! }] : [],
    );
    if (written.length === 0) return;
    await inside.nativeDelete(PassageEntity, {
      modelId: embedder.id,
      documentId: { $in: written.map(({ document }) => document.id) },
    });
    const passages = written.flatMap(({ document, vectors }) =>
      vectors.passages.map((passage) => ({ ...passage, documentId: document.id })),
    );
    // Columns as arrays: as rows, MikroORM writes every vector into the statement's text, which took as long as
    // making it.
    await rows(
      inside as EntityManager,
      `INSERT INTO passages (model_id, document_id, ordinal, "start", "end", hash, vector)
       SELECT ?, document_id, ordinal, "start", "end", hash, vector::halfvec
       FROM unnest(?::uuid[], ?::integer[], ?::integer[], ?::integer[], ?::text[], ?::text[])
         AS passage (document_id, ordinal, "start", "end", hash, vector)`,
      [
        embedder.id,
        passages.map(({ documentId }) => documentId),
        passages.map(({ ordinal }) => ordinal),
        passages.map(({ start }) => start),
        passages.map(({ end }) => end),
        passages.map(({ hash }) => hash),
        passages.map(({ vector }) => vectorText(vector)),
      ],
    );
    await rows(
      inside as EntityManager,
      `INSERT INTO document_vectors (model_id, document_id, kind, hash, vector)
       SELECT ?, document_id, kind, hash, vector::vector
       FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) AS made (document_id, kind, hash, vector)
       ON CONFLICT (document_id, model_id) DO UPDATE SET hash = excluded.hash, vector = excluded.vector`,
      [
        embedder.id,
        written.map(({ document }) => document.id),
        written.map(({ document }) => document.kind),
        written.map(({ document }) => document.hash),
        written.map(({ vectors }) => vectorText(vectors.pooled)),
      ],
    );
  });
}

async function knownVectors(
  em: EntityManager,
  modelId: string,
  batch: readonly PendingDocument[],
): Promise<Map<string, Float32Array>> {
  const known = await em.find(PassageEntity, { modelId, documentId: { $in: batch.map(({ id }) => id) } });
  return new Map(known.map(({ hash, vector }) => [hash, Float32Array.from(vector)]));
}
