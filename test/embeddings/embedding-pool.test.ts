import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedder, type Embedder } from '../../src/embeddings/index.ts';
import { writeTinyModel } from './tiny-model.ts';

let embedder: Embedder;
let started: Worker[];
const keep = (worker: Worker) => started.push(worker);

beforeEach(async () => {
  started = [];
  process.on('worker', keep);
  const { modelsFolder } = await writeTinyModel();
  embedder = await openEmbedder({ model: 'tiny', modelsFolder, threads: 1 });
});
afterEach(async () => {
  process.off('worker', keep);
  await embedder.close();
});

const many = (count: number) => Array.from({ length: count }, (_, i) => `nurse care ${i}`);

describe('requests take turns', () => {
  it('a query does not wait for a bulk of 10,000 passages', async () => {
    const finished: string[] = [];
    const bulk = embedder.embed(many(10_000), 'passage').then(() => finished.push('bulk'));
    const query = embedder.embed(['weld'], 'query').then(() => finished.push('query'));
    await Promise.all([bulk, query]);
    expect(finished).toEqual(['query', 'bulk']);
  });

  it('a query goes before every passage that has not been sent to the model', async () => {
    const finished: string[] = [];
    const passages = Array.from({ length: 20 }, (_, i) =>
      embedder.embed(['nurse'], 'passage').then(() => finished.push(`passage ${i}`)),
    );
    const query = embedder.embed(['weld'], 'query').then(() => finished.push('query'));
    await Promise.all([...passages, query]);
    // Two tasks are given to the thread ahead.
    expect(finished.indexOf('query')).toBeLessThanOrEqual(2);
  });

  it('one new CV does not wait for a bulk either', async () => {
    const finished: string[] = [];
    const bulk = embedder.embed(many(10_000), 'passage').then(() => finished.push('bulk'));
    const one = embedder.embed(many(5), 'passage').then(() => finished.push('one'));
    await Promise.all([bulk, one]);
    expect(finished).toEqual(['one', 'bulk']);
  });
});

describe('when the thread is lost', () => {
  it('what waits for it is refused, and the next call works again', async () => {
    const bulk = embedder.embed(many(10_000), 'passage');
    await started[0]!.terminate();
    await expect(bulk).rejects.toMatchObject({ code: 'EMBEDDINGS_THREAD_LOST', status: 503 });
    const [vector] = await embedder.embed(['nurse'], 'query');
    expect(vector![0]).toBeCloseTo(0.6, 6);
    expect(started).toHaveLength(2);
  });

  it('what was not given to it yet is done by the next one', async () => {
    const first = [embedder.embed(many(64), 'passage'), embedder.embed(many(64), 'passage')];
    const later = embedder.embed(['nurse'], 'passage');
    await started[0]!.terminate();
    for (const refused of first)
      await expect(refused).rejects.toThrow('The thread that runs embedding model tiny ended');
    expect(await later).toHaveLength(1);
  });

  it('while idle, nobody notices', async () => {
    await started[0]!.terminate();
    expect(await embedder.embed(['nurse'], 'query')).toHaveLength(1);
  });
});

describe('closing', () => {
  it('ends the thread and refuses what waits and what comes', async () => {
    const ended = once(started[0]!, 'exit');
    const bulk = embedder.embed(many(10_000), 'passage');
    const refused = expect(bulk).rejects.toMatchObject({ code: 'EMBEDDINGS_CLOSED' });
    await embedder.close();
    await ended;
    await refused;
    await expect(embedder.embed(['nurse'], 'query')).rejects.toMatchObject({ code: 'EMBEDDINGS_CLOSED' });
  });

  it('twice is once', async () => {
    await embedder.close();
    await embedder.close();
    expect(started).toHaveLength(1);
  });

  it('is not needed for a program to end', async () => {
    const { modelsFolder } = await writeTinyModel();
    const program = `
      import { openEmbedder } from ${JSON.stringify(new URL('../../src/embeddings/index.ts', import.meta.url).href)};
      const embedder = await openEmbedder({ model: 'tiny', modelsFolder: ${JSON.stringify(modelsFolder)} });
      console.log((await embedder.embed(['nurse'], 'query')).length);`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 20_000,
    });
    expect((await run).stdout).toBe('1\n');
  });
});
