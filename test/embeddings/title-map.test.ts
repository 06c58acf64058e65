import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedder, type Embedder } from '../../src/embeddings/index.ts';
import { titleMap } from '../../src/embeddings/title-map.ts';
import { writeTinyModel } from './tiny-model.ts';

const opened: Embedder[] = [];
afterEach(() => Promise.all(opened.splice(0).map((embedder) => embedder.close())));

async function openMapped(map: readonly number[]): Promise<Embedder> {
  const { folder, modelsFolder } = await writeTinyModel({
    manifest: { prefixes: { query: '', passage: '' }, titleMap: 'titles.f32' },
  });
  await writeFile(join(folder, 'titles.f32'), Buffer.from(Float32Array.from(map).buffer));
  const embedder = await openEmbedder({ model: 'tiny', modelsFolder, threads: 1 });
  opened.push(embedder);
  return embedder;
}

/** No mean; the first two dimensions change places. */
const SWAPPED = [0, 0, 0, /* */ 0, 1, 0, /* */ 1, 0, 0, /* */ 0, 0, 1];

describe('The map of titles', () => {
  it('applies to titles, and to nothing else', async () => {
    const embedder = await openMapped(SWAPPED);
    const vectorOf = async (purpose: 'title' | 'query' | 'passage') =>
      Array.from((await embedder.embed(['nurse'], purpose))[0]!);
    expect(await vectorOf('title')).toEqual([0, 1, 0]);
    expect(await vectorOf('query')).toEqual([1, 0, 0]);
    expect(await vectorOf('passage')).toEqual([1, 0, 0]);
  });

  it('leaves a title of unknown words without direction, as any text', async () => {
    const embedder = await openMapped(SWAPPED);
    expect(Array.from((await embedder.embed(['漢字'], 'title'))[0]!)).toEqual([0, 0, 0]);
  });

  it('is refused when the file has another size, naming the file and both sizes', async () => {
    await expect(openMapped([0, 0, 0, 1])).rejects.toMatchObject({
      code: 'EMBEDDINGS_MODEL_INCOMPLETE',
      message: expect.stringMatching(/titles\.f32.*has 16 bytes; a map of 3 dimensions has 48/),
    });
  });

  it('takes the mean away and gives vectors of length 1', () => {
    const coordinate = fc.float({ min: -1, max: 1, noNaN: true });
    const vector = fc.tuple(coordinate, coordinate, coordinate).map((values) => Float32Array.from(values));
    fc.assert(
      fc.property(vector, vector, (mean, title) => {
        const identity = Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]);
        const mapped = titleMap(mean, identity)(title);
        const moved = Array.from(title, (value, i) => Math.fround(value - mean[i]!));
        const length = Math.hypot(...moved);
        fc.pre(length > 1e-3 && title.some((value) => value !== 0));
        moved.forEach((value, i) => expect(mapped[i]).toBeCloseTo(value / length, 4));
      }),
    );
  });
});
