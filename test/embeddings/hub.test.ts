import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedder, type Embedder } from '../../src/embeddings/index.ts';
import { writeTinyModel } from './tiny-model.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A hub that serves one repository, as huggingface.co lays out its addresses. */
async function startHub(folder: string, revision = 'main') {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url!);
    const [, file] = new RegExp(`^/acme/tiny/resolve/${revision}/([^?]*)`).exec(request.url!) ?? [];
    void readFile(join(folder, file ?? 'none')).then(
      (content) => response.writeHead(200, { 'content-length': content.length }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  closers.push(stop);
  return { hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop };
}

async function open(options: { model: string; modelsFolder: string; hub: string }): Promise<Embedder> {
  const embedder = await openEmbedder({
    threads: 1,
    cacheFolder: join(options.modelsFolder, 'cache'),
    ...options,
  });
  closers.push(() => embedder.close());
  return embedder;
}

describe('a hub id', () => {
  it('is fetched once, and from then on loaded without the network', async () => {
    const { modelsFolder, folder } = await writeTinyModel({ name: 'source', manifest: null });
    const { hub, stop } = await startHub(folder);
    const fetched = await open({ model: 'acme/tiny', modelsFolder, hub });
    expect(fetched).toMatchObject({ name: 'acme/tiny', dimensions: 3, maxTokens: 16 });
    expect(fetched.id).toMatch(/^acme\/tiny@[0-9a-f]{12}$/);
    await stop();
    const kept = await open({ model: 'acme/tiny', modelsFolder, hub });
    expect(kept.id).toBe(fetched.id);
    const [vector] = await kept.embed(['nurse'], 'query');
    expect([...vector!]).toEqual([1, 0, 0]);
  });

  it('changes its id with the files behind it', async () => {
    const ids = [];
    for (const config of [{}, { other: 'weights' }]) {
      const { modelsFolder, folder } = await writeTinyModel({ name: 'source', manifest: null, config });
      const { hub } = await startHub(folder);
      ids.push((await open({ model: 'acme/tiny', modelsFolder, hub })).id);
    }
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('without a network is a clear refusal, at once', async () => {
    const { modelsFolder } = await writeTinyModel();
    const hub = 'http://127.0.0.1:1';
    const begin = performance.now();
    await expect(open({ model: 'acme/tiny', modelsFolder, hub })).rejects.toMatchObject({
      code: 'EMBEDDINGS_HUB_UNREACHABLE',
      status: 503,
      message: expect.stringMatching(
        /"acme\/tiny" could not be fetched from http:\/\/127\.0\.0\.1:1\/: .*(ECONNREFUSED|bad port)/,
      ),
    });
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('that the hub does not know is refused as a model', async () => {
    const { modelsFolder, folder } = await writeTinyModel({ name: 'source', manifest: null });
    const { hub } = await startHub(folder);
    await expect(open({ model: 'acme/other', modelsFolder, hub })).rejects.toMatchObject({
      code: 'EMBEDDINGS_MODEL_REFUSED',
      message: expect.stringContaining('"acme/other"'),
    });
  });

  it('may name a revision', async () => {
    const { modelsFolder, folder } = await writeTinyModel({ name: 'source', manifest: null });
    const { hub, asked } = await startHub(folder, 'v2');
    const embedder = await open({ model: 'acme/tiny@v2', modelsFolder, hub });
    expect(embedder.id).toMatch(/^acme\/tiny@[0-9a-f]{12}$/);
    expect(asked.every((url) => url.includes('/resolve/v2/'))).toBe(true);
  });
});

it('a folder never touches the network', async () => {
  const { modelsFolder, folder } = await writeTinyModel();
  const { hub, asked } = await startHub(folder);
  await open({ model: 'tiny', modelsFolder, hub });
  expect(asked).toEqual([]);
});
