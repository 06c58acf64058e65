import { rows, type EntityManager } from '../../database/index.ts';
import { quantise } from '../../embeddings/index.ts';
import type { TitleReader } from '../titles/index.ts';

/**
 * Labels that go to the model together; each batch is one transaction. 2,100 labels took 4.2 s of computing with
 * 256 and 5.1 s with 64 (tandem-e5-small): the more there are, the better lengths go together.
 */
const BATCH = 256;

/** How far the work has come. */
export interface LabelProgress {
  done: number;
  pending: number;
}

/**
 * Makes the vectors of every label that has none by this reader. What is pending is read from the tables
 * themselves, so that nothing is lost by a crash, nothing is made twice, and a second run does nothing. Vectors
 * of labels that are gone are deleted.
 *
 * Labels are read as titles, as are the short texts that are compared with them: neither side asks for the other.
 */
export async function embedLabels(
  em: EntityManager,
  reader: TitleReader,
  options: {
    signal?: AbortSignal;
    progress?: (progress: LabelProgress) => void;
    /** The most labels to embed now (default: all that wait). */
    most?: number;
  } = {},
): Promise<number> {
  await forgetDeparted(em, reader);
  const pending = (await pendingLabels(em, reader)).slice(0, options.most);
  let done = 0;
  options.progress?.({ done, pending: pending.length });
  for (; done < pending.length; done = Math.min(done + BATCH, pending.length)) {
    options.signal?.throwIfAborted();
    const batch = pending.slice(done, done + BATCH);
    await saveVectors(em, reader, batch, await reader.vectorsOf(batch));
    options.progress?.({ done: done + batch.length, pending: pending.length - done - batch.length });
  }
  return done;
}

/*
 * Differences of sets, since the planner of the embedded engine, which keeps no statistics by itself, chose to look
 * each of 112,000 vectors up by reading the whole index of labels.
 */
const PENDING = `SELECT text FROM concept_labels EXCEPT SELECT text FROM label_vectors WHERE model_id = ? AND reading = ?`;
const DEPARTED = `SELECT text FROM label_vectors WHERE model_id = ? EXCEPT SELECT text FROM concept_labels`;

type Reading = Pick<TitleReader, 'modelId' | 'reading'>;

/** Labels without a vector by the reader: the starter's and the preferred ones first. */
async function pendingLabels(em: EntityManager, { modelId, reading }: Reading): Promise<string[]> {
  const found = await rows<{ text: string }>(em, PENDING, [modelId, reading]);
  if (found.length === 0) return [];
  const pending = new Set(found.map(({ text }) => text));
  const inOrder = await rows<{ text: string }>(
    em,
    `SELECT text FROM concept_labels GROUP BY text
     ORDER BY bool_or(source = 'starter') DESC, bool_or(preferred) DESC, text`,
  );
  return inOrder.map(({ text }) => text).filter((text) => pending.has(text));
}

/** How many labels lack a vector by the reader. */
export async function countPendingLabels(em: EntityManager, { modelId, reading }: Reading): Promise<number> {
  const [counted] = await rows<{ pending: string | number }>(
    em,
    `SELECT count(*) AS pending FROM (${PENDING}) AS pending`,
    [modelId, reading],
  );
  return Number(counted!.pending);
}

async function forgetDeparted(em: EntityManager, { modelId }: Reading): Promise<void> {
  const departed = await rows<{ text: string }>(em, DEPARTED, [modelId]);
  if (departed.length === 0) return;
  await rows(em, `DELETE FROM label_vectors WHERE model_id = ? AND text = ANY (?)`, [
    modelId,
    departed.map(({ text }) => text),
  ]);
}

async function saveVectors(
  em: EntityManager,
  { modelId, reading }: Reading,
  texts: readonly string[],
  vectors: readonly Float32Array[],
): Promise<void> {
  await rows(
    em,
    `INSERT INTO label_vectors (model_id, reading, text, vector)
     SELECT ?, ?, text, decode(vector, 'base64') FROM unnest(?::text[], ?::text[]) AS made (text, vector)
     ON CONFLICT (model_id, text) DO UPDATE SET reading = excluded.reading, vector = excluded.vector`,
    [
      modelId,
      reading,
      texts,
      vectors.map((vector) => Buffer.from(quantise(vector).buffer).toString('base64')),
    ],
  );
}
