import { defineFailure } from '../kernel/index.ts';

export const modelMissing = defineFailure<{ model: string; folder: string }>({
  code: 'EMBEDDINGS_MODEL_MISSING',
  status: 503,
  message: ({ model, folder }) => `Embedding model "${model}": there is no folder ${folder}`,
  remedy: 'Give the name of a bundled model, the path of a folder with a model, or a hub id (owner/name).',
});

export const modelIncomplete = defineFailure<{ folder: string; file: string; problem: string }>({
  code: 'EMBEDDINGS_MODEL_INCOMPLETE',
  status: 503,
  message: ({ folder, file, problem }) => `Embedding model in ${folder}: ${file} ${problem}`,
  remedy: 'Restore the folder from where it came (for a bundled model: git checkout -- models).',
});

export const modelAltered = defineFailure<{ folder: string; file: string; expected: string; found: string }>({
  code: 'EMBEDDINGS_MODEL_ALTERED',
  status: 503,
  message: ({ folder, file, expected, found }) =>
    `Embedding model in ${folder}: ${file} has SHA-256 ${found}, but model.json says ${expected}`,
  remedy: 'Restore the file, or, when the change is meant, write the new hash into model.json.',
});

export const modelRefused = defineFailure<{ model: string; reason: string }>({
  code: 'EMBEDDINGS_MODEL_REFUSED',
  status: 503,
  message: ({ model, reason }) => `Embedding model "${model}" could not be loaded: ${reason}`,
  remedy:
    'Check that the folder or repository is in the layout of transformers.js (config.json, tokenizer.json, onnx/*.onnx) and that the asked dtype exists.',
});

export const hubUnreachable = defineFailure<{ model: string; hub: string; reason: string }>({
  code: 'EMBEDDINGS_HUB_UNREACHABLE',
  status: 503,
  message: ({ model, hub, reason }) =>
    `Embedding model "${model}" could not be fetched from ${hub}: ${reason}`,
  remedy: 'Check the network and the id; without a network, use a bundled model or a folder.',
});

export const textNotEmbedded = defineFailure<{ model: string; reason: string }>({
  code: 'EMBEDDINGS_MODEL_FAILED',
  status: 500,
  message: ({ model, reason }) => `Embedding model ${model} failed on a batch of texts: ${reason}`,
  remedy: 'Try again; if it stays, run `tandem doctor` and report the message.',
});

export const threadLost = defineFailure<{ model: string; reason: string }>({
  code: 'EMBEDDINGS_THREAD_LOST',
  status: 503,
  message: ({ model, reason }) => `The thread that runs embedding model ${model} ended: ${reason}`,
  remedy: 'Try again: the next call starts a new thread. Out of memory is the usual cause.',
});

export const rowsLost = defineFailure<{ reason: string }>({
  code: 'EMBEDDINGS_ROWS_LOST',
  status: 503,
  message: ({ reason }) => `The thread that holds the vectors for rankings ended: ${reason}`,
  remedy: 'Try again: they are read anew. Out of memory is the usual cause.',
});

export const embedderClosed = defineFailure<{ model: string }>({
  code: 'EMBEDDINGS_CLOSED',
  status: 503,
  message: ({ model }) => `Embedding model ${model} has been closed`,
  remedy: 'Try again after the restart; in code, embed before closing.',
});

export const dimensionsDiffer = defineFailure<{ expected: number; found: number }>({
  code: 'EMBEDDINGS_DIMENSIONS_DIFFER',
  status: 500,
  message: ({ expected, found }) => `A vector of ${found} dimensions met one of ${expected}`,
  remedy: 'Compare only vectors of one model: embed again what another model embedded.',
});

export const blankText = defineFailure<{ position: number }>({
  code: 'EMBEDDINGS_TEXT_BLANK',
  status: 400,
  message: ({ position }) => `Text ${position} to embed has nothing but white space`,
  remedy: 'Leave blank texts out.',
});
