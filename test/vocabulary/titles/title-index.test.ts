import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../../src/embeddings/index.ts';
import { openTitleIndex, type Concept, type TitleRetriever } from '../../../src/vocabulary/index.ts';

/** Vectors of three numbers that one can check by hand: care, kitchen, machines. */
const MEANINGS: Record<string, [number, number, number]> = {
  nurse: [1, 0, 0],
  'care assistant': [0.8, 0.6, 0],
  cook: [0, 1, 0],
  welder: [0, 0, 1],
  sjuksköterska: [0.9, 0.1, 0.1],
  sjukskötare: [0.5, 0.1, 0.6],
  svetsare: [0.1, 0, 0.9],
};

const embedder: Embedder = {
  id: 'three@1',
  name: 'three',
  dimensions: 3,
  maxTokens: 8,
  embed: (texts) =>
    Promise.resolve(
      texts.map((text) => {
        const vector = MEANINGS[text] ?? [0.577, 0.577, 0.577];
        return Float32Array.from(vector, (value) => value / Math.hypot(...vector));
      }),
    ),
  close: () => Promise.resolve(),
};

const TITLES = ['nurse', 'care assistant', 'cook', 'welder'].map((text) => ({ id: `t-${text}`, text }));

const occupation = (id: string, labels: Record<string, string[]>): Concept => ({
  id,
  kind: 'OCCUPATION',
  isco: '2221',
  regulatedIn: [],
  broader: [],
  labels: Object.entries(labels).flatMap(([language, texts]) =>
    texts.map((text, index) => ({ language, text, preferred: index === 0 })),
  ),
});

const VOCABULARY = [
  occupation('o:nurse', { en: ['nurse'], sv: ['sjuksköterska', 'sjukskötare'] }),
  occupation('o:welder', { en: ['welder'], sv: ['svetsare'] }),
];

const first = async (query: string, retrievers: TitleRetriever[], vocabulary: Concept[] = []) => {
  const index = await openTitleIndex(TITLES, { embedder, vocabulary, retrievers: new Set(retrievers) });
  const [found] = await index.search([query], 4);
  return found!.map(({ id }) => id.slice(2));
};

describe('title search', () => {
  test('finds by meaning what shares no letter', async () => {
    expect((await first('sjuksköterska', ['vector']))[0]).toBe('nurse');
  });

  test('finds by letters a title with a slip of the pen', async () => {
    expect((await first('Care Asistants', ['text']))[0]).toBe('care assistant');
  });

  test('finds through the vocabulary what meaning alone misses', async () => {
    expect((await first('sjukskötare', ['vector', 'text']))[0]).toBe('welder');
    expect((await first('Sjukskötare', ['vector', 'text', 'concept'], VOCABULARY))[0]).toBe('nurse');
  });

  test('ranks by concepts alone where only they are asked for: other titles come last', async () => {
    const ranking = await first('svetsare', ['concept'], VOCABULARY);
    expect(ranking[0]).toBe('welder');
    expect(ranking.slice(2).sort()).toEqual(['care assistant', 'cook']);
  });

  test('gives at most as many as asked for, best first, and titles of equal score by identifier', async () => {
    const titles = ['b', 'a', 'c'].map((id) => ({ id, text: 'cook' }));
    const index = await openTitleIndex(titles, { embedder });
    const [found] = await index.search(['cook'], 2);
    expect(found!.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found![0]!.score).toBe(found![1]!.score);
  });

  test('takes titles and queries of any kind: blank, in other scripts, emoji', async () => {
    const titles = ['', '   ', '護士', '👩‍⚕️', 'cook'].map((text, at) => ({ id: String(at), text }));
    const index = await openTitleIndex(titles, { embedder });
    const found = await index.search(['', '護士', '👩‍⚕️'], 5);
    expect(found.map((ranking) => ranking.length)).toEqual([5, 5, 5]);
    expect(found[1]![0]!.id).toBe('2');
  });

  test('is empty without titles', async () => {
    const index = await openTitleIndex([], { embedder });
    expect(await index.search(['cook'], 10)).toEqual([[]]);
  });
});
