// Measures a bundled model through the library: node bench.mjs <library module> <models folder> <name> <dtype> [threads]
import { pathToFileURL } from 'node:url';

const [library, models, name, dtype, threads = '2'] = process.argv.slice(2);
const { env, pipeline } = await import(pathToFileURL(library).href);
env.allowRemoteModels = false;
env.localModelPath = models;

const WORDS = `Experienced registered nurse with eight years in intensive care and emergency departments.
Sjuksköterska med erfarenhet av akutsjukvård, teamledning och patientsäkerhet. Infirmière diplômée ayant travaillé
dans des hôpitaux universitaires à Lyon et Québec. Responsible for training of junior colleagues and digital records.`.split(
  /\s+/,
);

const text = (length, seed) =>
  Array.from({ length }, (_, i) => WORDS[(i * 7 + seed * 3) % WORDS.length]).join(' ');
const texts = (count, length) => Array.from({ length: count }, (_, i) => `query: ${text(length, i)}`);

async function median(times, work) {
  await work();
  const taken = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
}

const started = performance.now();
const extract = await pipeline('feature-extraction', name, {
  dtype,
  session_options: { intraOpNumThreads: Number(threads) },
});
console.log(
  `${name} (${dtype}), ${threads} threads: loaded in ${(performance.now() - started).toFixed(0)} ms`,
);

for (const [label, batch, length, times] of [
  ['12 words, one by one', 1, 12, 41],
  ['12 words, batches of 16', 16, 12, 21],
  ['100 words, batches of 16', 16, 100, 5],
  ['300 words, one by one', 1, 300, 9],
]) {
  const input = texts(batch, length);
  const taken = await median(times, () => extract(input, { pooling: 'mean', normalize: true }));
  console.log(`  ${label}: ${((1000 * batch) / taken).toFixed(1)} texts/s (${taken.toFixed(1)} ms)`);
}
