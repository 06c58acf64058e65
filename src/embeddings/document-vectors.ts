import { digest } from '../kernel/index.ts';
import type { Embedder, Purpose } from './embedder.ts';
import { passagesOf, type Passage, type PassageOptions } from './passages.ts';
import { poolVectors } from './vectors.ts';

export interface EmbeddedPassage extends Passage {
  /** See `contentHash`. */
  hash: string;
  vector: Float32Array;
}

export interface DocumentVectors {
  passages: EmbeddedPassage[];
  /** The document as a whole, of length 1; all zeros for a document without passages. */
  pooled: Float32Array;
}

/** How far the embedding of many documents has come. */
export interface DocumentProgress {
  documents: number;
  passages: number;
  /** Passages that went to the model; the others were known or alike. */
  embedded: number;
}

export interface DocumentOptions {
  /** Vectors from earlier by content hash: what is in here is not embedded again. */
  known?: ReadonlyMap<string, Float32Array>;
  passages?: PassageOptions;
  /** Told after each group of documents. */
  progress?: (progress: DocumentProgress) => void;
}

/**
 * Documents whose passages go to the model together. One group is cut and hashed while the threads work on
 * the one before.
 */
const GROUP = 64;

/** Identifies what a vector was made from: the model, the purpose and the text. 64 hexadecimal digits. */
export const contentHash = (modelId: string, purpose: Purpose, text: string): string =>
  digest(JSON.stringify([modelId, purpose, text]));

/** Cuts a document into passages and embeds those that are not known. */
export async function embedDocument(
  embedder: Embedder,
  text: string,
  options: DocumentOptions = {},
): Promise<DocumentVectors> {
  const [vectors] = await embedDocuments(embedder, [{ text }], options);
  return vectors!;
}

/**
 * Cuts documents into passages and embeds those that are not known, each different text once. Passages are
 * batched across documents. The vectors are in the order of the documents.
 */
export async function embedDocuments(
  embedder: Embedder,
  documents: readonly { text: string }[],
  { known = new Map(), passages = {}, progress }: DocumentOptions = {},
): Promise<DocumentVectors[]> {
  const vectors = new Map(known);
  const done: DocumentProgress = { documents: 0, passages: 0, embedded: 0 };
  const cut: Omit<EmbeddedPassage, 'vector'>[][] = [];
  const begin = (from: number) => {
    const group = documents
      .slice(from, from + GROUP)
      .map(({ text }) => hashedPassages(embedder, text, passages));
    cut.push(...group);
    // Asked for already, perhaps by the group before: known from now on.
    const fresh = new Map(
      group
        .flat()
        .filter(({ hash }) => !vectors.has(hash))
        .map(({ hash, text }) => [hash, text]),
    );
    for (const hash of fresh.keys()) vectors.set(hash, NOT_YET);
    const result = embedder.embed([...fresh.values()], 'passage').then((made) => {
      [...fresh.keys()].forEach((hash, i) => vectors.set(hash, made[i]!));
      done.documents += group.length;
      done.passages += group.flat().length;
      done.embedded += fresh.size;
      progress?.({ ...done });
    });
    // Its failure is met when its turn comes; until then it must not count as unhandled.
    result.catch(() => {});
    return result;
  };
  let before: Promise<void> = Promise.resolve();
  for (let from = 0; from < documents.length; from += GROUP) {
    const next = begin(from);
    await before;
    before = next;
  }
  await before;
  return cut.map((own) => {
    const withVectors = own.map((passage) => ({ ...passage, vector: vectors.get(passage.hash)! }));
    return { passages: withVectors, pooled: pooledVector(withVectors, embedder.dimensions) };
  });
}

const NOT_YET = new Float32Array(0);

const hashedPassages = (embedder: Embedder, text: string, options: PassageOptions) =>
  passagesOf(text, { maxTokens: embedder.maxTokens, ...options }).map((passage) => ({
    ...passage,
    hash: contentHash(embedder.id, 'passage', passage.text),
  }));

/** The mean of the passages' vectors, each weighted by its length in characters. */
function pooledVector(passages: readonly EmbeddedPassage[], dimensions: number): Float32Array {
  if (passages.length === 0) return new Float32Array(dimensions);
  return poolVectors(
    passages.map(({ vector }) => vector),
    passages.map(({ start, end }) => end - start),
  );
}
