// npm run bench:embeddings: texts per second of both bundled models, beside the bare ONNX Runtime session.
//
// The bare session is `onnxruntime-node` alone, in this process's main thread, with the options that the
// embedder gives it (by default it spins, which makes it a weaker opponent on a busy machine). Only
// `session.run` counts, on tensors made beforehand from the same tokens in batches of the same bound: no
// tokenising, no pooling, no thread to talk to. The embedder does all of that, and for CVs also cuts
// passages, hashes them and pools the document. The rounds of the two alternate, so that both meet the same
// machine; the table has the median of each and of the ratio of each round.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { batchesOf } from '../../src/embeddings/batches.ts';
import { embedDocuments, openEmbedder, passagesOf } from '../../src/embeddings/index.ts';
import { readManifest, type ModelManifest } from '../../src/embeddings/model-folder.ts';
import {
  BATCH_TOKENS,
  openTextEncoder,
  paddedInputs,
  sessionOptions,
  type Tokens,
} from '../../src/embeddings/text-encoder.ts';
import { sampleTexts } from './sample-texts.ts';

const THREADS = 2;
const ROUNDS = 5;
const root = process.cwd();

// The copy that the embedding library itself uses.
const require = createRequire(import.meta.resolve('@xenova/transformers'));
const { InferenceSession } = require('onnxruntime-node') as typeof import('onnxruntime-common');

interface Row {
  model: string;
  texts: string;
  embedder: number;
  bare: number;
  ratio: number;
  tokeniser: number;
  serial: number;
}

/** Seconds that the work takes. */
async function seconds(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function measure(model: string, kind: 'query' | 'CV', count: number): Promise<Row> {
  const folder = join(root, 'models', model);
  const manifest: ModelManifest = (await readManifest(folder))!;
  const texts = sampleTexts(count, kind === 'query' ? 12 : 300);
  const pieces =
    kind === 'query'
      ? texts.map((text) => manifest.prefixes.query + text)
      : texts.flatMap((text) =>
          passagesOf(text, { maxTokens: manifest.maxTokens }).map(
            (passage) => manifest.prefixes.passage + passage.text,
          ),
        );

  const thread = {
    source: folder,
    dtype: manifest.dtype,
    pooling: manifest.pooling,
    maxTokens: manifest.maxTokens,
  };
  const encoder = await openTextEncoder({ ...thread, computeThreads: 1 });
  const tokens = pieces.map(encoder.tokenise);
  const batches = batchesOf(
    tokens.map(({ length }) => length),
    BATCH_TOKENS,
  ).map((batch) => batch.map((i): Tokens => tokens[i]!));

  const file = encoder.files.find((path) => path.endsWith('.onnx'))!;
  const session = await InferenceSession.create(join(folder, file), sessionOptions(THREADS));
  const feeds = batches.map((batch) => {
    const inputs = Object.entries(paddedInputs(batch, encoder.padding)).filter(([name]) =>
      session.inputNames.includes(name),
    );
    return Object.fromEntries(inputs.map(([name, { ort_tensor }]) => [name, ort_tensor])) as Parameters<
      typeof session.run
    >[0];
  });

  const embedder = await openEmbedder({ model, modelsFolder: join(root, 'models'), threads: THREADS });
  const embed = () =>
    kind === 'query'
      ? embedder.embed(texts, 'query')
      : embedDocuments(
          embedder,
          texts.map((text) => ({ text })),
        );
  const run = async () => {
    for (const feed of feeds) await session.run(feed);
  };
  await embed();
  await run();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push({
      embedder: await seconds(embed),
      bare: await seconds(run),
      tokeniser: await seconds(() => pieces.map(encoder.tokenise)),
    });
  }
  await embedder.close();
  await session.release();
  await encoder.close();
  return {
    model,
    texts: kind === 'query' ? 'queries, 12 words' : 'CVs, 300 words',
    embedder: count / median(times.map((time) => time.embedder)),
    bare: count / median(times.map((time) => time.bare)),
    ratio: median(times.map((time) => time.bare / time.embedder)),
    tokeniser: count / median(times.map((time) => time.tokeniser)),
    serial: median(times.map((time) => (time.bare + time.tokeniser) / time.embedder)),
  };
}

const rows = [
  await measure('tandem-e5-small', 'query', 256),
  await measure('tandem-e5-small', 'CV', 32),
  await measure('tandem-static', 'query', 8192),
  await measure('tandem-static', 'CV', 1024),
];

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const perSecond = (value: number) =>
  value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
console.log(
  `Texts per second, ${THREADS} compute threads on ${availableParallelism()} cores, commit ${commit}\n`,
);
console.log(
  '| model | texts | embedder | bare session | ratio | tokeniser alone | ratio to session + tokeniser |',
);
console.log('|---|---|---:|---:|---:|---:|---:|');
for (const row of rows) {
  const { model, texts, embedder, bare, ratio, tokeniser, serial } = row;
  const speeds = [embedder, bare].map(perSecond).join(' | ');
  console.log(
    `| ${model} | ${texts} | ${speeds} | ${ratio.toFixed(2)} | ${perSecond(tokeniser)} | ${serial.toFixed(2)} |`,
  );
}
