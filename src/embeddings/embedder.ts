import { availableParallelism } from 'node:os';
import { digest } from '../kernel/index.ts';
import { EmbeddingQueue } from './embedding-queue.ts';
import { blankText, modelIncomplete } from './embeddings.failures.ts';
import { chooseModel, type ModelOptions } from './model-choice.ts';
import { hashesOf } from './model-folder.ts';
import { readTitleMap } from './title-map.ts';

/**
 * What a text is: something sought, something to be found, or a title (an occupation, a skill: a few words), where
 * both are of one kind. Some models treat them differently.
 */
export type Purpose = 'query' | 'passage' | 'title';

/** A loaded model. It computes in threads of its own and never blocks the caller's. */
export interface Embedder {
  /** `name@` and 12 hexadecimal digits that change with the weights or the treatment of texts. */
  readonly id: string;
  readonly name: string;
  readonly dimensions: number;
  /** Tokens that fit into the model's window; of a longer text the beginning is embedded. */
  readonly maxTokens: number;
  /**
   * A vector of length 1 for each text. What is urgent, queries unless said otherwise, goes before what is waiting. All
   * zeros stand for a text of which the model knows no token.
   * @throws EMBEDDINGS_TEXT_BLANK, EMBEDDINGS_MODEL_FAILED, EMBEDDINGS_THREAD_LOST, EMBEDDINGS_CLOSED.
   */
  embed(texts: readonly string[], purpose: Purpose, urgent?: boolean): Promise<Float32Array[]>;
  /** Ends the threads. Texts that wait are refused. */
  close(): Promise<void>;
}

export interface EmbedderOptions extends ModelOptions {
  /** Cores to compute on (default: all). */
  threads?: number;
}

/**
 * Loads a model: a bundled one by name, one in a folder, or one from the hub by id. Only a hub id makes it
 * use the network, and only until the model is in the cache folder.
 * @throws EMBEDDINGS_MODEL_MISSING, EMBEDDINGS_MODEL_INCOMPLETE, EMBEDDINGS_MODEL_ALTERED,
 *   EMBEDDINGS_MODEL_REFUSED or EMBEDDINGS_HUB_UNREACHABLE.
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { name, prefixes, manifest, thread } = await chooseModel(options);
  const threads = options.threads ?? availableParallelism();
  const queue = new EmbeddingQueue(name, { ...thread, computeThreads: threads });
  const { dimensions, maxTokens, folder, files } = await queue.open();
  if (manifest && manifest.dimensions !== dimensions) {
    await queue.close();
    const problem = `says ${manifest.dimensions} dimensions, but the model gives ${dimensions}`;
    throw modelIncomplete({ folder, file: 'model.json', problem });
  }
  const mapTitle = manifest?.titleMap ? await readTitleMap(folder, manifest.titleMap, dimensions) : undefined;
  const hashes = manifest?.files ?? (await hashesOf(folder, files));
  const treatment = { hashes: sorted(hashes), prefixes, pooling: thread.pooling, maxTokens };
  return {
    id: `${name}@${digest(JSON.stringify(treatment)).slice(0, 12)}`,
    name,
    dimensions,
    maxTokens,
    async embed(texts, purpose, urgent = purpose === 'query') {
      const blank = texts.findIndex((text) => text.trim() === '');
      if (blank >= 0) throw blankText({ position: blank }, { path: [blank] });
      const prefix = prefixes[purpose === 'title' ? 'query' : purpose];
      const prefixed = prefix ? texts.map((text) => prefix + text) : texts;
      const vectors = await queue.embed(prefixed, urgent);
      return purpose === 'title' && mapTitle ? vectors.map(mapTitle) : vectors;
    },
    close: () => queue.close(),
  };
}

const sorted = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
