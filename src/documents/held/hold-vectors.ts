import { columnsAtOnce, rows, type EntityManager } from '../../database/index.ts';
import type { DocumentKind } from '../document.entity.ts';
import type { ModelIdentity } from '../embedding-model.ts';
import { unpackPooled } from '../reading/seen-passages.ts';
import { HeldVectors } from './held-vectors.ts';

/** So much memory the vectors of one kind may take. */
const MOST_BYTES = 64_000_000;

/** So many are read in one statement: about a megabyte of text. */
const PORTION = 2000;

interface Held {
  modelId: string;
  /** Null once they are too many. */
  vectors: HeldVectors | null;
  /** What was written by transactions before this one is held; later ones may have been under way. */
  until: string;
}

type Connection = ReturnType<EntityManager['getConnection']>;

/** What is held of each database, for the model that serves. */
const heldOf = new WeakMap<Connection, Partial<Record<DocumentKind, Promise<Held>>>>();

/**
 * The pooled vectors of all documents of a kind by the serving model, as the transaction sees them, in the program's
 * memory; null from when they would take more than `most` bytes of it. The first time all are read, later those that
 * were written since: documents that were taken away are held on. All are read again when their thread was lost.
 */
export async function holdVectors(
  em: EntityManager,
  model: ModelIdentity,
  kind: DocumentKind,
  most = MOST_BYTES,
): Promise<HeldVectors | null> {
  const connection = em.getConnection();
  const own = heldOf.get(connection) ?? {};
  heldOf.set(connection, own);
  // What another request failed to read is read once more.
  const there = await own[kind]?.catch(() => undefined);
  if (there?.modelId !== model.id || there.vectors?.areLost) {
    own[kind] = readFirst(em, model, kind, Math.floor(most / model.dimensions));
    return (await own[kind]).vectors;
  }
  await readOn(em, model, kind, there);
  if (there.vectors && there.vectors.size * model.dimensions > most) there.vectors = null;
  return there.vectors;
}

/** Reads all, if there are no more than so many. */
async function readFirst(
  em: EntityManager,
  model: ModelIdentity,
  kind: DocumentKind,
  most: number,
): Promise<Held> {
  const [row] = await rows<{ there: string | number }>(
    em,
    `SELECT count(*) AS there FROM (SELECT FROM documents WHERE kind = ? LIMIT ?) AS bounded`,
    [kind, most + 1],
  );
  const expected = Number(row!.there);
  const vectors = expected > most ? null : new HeldVectors(model.dimensions, expected);
  const held: Held = { modelId: model.id, vectors, until: '0' };
  await readOn(em, model, kind, held);
  return held;
}

/** Numbers that no transaction was given yet come with a dump of another server. */
const WRITTEN_HERE = 'written_in < pg_snapshot_xmax(pg_current_snapshot())';

/**
 * Reads what was written since. A transaction that was under way at the last reading has a number that is not below
 * the lowest of those then under way.
 */
async function readOn(
  em: EntityManager,
  { id }: ModelIdentity,
  kind: DocumentKind,
  held: Held,
): Promise<void> {
  const { vectors } = held;
  if (!vectors) return;
  // The first time all documents are asked for, whose rows are short: that and `readFirst` looking through all vectors
  // took 0.3 s more for 32,000.
  const [those, values] =
    held.until === '0'
      ? [`SELECT array_agg(id) FROM documents WHERE kind = ?`, [kind]]
      : [
          `SELECT array_agg(document_id) FROM document_vectors
           WHERE model_id = ? AND kind = ? AND written_in >= ?::xid8 AND ${WRITTEN_HERE}`,
          [id, kind, held.until],
        ];
  const [now] = await rows<{ until: string; ids: string[] | null }>(
    em,
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS until, (${those}) AS ids`,
    values,
  );
  const { until, ids } = now!;
  for (let from = 0; from < (ids?.length ?? 0); from += PORTION) {
    const read = await columnsAtOnce(
      em,
      ['id', 'written', 'pooled'],
      `SELECT document_id AS id, CASE WHEN ${WRITTEN_HERE} THEN written_in ELSE '0' END AS written, pooled
       FROM document_vectors WHERE document_id = ANY (?) AND model_id = ?`,
      [ids!.slice(from, from + PORTION), id],
    );
    read.id.forEach((document, place) =>
      vectors.put(document, unpackPooled(read.pooled[place]!), Number(read.written[place]!)),
    );
  }
  if (BigInt(until) > BigInt(held.until)) held.until = until;
}
