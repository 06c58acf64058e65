import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedder, type Embedder, type EmbedderOptions } from '../../src/embeddings/index.ts';
import { writeTinyModel, type TinyModelOptions } from './tiny-model.ts';

const opened: Embedder[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((embedder) => embedder.close()));
});

async function open(
  options: Partial<EmbedderOptions> & Pick<EmbedderOptions, 'modelsFolder'>,
): Promise<Embedder> {
  const embedder = await openEmbedder({ model: 'tiny', threads: 1, ...options });
  opened.push(embedder);
  return embedder;
}

const openTiny = async (options?: TinyModelOptions) => {
  const { modelsFolder, name } = await writeTinyModel(options);
  return open({ modelsFolder, model: name });
};

/** Length 1, in the precision that the model computes with. */
const unit = (...vector: number[]) => vector.map((value) => value / Math.hypot(...vector));

function expectVectors(found: readonly Float32Array[], expected: readonly number[][]): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((vector, i) => vector.forEach((value, k) => expect(found[i]![k]).toBeCloseTo(value, 6)));
}

describe('a text becomes', () => {
  it('the mean of its token vectors, scaled to length 1', async () => {
    const embedder = await openTiny({ manifest: { prefixes: { query: '', passage: '' } } });
    expectVectors(await embedder.embed(['nurse', 'welder', 'nurse care and'], 'passage'), [
      unit(3, 0, 0),
      unit(0, 4, 0),
      unit(4, 0, 1),
    ]);
  });

  it('with the prefix that its purpose has in model.json', async () => {
    const embedder = await openTiny();
    expectVectors(await embedder.embed(['nurse'], 'query'), [unit(3, 0, 4)]);
    expectVectors(await embedder.embed(['nurse'], 'passage'), [unit(3, 0, 2)]);
  });

  it('the same vector beside longer texts as alone', async () => {
    const embedder = await openTiny();
    const [beside] = await embedder.embed(['nurse', 'nurse and care and weld and care'], 'passage');
    const [alone] = await embedder.embed(['nurse'], 'passage');
    expect(beside).toEqual(alone);
  });

  it('the vector of its beginning when it is longer than the window', async () => {
    const embedder = await openTiny({ manifest: { prefixes: { query: '', passage: '' } } });
    expect(embedder.maxTokens).toBe(16);
    // 14 tokens beside <s> and </s>.
    const long = `${'nurse '.repeat(14)}${'weld '.repeat(50)}`;
    expectVectors(await embedder.embed([long], 'passage'), [unit(1, 0, 0)]);
  });

  it('all zeros when the model knows no token of it', async () => {
    const embedder = await openTiny({ manifest: { prefixes: { query: '', passage: '' } } });
    expectVectors(await embedder.embed(['漢字'], 'passage'), [[0, 0, 0]]);
  });

  it('its first token vector when model.json says so', async () => {
    const embedder = await openTiny({ manifest: { pooling: 'cls' } });
    expectVectors(await embedder.embed(['nurse'], 'passage'), [[0, 0, 0]]);
  });
});

describe('many texts', () => {
  it('have their vectors in the order of the texts', async () => {
    const embedder = await openTiny({ manifest: { prefixes: { query: '', passage: '' } } });
    const counts = Array.from({ length: 500 }, (_, i) => [1 + ((i * 7) % 5), 1 + ((i * 3) % 4)] as const);
    const texts = counts.map(([nurses, welds]) => 'nurse '.repeat(nurses) + 'weld '.repeat(welds));
    expectVectors(
      await embedder.embed(texts, 'passage'),
      counts.map(([nurses, welds]) => unit(3 * nurses, welds, 0)),
    );
  });

  it('may be none', async () => {
    expect(await (await openTiny()).embed([], 'passage')).toEqual([]);
  });

  it('are refused when one is blank, naming it', async () => {
    const embedder = await openTiny();
    await expect(embedder.embed(['nurse', ' \n'], 'query')).rejects.toMatchObject({
      code: 'EMBEDDINGS_TEXT_BLANK',
      message: 'Text 1 to embed has nothing but white space',
      path: [1],
    });
  });
});

describe('the id of a model', () => {
  it('is its name and 12 hexadecimal digits, the same every time', async () => {
    const { modelsFolder } = await writeTinyModel();
    const first = await open({ modelsFolder });
    expect(first.id).toMatch(/^tiny@[0-9a-f]{12}$/);
    expect((await open({ modelsFolder })).id).toBe(first.id);
    expect(first).toMatchObject({ name: 'tiny', dimensions: 3, maxTokens: 16 });
  });

  it('changes with what decides the vectors', async () => {
    const ids = [
      await openTiny(),
      await openTiny({ manifest: { prefixes: { query: '', passage: 'passage: ' } } }),
      await openTiny({ manifest: { pooling: 'cls' } }),
      await openTiny({ manifest: { maxTokens: 8 } }),
      await openTiny({ config: { other: 'weights' } }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
  });
});

describe('a folder without model.json', () => {
  it('is measured: dimensions from a word, window from its configuration, no prefixes', async () => {
    const { modelsFolder, folder } = await writeTinyModel({ manifest: null });
    const embedder = await open({ modelsFolder, model: folder });
    expect(embedder).toMatchObject({ name: 'tiny', dimensions: 3, maxTokens: 16 });
    expect(embedder.id).toMatch(/^tiny@[0-9a-f]{12}$/);
    expectVectors(await embedder.embed(['nurse'], 'query'), [unit(3, 0, 0)]);
  });

  it('leaves out the two positions that RoBERTa never uses', async () => {
    const config = { model_type: 'xlm-roberta', max_position_embeddings: 14 };
    expect((await openTiny({ manifest: null, config })).maxTokens).toBe(12);
  });

  it('named after E5 has the prefixes of E5', async () => {
    const embedder = await openTiny({ name: 'my-e5-small', manifest: null });
    expectVectors(await embedder.embed(['nurse'], 'query'), [unit(3, 0, 4)]);
    expectVectors(await embedder.embed(['nurse'], 'passage'), [unit(3, 0, 2)]);
  });

  it('may hold its model in any precision', async () => {
    const embedder = await openTiny({ manifest: null, modelFile: 'model_quantized.onnx' });
    expect(embedder.dimensions).toBe(3);
  });
});

describe('a model is refused', () => {
  it('when there is no folder', async () => {
    await expect(openEmbedder({ model: 'nowhere', modelsFolder: '/srv/models' })).rejects.toMatchObject({
      code: 'EMBEDDINGS_MODEL_MISSING',
      message: 'Embedding model "nowhere": there is no folder /srv/models/nowhere',
    });
    await expect(openEmbedder({ model: '/srv/none', modelsFolder: '/srv/models' })).rejects.toThrow(
      'no folder /srv/none',
    );
    await expect(openEmbedder({ model: './none', modelsFolder: '/srv/models' })).rejects.toThrow(
      'there is no folder',
    );
  });

  it('when a file is missing', async () => {
    const { modelsFolder, folder } = await writeTinyModel();
    await rm(join(folder, 'onnx', 'model.onnx'));
    await expect(open({ modelsFolder })).rejects.toMatchObject({
      code: 'EMBEDDINGS_MODEL_INCOMPLETE',
      message: `Embedding model in ${folder}: onnx/model.onnx cannot be read`,
    });
  });

  it('when a file is missing and there is no model.json', async () => {
    const { folder, modelsFolder } = await writeTinyModel({ manifest: null });
    await rm(join(folder, 'tokenizer.json'));
    await expect(open({ modelsFolder })).rejects.toThrow(
      `Embedding model in ${folder}: tokenizer.json is missing`,
    );
    await rm(join(folder, 'onnx'), { recursive: true });
    await writeFile(join(folder, 'tokenizer.json'), '{}');
    await expect(open({ modelsFolder })).rejects.toThrow('onnx/model.onnx is missing');
  });

  it('when a file is not the one that model.json describes', async () => {
    const { modelsFolder, folder } = await writeTinyModel();
    const path = join(folder, 'tokenizer_config.json');
    await writeFile(path, `${await readFile(path, 'utf8')}\n`);
    await expect(open({ modelsFolder })).rejects.toMatchObject({
      code: 'EMBEDDINGS_MODEL_ALTERED',
      message: expect.stringMatching(/tokenizer_config\.json has SHA-256 [0-9a-f]{64}, but model\.json says/),
    });
  });

  it.each([
    ['lacks a name', { name: '' }],
    ['says dimensions: 0', { dimensions: 0 }],
    ['says maxTokens: many', { maxTokens: 'many' }],
    ['lacks a dtype', { dtype: undefined }],
    ['says pooling: max', { pooling: 'max' }],
    ['lacks prefixes.query', { prefixes: { passage: '' } }],
    ['64 hexadecimal digits', { files: { 'config.json': 'abc' } }],
    ['says 4 dimensions, but the model gives 3', { dimensions: 4 }],
  ])('when model.json %s', async (problem, manifest) => {
    const { modelsFolder } = await writeTinyModel({ manifest });
    await expect(open({ modelsFolder })).rejects.toMatchObject({
      code: 'EMBEDDINGS_MODEL_INCOMPLETE',
      message: expect.stringContaining(problem),
    });
  });

  it('when model.json is not JSON', async () => {
    const { modelsFolder, folder } = await writeTinyModel();
    await writeFile(join(folder, 'model.json'), '{');
    await expect(open({ modelsFolder })).rejects.toThrow('model.json is not JSON');
  });

  it('when the library cannot load it, with the reason', async () => {
    const { modelsFolder, folder } = await writeTinyModel({ manifest: null });
    await writeFile(join(folder, 'onnx', 'model.onnx'), 'not a model');
    await expect(open({ modelsFolder })).rejects.toMatchObject({
      code: 'EMBEDDINGS_MODEL_REFUSED',
      message: expect.stringMatching(/tiny" could not be loaded: .+/),
    });
  });
});
