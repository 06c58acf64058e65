import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { modelAltered, modelIncomplete } from './embeddings.failures.ts';
import type { Pooling } from './thread-messages.ts';

/** What `model.json` says about the model beside it. */
export interface ModelManifest {
  name: string;
  dimensions: number;
  /** Tokens that fit into the window, with the model's marks. */
  maxTokens: number;
  /** The library's name for the precision of the ONNX file: `q4` stands for onnx/model_q4.onnx. */
  dtype: string;
  pooling: Pooling;
  /** Written before a text, by purpose. */
  prefixes: { query: string; passage: string };
  /** The file of the map for titles (see `readTitleMap`), for models that have one. */
  titleMap?: string;
  /** SHA-256 of the files that decide the vectors, by path in the folder; a folder of one's own may lack it. */
  files?: Readonly<Record<string, string>>;
}

/**
 * Reads `model.json` of a folder; undefined when there is none.
 * @throws EMBEDDINGS_MODEL_INCOMPLETE when it is not what it should be.
 */
export async function readManifest(folder: string): Promise<ModelManifest | undefined> {
  const path = join(folder, 'model.json');
  if (!(await exists(path))) return undefined;
  const refuse = (problem: string, cause?: unknown) =>
    modelIncomplete({ folder, file: 'model.json', problem }, { cause });
  let found: Partial<ModelManifest>;
  try {
    found = JSON.parse(await readFile(path, 'utf8')) as Partial<ModelManifest>;
  } catch (cause) {
    throw refuse('is not JSON', cause);
  }
  const { name, dimensions, maxTokens, dtype, pooling, prefixes, titleMap, files } = found;
  if (typeof name !== 'string' || !name) throw refuse('lacks a name');
  if (!isCount(dimensions)) throw refuse(`says dimensions: ${dimensions}, not a number above 0`);
  if (!isCount(maxTokens)) throw refuse(`says maxTokens: ${maxTokens}, not a number above 0`);
  if (typeof dtype !== 'string') throw refuse('lacks a dtype');
  if (pooling !== 'mean' && pooling !== 'cls') throw refuse(`says pooling: ${pooling}, neither mean nor cls`);
  if (typeof prefixes?.query !== 'string' || typeof prefixes.passage !== 'string') {
    throw refuse('lacks prefixes.query or prefixes.passage');
  }
  if (titleMap !== undefined && (typeof titleMap !== 'string' || !/^[\w-]+\.f32$/.test(titleMap))) {
    throw refuse('says titleMap, but not as the name of a .f32 file beside it');
  }
  if (files !== undefined && Object.values(files).some((hash) => !/^[0-9a-f]{64}$/.test(hash))) {
    throw refuse('says files, but not as 64 hexadecimal digits per file');
  }
  return {
    name,
    dimensions,
    maxTokens,
    dtype,
    pooling,
    prefixes,
    ...(titleMap ? { titleMap } : {}),
    ...(files ? { files } : {}),
  };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;

/**
 * Compares the files of a folder with the hashes in its manifest.
 * @throws EMBEDDINGS_MODEL_INCOMPLETE or EMBEDDINGS_MODEL_ALTERED, naming the file.
 */
export async function verifyFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, expected] of Object.entries(files)) {
    const found = await hashOfFile(folder, file);
    if (found !== expected) throw modelAltered({ folder, file, expected, found });
  }
}

/** SHA-256 of each of the files that exist, by path. */
export async function hashesOf(folder: string, files: readonly string[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const file of [...files].sort()) {
    if (await exists(join(folder, file))) hashes[file] = await hashOfFile(folder, file);
  }
  return hashes;
}

async function hashOfFile(folder: string, file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(join(folder, file)), hash);
  } catch (cause) {
    throw modelIncomplete({ folder, file, problem: 'cannot be read' }, { cause });
  }
  return hash.digest('hex');
}

/** The library's names of precisions with the file each stands for, the most exact first. */
const PRECISIONS: readonly (readonly [dtype: string, file: string])[] = [
  ['fp32', 'model.onnx'],
  ['fp16', 'model_fp16.onnx'],
  ['q8', 'model_quantized.onnx'],
  ['int8', 'model_int8.onnx'],
  ['uint8', 'model_uint8.onnx'],
  ['q4', 'model_q4.onnx'],
  ['q4f16', 'model_q4f16.onnx'],
  ['bnb4', 'model_bnb4.onnx'],
];

/**
 * The most exact precision that a folder without a manifest holds.
 * @throws EMBEDDINGS_MODEL_INCOMPLETE when there is no model in it, or no tokenizer.
 */
export async function precisionIn(folder: string): Promise<string> {
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json']) {
    if (!(await exists(join(folder, file)))) throw modelIncomplete({ folder, file, problem: 'is missing' });
  }
  const present = new Set(await readdir(join(folder, 'onnx')).catch(() => []));
  const precision = PRECISIONS.find(([, file]) => present.has(file));
  if (!precision) throw modelIncomplete({ folder, file: 'onnx/model.onnx', problem: 'is missing' });
  return precision[0];
}

/** Whether there is something at the path. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
