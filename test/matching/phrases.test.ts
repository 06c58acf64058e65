import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phraseIn, phrasesOf } from '../../src/matching/concepts/phrases.ts';

const found = (cv: string) => phrasesOf(cv).map(({ text, kind }) => `${kind} ${text}`);

test('the lines of jobs and of skills have phrases, sentences have none', () => {
  const cv = `Summary
Receptionist who misses the snow. Used to guests of all kinds.

Experience
The Marlow Yard Hotel, guest relations and reception, 2022–2026
Check-in for 120 rooms, bookings, introduction of new colleagues.

Skills
Opera, night audit; complaint handling
• upselling

Languages
English, Swedish`;
  expect(found(cv)).toEqual([
    'OCCUPATION The Marlow Yard Hotel',
    'OCCUPATION guest relations and reception',
    'SKILL Opera',
    'SKILL night audit',
    'SKILL complaint handling',
    'SKILL upselling',
  ]);
});

test('so in Swedish and French', () => {
  expect(
    found(
      'Anställningar\nPension Hedgerow, Brighton, nattportier, 2021–2022\nEnsam i receptionen.\n\nKunskaper\nKassaredovisning, skidpass',
    ),
  ).toEqual([
    'OCCUPATION Pension Hedgerow',
    'OCCUPATION Brighton',
    'OCCUPATION nattportier',
    'SKILL Kassaredovisning',
    'SKILL skidpass',
  ]);
  expect(
    found(
      'Expérience\nRéserve de la Haute-Mvoung : agente de suivi, 2018-2020\n\nCompétences\nBoussole, conduite de quad',
    ),
  ).toEqual([
    'OCCUPATION Réserve de la Haute-Mvoung',
    'OCCUPATION agente de suivi',
    'SKILL Boussole',
    'SKILL conduite de quad',
  ]);
});

test('a first line that is no sentence names what somebody is', () => {
  expect(found('Night porter, Brighton\nI have worked in hotels since 2015.')).toEqual([
    'OCCUPATION Night porter',
    'OCCUPATION Brighton',
  ]);
  expect(found('I have worked in hotels since 2015.')).toEqual([]);
});

test('a title or an item of a list is a phrase if it is a few words', () => {
  expect(phraseIn(' Night porter ', 'OCCUPATION')).toEqual([
    { text: 'Night porter', kind: 'OCCUPATION', start: 1, end: 13 },
  ]);
  expect(phraseIn('You know how to greet guests and to calm them down', 'SKILL')).toEqual([]);
  expect(phraseIn('C#', 'SKILL')).toEqual([]);
});

test('phrases stand in the text where they say, few of them, however long the text', () => {
  const line = fc.oneof(
    fc.constantFrom('Skills', 'Experience', 'Anställningar', '', 'Languages', '# Compétences :'),
    fc
      .array(
        fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(', ', ' – ', '2019', '• ', 'nurse', ' ')),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const cv = lines.join('\n');
      const phrases = phrasesOf(cv);
      expect(phrases.length).toBeLessThanOrEqual(40);
      let last = 0;
      for (const { text, start, end } of phrases) {
        expect(cv.slice(start, end)).toBe(text);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});
