import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cosine, openEmbedder, type Embedder } from '../../../src/embeddings/index.ts';
import { packageFolder } from '../../../src/settings.ts';
import { openGramVectors } from '../../../src/vocabulary/index.ts';

const models = join(packageFolder(), 'models');
const folder = join(models, 'tandem-titles');
const manifest = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as {
  embedder: string;
  dimensions: number;
  files: Record<string, string>;
};

test('the files of the bundled vectors are those that model.json names', () => {
  for (const [file, hash] of Object.entries(manifest.files))
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
      file,
    ).toBe(hash);
});

describe('vectors of letters and words', () => {
  const grams = openGramVectors(folder);
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder({ model: manifest.embedder, modelsFolder: models });
  });
  afterAll(() => embedder.close());

  test('were learned beside the embedder that they name', () => {
    expect(grams.embedder).toBe(embedder.name);
    expect(manifest.dimensions).toBe(embedder.dimensions);
  });

  test('bring names of one occupation in two languages nearer to each other than its neighbours', async () => {
    const titles = ['undersköterska', 'aide-soignant', 'kock', 'svetsare', 'soudeur', 'tolk'];
    const embedded = await embedder.embed(titles, 'title');
    const [nurse, aide, cook, welder, soudeur, interpreter] = titles.map((title, i) =>
      grams.added(title, embedded[i]!),
    );
    expect(cosine(nurse!, aide!)).toBeGreaterThan(cosine(embedded[0]!, embedded[1]!));
    expect(cosine(nurse!, aide!)).toBeGreaterThan(cosine(nurse!, cook!));
    expect(cosine(welder!, soudeur!)).toBeGreaterThan(cosine(welder!, interpreter!));
  });

  test('are of length 1, and leave the embedding as it was given', () => {
    const given = Float32Array.from({ length: manifest.dimensions }, (_, i) => (i === 0 ? 1 : 0));
    expect(Math.hypot(...grams.added('svetsare', given))).toBeCloseTo(1, 5);
    expect(Math.hypot(...grams.added('', given))).toBeCloseTo(1, 5);
    expect(given[0]).toBe(1);
    expect(Math.hypot(...given)).toBe(1);
  });
});
