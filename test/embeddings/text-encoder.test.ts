import { AutoTokenizer, pipeline } from '@xenova/transformers';
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cosine, passagesOf } from '../../src/embeddings/index.ts';
import { readManifest } from '../../src/embeddings/model-folder.ts';
import { openTextEncoder, type TextEncoder } from '../../src/embeddings/text-encoder.ts';

const TEXTS = [
  'Nurse',
  'Sjuksköterska med erfarenhet av akutsjukvård, ambulans och triage söker arbete i Skåne.',
  "Infirmière diplômée d'État, huit ans aux urgences de l'hôpital Édouard-Herriot à Lyon, à l'aise en anglais.",
  'C++ & Python ½ ﬁn — “quotes” 漢字 🎉 <s> naïve\u00a0café',
];

describe.each(['tandem-e5-small', 'tandem-static'])('%s', (name) => {
  const folder = fileURLToPath(new URL(`../../models/${name}`, import.meta.url));
  let encoder: TextEncoder;
  let dtype: string;

  beforeAll(async () => {
    const manifest = (await readManifest(folder))!;
    dtype = manifest.dtype;
    encoder = await openTextEncoder({
      source: folder,
      dtype,
      pooling: 'mean',
      maxTokens: manifest.maxTokens,
      computeThreads: 1,
    });
  });
  afterAll(() => encoder.close());

  it('splits texts into the tokens that the library finds', async () => {
    const plain = await AutoTokenizer.from_pretrained(folder);
    // Twice, since the second time every word is remembered.
    for (const text of [...TEXTS, ...TEXTS]) expect(encoder.tokenise(text)).toEqual(plain.encode(text));
  });

  it('gives the vectors of the plain pipeline call', async () => {
    const extractor = await pipeline('feature-extraction', folder, { dtype: dtype as 'q8' });
    for (const text of TEXTS) {
      const expected = (await extractor(text, { pooling: 'mean', normalize: true })).data as Float32Array;
      const alone = await encoder.encode([encoder.tokenise(text)]);
      expect(alone).toHaveLength(encoder.dimensions);
      expect(cosine(alone, expected)).toBeGreaterThan(0.99999);
    }
    await extractor.dispose();
  });

  it('gives a text the same vector in a batch as alone', async () => {
    const tokens = TEXTS.map(encoder.tokenise);
    const together = await encoder.encode(tokens);
    for (const [i, own] of tokens.entries()) {
      const alone = await encoder.encode([own]);
      const inBatch = together.subarray(i * encoder.dimensions, (i + 1) * encoder.dimensions);
      expect(cosine(alone, inBatch)).toBeGreaterThan(0.9999);
    }
  });

  it('cuts a text at its window and keeps the end mark', () => {
    const short = encoder.tokenise('word');
    const long = encoder.tokenise('word '.repeat(encoder.maxTokens * 2));
    expect(long).toHaveLength(encoder.maxTokens);
    expect(long.at(-1)).toBe(short.at(-1));
  });

  it('sees every passage of any text whole', () => {
    const junk = fc.oneof(
      fc.lorem({ mode: 'sentences', maxCount: 80 }),
      fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 2000, maxLength: 6000 }),
      fc.base64String({ minLength: 2000, maxLength: 6000 }),
      fc.string({
        unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '),
        minLength: 2000,
        maxLength: 6000,
      }),
      fc.string({ unit: fc.constantFrom(...'åäöéèêçß œæøñ'), minLength: 2000, maxLength: 6000 }),
      fc.string({
        unit: fc.constantFrom('漢', '字', 'ﷺ', '㌔', '½', '…', '🎉', '، ', 'é', '.', '-'),
        minLength: 1000,
        maxLength: 4000,
      }),
      fc.string({ unit: 'binary', minLength: 1000, maxLength: 4000 }),
    );
    fc.assert(
      fc.property(junk, (text) => {
        for (const passage of passagesOf(text, { maxTokens: encoder.maxTokens })) {
          // A text that is cut has as many tokens as the window.
          expect(encoder.tokenise(`passage: ${passage.text}`).length).toBeLessThan(encoder.maxTokens);
        }
      }),
      { seed: 20261121, numRuns: 40, endOnFailure: true },
    );
  });
});
