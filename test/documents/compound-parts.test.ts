import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/access/index.ts';
import { rows } from '../../src/database/index.ts';
import { saveCompoundParts, saveDocument, type SplitCompound } from '../../src/documents/index.ts';
import { partsOf, sharedOut } from '../../src/documents/compound-parts.ts';
import { newId } from '../../src/kernel/index.ts';
import { useService } from '../testkit/index.ts';

const COMPOUNDS: Record<string, string[]> = {
  systemutvecklare: ['system', 'utvecklare'],
  systemförvaltare: ['system', 'förvaltare'],
};
const split: SplitCompound = (word, language) => (language === 'sv' ? (COMPOUNDS[word] ?? []) : []);

describe('parts of compounds', () => {
  test('are those of every word of a text, each once, also behind a hyphen', () => {
    expect([...partsOf('Systemutvecklare. IT-Systemförvaltare, systemutvecklare!', 'sv', split)]).toEqual([
      'system',
      'utvecklare',
      'förvaltare',
    ]);
    expect([...partsOf('Systemutvecklare', 'en', split)]).toEqual([]);
  });

  test('are sought with a share of the weight of the compound: more for what it is than for what is before', () => {
    expect(sharedOut(new Map([['systemutvecklare', 2]]), 'sv', split)).toEqual({
      words: new Map([['systemutvecklare', 1]]),
      parts: new Map([
        ['system', 0.2],
        ['utvecklare', 0.8],
      ]),
    });
  });

  test('never add to the weight of all, and leave alone what is sought itself', () => {
    const word = fc.constantFrom('system', 'utvecklare', 'kock', ...Object.keys(COMPOUNDS));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(1, 2))), (pairs) => {
        const given = new Map(pairs);
        const { words, parts } = sharedOut(given, 'sv', split);
        expect([...words.keys()]).toEqual([...given.keys()]);
        for (const part of parts.keys()) expect(given.has(part)).toBe(false);
        for (const [own, weight] of words) expect(weight).toBeGreaterThanOrEqual(given.get(own)! / 2);
        const sum = (weights: Iterable<number>) => [...weights].reduce((total, weight) => total + weight, 0);
        expect(sum(words.values()) + sum(parts.values())).toBeLessThanOrEqual(sum(given.values()) + 1e-9);
      }),
    );
  });
});

describe('in the database', () => {
  const tandem = useService();
  const saved = async (kind: 'CV' | 'JOB', text: string, title = text) => {
    const id = newId();
    await inTransaction(tandem.as('operator'), (inside) =>
      saveDocument(inside, {
        id,
        kind,
        language: 'sv',
        text,
        ...(kind === 'JOB' ? { brief: { title, mustHave: [], niceToHave: [] } } : {}),
      }),
    );
    return id;
  };
  const read = async () => {
    const context = tandem.as('operator');
    const documents = await rows<Parameters<typeof saveCompoundParts>[1][number]>(
      context.em,
      `SELECT id, kind, language, text, brief FROM documents`,
    );
    await inTransaction(context, (inside) => saveCompoundParts(inside.em, documents, split));
  };
  const terms = (id: string) =>
    rows<{ word: string; weight: number; part: boolean }>(
      tandem.as('operator').em,
      `SELECT word, weight, part FROM search_terms WHERE document_id = ? ORDER BY word`,
      [id],
    );

  test('a CV is found by parts of its compounds, which have no place in it', async () => {
    const id = await saved('CV', 'Systemutvecklare i Umeå');
    await read();
    const [found] = await rows<{ word: boolean; part: boolean; named: boolean; place: string }>(
      tandem.as('operator').em,
      `SELECT search @@ to_tsquery('swedish', 'umeå') AS word, search @@ to_tsquery('swedish', 'utvecklare') AS part,
         ts_filter(search, '{d}') @@ to_tsquery('swedish', 'utvecklare') AS named
       FROM documents WHERE id = ?`,
      [id],
    );
    expect(found).toEqual({ word: true, part: true, named: false });
  });

  test('a changed text has the parts of its own words only, once it is read', async () => {
    const context = tandem.as('operator');
    const id = await saved('JOB', 'En annons', 'Systemutvecklare');
    await read();
    expect(await terms(id)).toEqual([
      { word: 'system', weight: expect.closeTo(0.2, 5), part: true },
      { word: 'systemutvecklare', weight: 1, part: false },
      { word: 'utvecklare', weight: expect.closeTo(0.8, 5), part: true },
    ]);
    const save = (title: string) =>
      inTransaction(tandem.as('operator'), (inside) =>
        saveDocument(inside, {
          id,
          kind: 'JOB',
          language: 'sv',
          text: 'En annons',
          brief: { title, mustHave: [], niceToHave: [] },
        }),
      );
    // What did not change keeps what is known of it.
    await rows(context.em, `UPDATE search_terms SET rarity = 3, among = 1 WHERE document_id = ?`, [id]);
    await save('Systemutvecklare');
    expect(await terms(id)).toHaveLength(3);
    expect(
      await rows(context.em, `SELECT FROM search_terms WHERE document_id = ? AND rarity = 3`, [id]),
    ).toHaveLength(3);
    await save('Systemförvaltare');
    await read();
    expect((await terms(id)).map(({ word }) => word)).toEqual(['förvaltare', 'system', 'systemförvaltare']);
  });

  test('what is sought as a word of its own keeps its weight', async () => {
    const id = await saved('JOB', 'En annons', 'Systemutvecklare, utvecklare');
    await read();
    expect((await terms(id)).find(({ word }) => word === 'utvecklare')).toEqual({
      word: 'utvecklare',
      weight: 2,
      part: false,
    });
  });
});
