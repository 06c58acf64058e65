import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embeddings/index.ts';
import { titleRanker, type JudgedSet } from '../../src/evaluation/index.ts';
import { nameOf } from '../../src/evaluation/rank-titles.ts';

const DUTIES =
  'They cook, bake and serve meals for guests of a hotel, plan menus and order what the kitchen needs.';

describe('the name of a document', () => {
  test.each([
    ['its text', { title: '', text: DUTIES }, DUTIES],
    ['its title', { title: 'cook', text: '' }, 'cook'],
    ['both where the text is short', { title: 'cook', text: 'chef de partie' }, 'cook chef de partie'],
    ['the title where the text is long', { title: 'cook', text: DUTIES }, 'cook'],
    ['nothing', { title: '', text: '' }, ''],
  ])('is %s', (_, document, name) => {
    expect(nameOf(document)).toBe(name);
  });
});

/** Knows kitchens from everything else. */
const embedder: Embedder = {
  id: 'two@1',
  name: 'two',
  dimensions: 2,
  maxTokens: 8,
  embed: (texts) =>
    Promise.resolve(texts.map((text) => Float32Array.from(/cook|kitchen/.test(text) ? [1, 0] : [0, 1]))),
  close: () => Promise.resolve(),
};

test('titles are ranked by their names, not by what a description mentions', async () => {
  const set: JudgedSet = {
    corpus: [
      { id: 'clerk', title: 'hotel clerk', text: DUTIES },
      { id: 'porter', title: '', text: 'kitchen porter' },
    ],
    queries: [{ id: 'q', title: '', text: 'cook' }],
    judgements: new Map([['q', new Map([['porter', 1]])]]),
  };
  const rank = await titleRanker(set, { embedder, retrievers: new Set(['vector', 'text']) });
  expect((await rank([0]))[0]!.map(({ id }) => id)).toEqual(['porter', 'clerk']);
});
