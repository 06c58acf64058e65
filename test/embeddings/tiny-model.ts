import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The vectors of the tiny model's tokens: three numbers each, so that sums can be checked by hand. */
export const TOKEN_VECTORS: readonly (readonly [token: string, vector: readonly [number, number, number]])[] =
  [
    ['<s>', [0, 0, 0]],
    ['<pad>', [9, 9, 9]],
    ['</s>', [0, 0, 0]],
    ['<unk>', [0, 0, 0]],
    ['▁query:', [0, 0, 4]],
    ['▁passage:', [0, 0, 2]],
    ['▁nurse', [3, 0, 0]],
    ['▁weld', [0, 1, 0]],
    ['er', [0, 3, 0]],
    ['▁care', [1, 0, 0]],
    ['▁and', [0, 0, 1]],
  ];

export interface TinyModelOptions {
  name?: string;
  /** Changes to `model.json`; null leaves the file out. */
  manifest?: Record<string, unknown> | null;
  config?: Record<string, unknown>;
  modelFile?: string;
}

/**
 * Writes a model of eleven tokens and three dimensions in the library's layout: real tokenizer, real ONNX
 * graph (one Gather), real manifest. The folder is its parent's only child.
 * @returns the parent (a models folder), the model's own folder, and its name.
 */
export async function writeTinyModel(options: TinyModelOptions = {}) {
  const { name = 'tiny', manifest = {}, config = {}, modelFile = 'model.onnx' } = options;
  const modelsFolder = await mkdtemp(join(tmpdir(), 'tandem-models-'));
  const folder = join(modelsFolder, name);
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const contents: Record<string, string | Uint8Array> = {
    'config.json': JSON.stringify({ model_type: 'bert', max_position_embeddings: 16, ...config }),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'XLMRobertaTokenizer',
      model_max_length: 16,
      pad_token: '<pad>',
      unk_token: '<unk>',
    }),
    'tokenizer.json': JSON.stringify(tokenizer()),
    [`onnx/${modelFile}`]: gatherModel(TOKEN_VECTORS.map(([, vector]) => vector)),
  };
  const files: Record<string, string> = {};
  for (const [path, content] of Object.entries(contents)) {
    await writeFile(join(folder, path), content);
    files[path] = createHash('sha256').update(content).digest('hex');
  }
  if (manifest) {
    const defaults = {
      name: 'tiny',
      dimensions: 3,
      maxTokens: 16,
      dtype: 'fp32',
      pooling: 'mean',
      prefixes: { query: 'query: ', passage: 'passage: ' },
      files,
    };
    await writeFile(join(folder, 'model.json'), JSON.stringify({ ...defaults, ...manifest }));
  }
  return { modelsFolder, folder, name };
}

function tokenizer() {
  const special = [0, 1, 2, 3].map((id) => ({
    id,
    content: TOKEN_VECTORS[id]![0],
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  const one = [{ Sequence: { id: 'A', type_id: 0 } }];
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special,
    normalizer: { type: 'NFKC' },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'WhitespaceSplit' },
        { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
      ],
    },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '<s>', type_id: 0 } },
        ...one,
        { SpecialToken: { id: '</s>', type_id: 0 } },
      ],
      pair: [...one, { Sequence: { id: 'B', type_id: 0 } }],
      special_tokens: {
        '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
        '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] },
      },
    },
    decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
    model: {
      type: 'Unigram',
      unk_id: 3,
      byte_fallback: false,
      vocab: TOKEN_VECTORS.map(([token], i) => [token, i < 4 ? 0 : -1]),
    },
  };
}

/** An ONNX file whose graph is `last_hidden_state = Gather(table, input_ids)`: protocol buffers by hand. */
function gatherModel(table: readonly (readonly number[])[]): Uint8Array {
  const dimensions = table[0]!.length;
  const values = Buffer.from(Float32Array.from(table.flat()).buffer);
  const initializer = [
    integer(1, table.length),
    integer(1, dimensions),
    integer(2, 1),
    text(8, 'table'),
    bytes(9, values),
  ];
  const node = [text(1, 'table'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather')];
  const graph = [
    message(1, node),
    text(2, 'tiny'),
    message(5, initializer),
    message(11, valueOf('input_ids', 7, ['rows', 'tokens'])),
    message(12, valueOf('last_hidden_state', 1, ['rows', 'tokens', dimensions])),
  ];
  return Buffer.concat([integer(1, 8), message(7, graph), message(8, [text(1, ''), integer(2, 17)])]);
}

const valueOf = (name: string, type: number, shape: (string | number)[]) => {
  const sizes = shape.map((size) =>
    message(1, [typeof size === 'number' ? integer(1, size) : text(2, size)]),
  );
  return [text(1, name), message(2, [message(1, [integer(1, type), message(2, sizes)])])];
};
const varint = (value: number): Buffer =>
  value < 128
    ? Buffer.from([value])
    : Buffer.concat([Buffer.from([(value & 127) | 128]), varint(value >>> 7)]);
const integer = (field: number, value: number) => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field: number, content: Uint8Array) =>
  Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
const text = (field: number, content: string) => bytes(field, Buffer.from(content));
const message = (field: number, parts: Uint8Array[]) => bytes(field, Buffer.concat(parts));
