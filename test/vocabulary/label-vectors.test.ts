import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rows, type EntityManager } from '../../src/database/index.ts';
import { adoptModel } from '../../src/documents/index.ts';
import { cosine, quantise, type Embedder } from '../../src/embeddings/index.ts';
import {
  countPendingLabels,
  embedLabels,
  labelVectors,
  loadStarter,
  titleReader,
  type TitleReader,
} from '../../src/vocabulary/index.ts';
import { NOW, useService } from '../testkit/index.ts';
import { starterTables, useFolder } from './fixtures.ts';

const folderWith = useFolder();

describe('a vector in a byte a dimension', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  const vector = fc.array(part, { minLength: 16, maxLength: 64 });

  test('points where it pointed: the cosine is off by less than 0.01', () => {
    fc.assert(
      fc.property(vector, fc.infiniteStream(part), (one, more) => {
        const other = one.map(() => more.next().value);
        fc.pre(Math.hypot(...one) > 0.1 && Math.hypot(...other) > 0.1);
        expect(Math.abs(cosine(quantise(one), quantise(other)) - cosine(one, other))).toBeLessThan(0.01);
      }),
    );
  });

  test('takes the whole range, and all zeros stay all zeros', () => {
    expect([...quantise([0.01, -0.02, 0])]).toEqual([64, -127, 0]);
    expect([...quantise([0, 0])]).toEqual([0, 0]);
  });
});

/** Reads titles by a model of three dimensions, and remembers what it was given. */
function countingReader(id: string): TitleReader & { embedder: Embedder; given: string[] } {
  const given: string[] = [];
  const embedder: Embedder = {
    id,
    name: id,
    dimensions: 3,
    maxTokens: 8,
    async embed(texts, purpose) {
      expect(purpose).toBe('title');
      given.push(...texts);
      return texts.map((text) => Float32Array.of(1, text.length / 100, 0));
    },
    close: async () => {},
  };
  return { ...titleReader(embedder), embedder, given };
}

describe('vectors of labels', () => {
  const tandem = useService({ settings: { vocabularyFolder: folderWith(starterTables()) } });
  const em = () => tandem.service.database.em.fork() as EntityManager;
  /** The labels of the fixture, each text once. */
  const TEXTS = 23;

  test('are made once for each text, however many concepts and languages share it', async () => {
    const reader = countingReader('first');
    await adoptModel(em(), reader.embedder);
    expect(await countPendingLabels(em(), reader)).toBe(TEXTS);
    const told: number[] = [];
    const done = await embedLabels(em(), reader, { progress: ({ pending }) => told.push(pending) });
    expect(done).toBe(TEXTS);
    expect(told).toEqual([TEXTS, 0]);
    expect(reader.given.filter((text) => text === 'triage')).toHaveLength(1);
    // The names to show come before the synonyms.
    expect(reader.given.indexOf('registered nurse')).toBeLessThan(reader.given.indexOf('nurse'));
    const { texts, values, dimensions } = await labelVectors(em(), reader);
    expect(texts.map((text) => text.toLowerCase()).toSorted()).toEqual(
      reader.given.map((text) => text.toLowerCase()).toSorted(),
    );
    const row = texts.indexOf('triage');
    expect([...values.subarray(row * dimensions, (row + 1) * dimensions)]).toEqual([127, 8, 0]);
  });

  test('are not made again, and go with their labels', async () => {
    const reader = countingReader('first');
    expect(await embedLabels(em(), reader)).toBe(0);
    const changed = starterTables({
      skills: ['triage		SKILL	triage | sorting	triage	triage', 'python		TOOL	Python	Python	Python'],
    });
    await loadStarter(em(), folderWith(changed), NOW);
    expect(await embedLabels(em(), reader)).toBe(1);
    expect(reader.given).toEqual(['sorting']);
    const { texts } = await labelVectors(em(), reader);
    expect(texts).not.toContain('triagering');
    expect(texts).toContain('sorting');
  });

  test('of another model are made beside, and those of the one before go with it', async () => {
    const [first, second] = [countingReader('first'), countingReader('second')];
    await adoptModel(em(), second.embedder);
    expect(await embedLabels(em(), second)).toBe(TEXTS);
    expect((await labelVectors(em(), first)).texts).toHaveLength(TEXTS);
    await rows(em(), `DELETE FROM embedding_models WHERE id = 'first'`);
    expect((await labelVectors(em(), first)).texts).toHaveLength(0);
    expect((await labelVectors(em(), second)).texts).toHaveLength(TEXTS);
  });

  test('made in another way than titles are read now are made anew, in place', async () => {
    const reader = { ...countingReader('second'), reading: 'another' };
    expect(await countPendingLabels(em(), reader)).toBe(TEXTS);
    expect(await embedLabels(em(), reader)).toBe(TEXTS);
    expect((await labelVectors(em(), reader)).texts).toHaveLength(TEXTS);
    expect((await labelVectors(em(), countingReader('second'))).texts).toHaveLength(0);
  });

  test('that were being made when the work was called off are there, and the rest is made later', async () => {
    const stopping = countingReader('third');
    await adoptModel(em(), stopping.embedder);
    const called = new AbortController();
    called.abort();
    await expect(embedLabels(em(), stopping, { signal: called.signal })).rejects.toThrow('aborted');
    expect(await countPendingLabels(em(), stopping)).toBe(TEXTS);
    expect(await embedLabels(em(), stopping)).toBe(TEXTS);
  });
});

describe('in the background', () => {
  // More than one job embeds: what is left goes to the next.
  const skills = Array.from(
    { length: 1500 },
    (_, place) => `skill-${place}		SKILL	skill ${place}	färdighet ${place}	compétence ${place}`,
  );
  const tandem = useService({
    settings: { vocabularyFolder: folderWith(starterTables({ skills })) },
    work: true,
  });

  test('all labels get their vectors soon after a start', async () => {
    const { database, titles } = tandem.service;
    const em = () => database.em.fork() as EntityManager;
    await expect.poll(() => countPendingLabels(em(), titles), { timeout: 25_000, interval: 200 }).toBe(0);
    const { texts, values } = await labelVectors(em(), titles);
    expect(texts.length).toBeGreaterThan(4500);
    expect(values).toHaveLength(texts.length * titles.dimensions);
  });
});
