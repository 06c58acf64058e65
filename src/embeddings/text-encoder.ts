import { env, LogLevel, ModelRegistry, pipeline, Tensor } from '@xenova/transformers';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pooling, ThreadSettings } from './thread-messages.ts';
import { withMemory } from './word-memo.ts';

const TASK = 'feature-extraction';

/**
 * Most padded tokens in one batch. From 640 on a token costs the same (e5-small on two cores); more only
 * makes a query wait longer behind the batch at work, and takes more memory.
 */
export const BATCH_TOKENS = 1024;

/** Tokens of one text, with the marks that the model wants around it. */
export type Tokens = readonly number[];

/** Texts to token numbers, token numbers to vectors. Runs in the embedding thread. */
export interface TextEncoder {
  readonly dimensions: number;
  readonly maxTokens: number;
  /** Where the model's files are, and their paths in it. */
  readonly folder: string;
  readonly files: string[];
  /** The token that fills a row up to the longest of its batch. */
  readonly padding: number;
  tokenise(text: string): Tokens;
  /** Pooled vectors of length 1, one after the other; all zeros for a text of which no token is known. */
  encode(batch: readonly Tokens[]): Promise<Float32Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/**
 * Loads tokenizer and model by the library's own pipeline call.
 *
 * Tokenising, padding and pooling are done here rather than by calling the pipeline, with the same result
 * (`test/embeddings/text-encoder.test.ts` compares them): the library goes through one BigInt per token and
 * dimension when it pools.
 */
export async function openTextEncoder(settings: ThreadSettings): Promise<TextEncoder> {
  const { source, hub } = settings;
  // The library logs the inputs of a failing run, and those are people's CVs.
  env.logLevel = LogLevel.NONE;
  env.allowRemoteModels = hub !== undefined;
  env.allowLocalModels = hub === undefined;
  if (hub) {
    env.remoteHost = hub.host;
    // Not by the option `revision`: the library does not hand it on when it looks which files there are.
    env.remotePathTemplate = `{model}/resolve/${encodeURIComponent(hub.revision)}/`;
    env.cacheDir = hub.cacheFolder;
  }
  const options = settings.dtype === undefined ? {} : { dtype: settings.dtype as 'fp32' };
  const extractor = await pipeline(TASK, source, {
    ...options,
    session_options: sessionOptions(settings.computeThreads),
  });
  const files = await ModelRegistry.get_pipeline_files(TASK, source, options);
  const folder = hub ? join(hub.cacheFolder, source) : source;

  const tokenizer = extractor.tokenizer as unknown as Tokenizer;
  rememberWords(tokenizer);
  const maxTokens = settings.maxTokens ?? (await windowOf(folder, tokenizer));
  const padding = tokenizer.pad_token_id ?? 0;
  const tokenise = (text: string): Tokens => {
    const ids = tokenizer.encode(text);
    if (ids.length === 0) return [tokenizer.unk_token_id ?? padding];
    // The last token is the model's end mark; the library's own truncation would lose it.
    return ids.length > maxTokens ? [...ids.slice(0, maxTokens - 1), ids.at(-1)!] : ids;
  };
  const encode = async (batch: readonly Tokens[]) => {
    const inputs = paddedInputs(batch, padding);
    const output = await extractor.model(inputs);
    const hidden = (output.last_hidden_state ?? output.logits ?? output.token_embeddings) as Tensor;
    const [, width, dimensions] = hidden.dims as [number, number, number];
    return pool(hidden.data as Float32Array, batch, width, dimensions, settings.pooling);
  };
  const dimensions = (await encode([tokenise('word')])).length;
  return {
    dimensions,
    maxTokens,
    folder,
    files,
    padding,
    tokenise,
    encode,
    close: async () => {
      await extractor.dispose();
    },
  };
}

/**
 * How ONNX Runtime computes. Its waiting threads sleep: spinning they gained 5 % on an idle machine, and lost
 * up to half of the throughput when the database computed beside them.
 */
export const sessionOptions = (computeThreads: number) => ({
  intraOpNumThreads: computeThreads,
  interOpNumThreads: 1,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
});

/** What is used of the library's tokenizer. */
interface Tokenizer {
  encode(text: string): number[];
  pad_token_id?: number;
  unk_token_id?: number;
  model_max_length: number;
  _tokenizer?: {
    model?: { type?: string; constructor: { name: string }; tokenize?: (word: string) => string[] };
  };
}

/** Unigram models alone split word by word through `tokenize`; the library gives the others a memory itself. */
function rememberWords(tokenizer: Tokenizer): void {
  const model = tokenizer._tokenizer?.model;
  if (model?.tokenize) model.tokenize = withMemory(model.tokenize.bind(model));
}

async function windowOf(folder: string, tokenizer: Tokenizer): Promise<number> {
  const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as Record<string, unknown>;
  let positions = Number(config['max_position_embeddings'] ?? Infinity);
  // RoBERTa numbers its positions from the padding token's number plus one, so two are never used.
  if (/roberta/i.test(String(config['model_type']))) positions -= 2;
  const window = Math.min(positions, tokenizer.model_max_length ?? Infinity);
  return Number.isFinite(window) ? window : 512;
}

/** The token numbers as 64-bit integers, rows padded on the right to the longest. */
export function paddedInputs(batch: readonly Tokens[], padding: number): Record<string, Tensor> {
  const width = Math.max(...batch.map((tokens) => tokens.length));
  const size = batch.length * width;
  const ids = new BigInt64Array(size);
  const mask = new BigInt64Array(size);
  // Every platform with ONNX Runtime for Node is little-endian: the low half of each integer comes first.
  const idHalves = new Int32Array(ids.buffer);
  const maskHalves = new Int32Array(mask.buffer);
  batch.forEach((tokens, row) => {
    for (let column = 0; column < width; column += 1) {
      const at = 2 * (row * width + column);
      const inside = column < tokens.length;
      idHalves[at] = inside ? tokens[column]! : padding;
      maskHalves[at] = inside ? 1 : 0;
    }
  });
  const dims = [batch.length, width];
  return { input_ids: new Tensor('int64', ids, dims), attention_mask: new Tensor('int64', mask, dims) };
}

/** Mean of the token vectors (or the first one), scaled to length 1. Padding does not count. */
function pool(
  hidden: Float32Array,
  batch: readonly Tokens[],
  width: number,
  dimensions: number,
  pooling: Pooling,
): Float32Array<ArrayBuffer> {
  const pooled = new Float32Array(batch.length * dimensions);
  batch.forEach((tokens, row) => {
    const vector = pooled.subarray(row * dimensions, (row + 1) * dimensions);
    const counted = pooling === 'cls' ? 1 : tokens.length;
    for (let token = 0; token < counted; token += 1) {
      const from = (row * width + token) * dimensions;
      for (let i = 0; i < dimensions; i += 1) vector[i]! += hidden[from + i]!;
    }
    let squares = 0;
    for (let i = 0; i < dimensions; i += 1) squares += vector[i]! * vector[i]!;
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let i = 0; i < dimensions; i += 1) vector[i]! *= scale;
  });
  return pooled;
}
