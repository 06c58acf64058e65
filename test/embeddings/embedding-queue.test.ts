import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedder, type Embedder } from '../../src/embeddings/index.ts';
import type { FromThread, ThreadSettings, ToThread } from '../../src/embeddings/thread-messages.ts';
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

describe('in the thread', () => {
  const start = async () => {
    const { folder } = await writeTinyModel();
    const workerData: ThreadSettings = {
      source: folder,
      dtype: 'fp32',
      pooling: 'mean',
      maxTokens: 512,
      computeThreads: 1,
    };
    const worker = new Worker(new URL('../../src/embeddings/embedding-thread.ts', import.meta.url), {
      workerData,
    });
    const answers: FromThread[] = [];
    const post = (message: ToThread) => worker.postMessage(message);
    const until = async (finished: (answers: FromThread[]) => boolean) => {
      while (!finished(answers)) answers.push(...((await once(worker, 'message')) as FromThread[]));
      const tasks = answers.flatMap((answer) => (answer.kind === 'vectors' ? [answer.task] : []));
      await worker.terminate();
      return tasks;
    };
    return { worker, post, until };
  };
  const isDone = (task: number) => (answers: FromThread[]) =>
    answers.some((answer) => answer.kind === 'vectors' && answer.task === task && answer.done);

  it('an urgent task goes before those that came first', async () => {
    const { post, until } = await start();
    post({ kind: 'embed', task: 1, texts: many(64), urgent: false });
    post({ kind: 'embed', task: 2, texts: many(64), urgent: false });
    post({ kind: 'embed', task: 3, texts: ['weld'], urgent: true });
    expect((await until(isDone(2)))[0]).toBe(3);
  });

  it('an urgent task goes before the next batch of one that has begun', async () => {
    const { worker, post, until } = await start();
    const long = Array.from({ length: 60 }, () => 'nurse '.repeat(500));
    post({ kind: 'embed', task: 1, texts: long, urgent: false });
    worker.on('message', (answer: FromThread) => {
      if (answer.kind === 'vectors' && answer.task === 1 && answer.rows[0] === 0) {
        post({ kind: 'embed', task: 2, texts: ['weld'], urgent: true });
      }
    });
    const tasks = await until(isDone(1));
    expect(tasks).toHaveLength(31);
    expect(tasks.indexOf(2)).toBeLessThan(15);
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
    const [bulk] = await Promise.allSettled([embedder.embed(many(10_000), 'passage'), embedder.close()]);
    await ended;
    expect(bulk).toMatchObject({ status: 'rejected', reason: { code: 'EMBEDDINGS_CLOSED' } });
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
