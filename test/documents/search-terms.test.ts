import { expect, test } from 'vitest';
import { inTransaction } from '../../src/access/index.ts';
import { rows } from '../../src/database/index.ts';
import { saveDocument, weighSearchTerms, weightedWords } from '../../src/documents/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService();

test('words are taken once, in small letters, with the largest weight', () => {
  expect(
    weightedWords([
      { text: 'Backend Engineer, Java', weight: 2 },
      { text: 'java; C++ and CI/CD.', weight: 1 },
    ]),
  ).toEqual(
    new Map([
      ['backend', 2],
      ['engineer', 2],
      ['java', 2],
      ['c++', 1],
      ['and', 1],
      ['ci', 1],
      ['cd', 1],
    ]),
  );
});

test('so many words that each look-up would have thousands of them are cut off, title and must-haves first', () => {
  const many = (letter: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${letter}${n}`).join(' ');
  const words = weightedWords([
    { text: many('w', 60), weight: 2 },
    { text: `${many('n', 60)} w59`, weight: 3 },
  ]);
  expect([...words.keys()]).toEqual([...many('w', 60).split(' '), ...many('n', 4).split(' ')]);
  expect(words.get('w59')).toBe(3);
});

test('stop words of the language are not searched for, and a word finds its inflections in every language', async () => {
  const context = tandem.as('operator');
  const id = newId();
  await inTransaction(context, (inside) =>
    saveDocument(inside, {
      id,
      kind: 'JOB',
      language: 'sv',
      text: 'Vi söker sjuksköterskor till akuten.',
      brief: { title: 'Sjuksköterska till akuten', mustHave: [], niceToHave: [] },
    }),
  );
  const found = await rows<{ word: string; hit: boolean }>(
    context.em,
    `SELECT word, to_tsvector('swedish', 'erfarna sjuksköterskor') @@ query AS hit
     FROM search_terms WHERE document_id = ? ORDER BY word`,
    [id],
  );
  expect(found).toEqual([
    { word: 'akuten', hit: false },
    { word: 'sjuksköterska', hit: true },
  ]);
});

test('a word that fewer CVs hold is rarer', async () => {
  const context = tandem.as('operator');
  await inTransaction(context, async (inside) => {
    for (const text of ['nurse and midwife', 'nurse', 'nurse', 'welder'])
      await saveDocument(inside, { id: newId(), kind: 'CV', language: 'en', text });
    await saveDocument(inside, {
      id: newId(),
      kind: 'JOB',
      language: 'en',
      text: 'A job.',
      brief: { title: 'nurse midwife astronaut', mustHave: [], niceToHave: [] },
    });
  });
  await weighSearchTerms(context.em);
  const weighed = await rows<{ word: string; rarity: number; among: number }>(
    context.em,
    `SELECT word, rarity, among FROM search_terms WHERE word IN ('nurse', 'midwife', 'astronaut') ORDER BY rarity, word`,
  );
  expect(weighed.map(({ word }) => word)).toEqual(['nurse', 'astronaut', 'midwife']);
  // ln(1 + 4 / 3): three of the four CVs.
  expect(Number(weighed[0]!.rarity)).toBeCloseTo(Math.log(1 + 4 / 3), 5);
  expect(Number(weighed[0]!.among)).toBe(4);
});
