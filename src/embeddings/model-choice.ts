import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { modelMissing } from './embeddings.failures.ts';
import { exists, precisionIn, readManifest, verifyFiles, type ModelManifest } from './model-folder.ts';
import type { Pooling, ThreadSettings } from './thread-messages.ts';

export interface ModelOptions {
  /** The name of a folder in `modelsFolder`, the path of any folder, or a hub id: `owner/name[@revision]`. */
  model: string;
  modelsFolder: string;
  /** Where models from the hub are kept (default `<modelsFolder>/.cache`). */
  cacheFolder?: string;
  /** Where hub ids are looked up (default https://huggingface.co/). */
  hub?: string;
  /** For a model without `model.json`: which of its ONNX files. */
  dtype?: string;
  /** For a model without `model.json`: how token vectors become one vector (default mean). */
  pooling?: Pooling;
}

/** A model that is there, or on the hub, and what is known about it before it is loaded. */
export interface ModelChoice {
  name: string;
  prefixes: { query: string; passage: string };
  manifest?: ModelManifest;
  thread: Omit<ThreadSettings, 'computeThreads'>;
}

const HUB = 'https://huggingface.co/';
const HUB_ID = /^([\w.-]+\/[\w.-]+?)(?:@([\w./-]+))?$/;

/**
 * Finds the model that is asked for. A folder with a manifest is compared with the hashes in it.
 * @throws EMBEDDINGS_MODEL_MISSING, EMBEDDINGS_MODEL_INCOMPLETE or EMBEDDINGS_MODEL_ALTERED.
 */
export async function chooseModel(options: ModelOptions): Promise<ModelChoice> {
  const { model, modelsFolder } = options;
  const bundled = join(modelsFolder, model);
  for (const folder of isAbsolute(model) ? [model] : [bundled, resolve(model)]) {
    if (await isFolder(folder)) return fromFolder(resolve(folder), options);
  }
  const hubId = HUB_ID.exec(model);
  if (!hubId || model.startsWith('.'))
    throw modelMissing({ model, folder: isAbsolute(model) ? model : bundled });
  return fromHub(hubId[1]!, hubId[2] ?? 'main', options);
}

async function fromFolder(folder: string, options: ModelOptions): Promise<ModelChoice> {
  const manifest = await readManifest(folder);
  if (manifest) {
    await verifyFiles(folder, manifest.files ?? {});
    const { name, prefixes, dtype, pooling, maxTokens } = manifest;
    return { name, prefixes, manifest, thread: { source: folder, dtype, pooling, maxTokens } };
  }
  const name = basename(folder);
  const dtype = options.dtype ?? (await precisionIn(folder));
  return {
    name,
    prefixes: usualPrefixes(name),
    thread: { source: folder, dtype, pooling: options.pooling ?? 'mean' },
  };
}

function fromHub(id: string, revision: string, options: ModelOptions): ModelChoice {
  const { hub = HUB, cacheFolder = join(options.modelsFolder, '.cache'), dtype, pooling = 'mean' } = options;
  return {
    name: id,
    prefixes: usualPrefixes(id),
    thread: {
      source: id,
      hub: {
        host: hub.endsWith('/') ? hub : `${hub}/`,
        revision,
        cacheFolder: resolve(cacheFolder, revision),
      },
      pooling,
      ...(dtype === undefined ? {} : { dtype }),
    },
  };
}

/** The E5 family was trained with these words before its texts (Wang et al. 2022, arXiv:2212.03533); others have none. */
function usualPrefixes(name: string): { query: string; passage: string } {
  const isE5 = /(^|[^a-z0-9])e5([^a-z0-9]|$)/i.test(name);
  return isE5 ? { query: 'query: ', passage: 'passage: ' } : { query: '', passage: '' };
}

const isFolder = async (path: string): Promise<boolean> =>
  (await exists(path)) && (await stat(path)).isDirectory();
