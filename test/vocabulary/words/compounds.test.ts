import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../../../src/settings.ts';
import { starterVocabulary } from '../../../src/vocabulary/index.ts';
import { compoundSplitter } from '../../../src/vocabulary/words/compounds.ts';
import { wordsOf } from '../../../src/vocabulary/words/tokens.ts';

describe('a Swedish compound', () => {
  const split = compoundSplitter(
    'system utvecklare undersköterska sköterska assistent skola psykolog arbete ledare projekt port föra skapa mat tidiga måla modeller'.split(
      ' ',
    ),
  );

  test('is its parts as they are in the dictionary, whatever joins them', () => {
    expect(split('systemutvecklare')).toEqual(['system', 'utvecklare']);
    expect(split('undersköterskeassistent')).toEqual(['undersköterska', 'assistent']);
    expect(split('skolpsykolog')).toEqual(['skola', 'psykolog']);
    expect(split('arbetsprojektledare')).toEqual(['arbete', 'projekt', 'ledare']);
  });

  test('is so in all its forms', () => {
    for (const form of ['systemutvecklaren', 'systemutvecklares', 'systemutvecklarna', 'systemutvecklarens'])
      expect(split(form)).toEqual(['system', 'utvecklare']);
    expect(split('projektassistenterna')).toEqual(['projekt', 'assistent']);
    expect(split('skolsköterskorna')).toEqual(['skola', 'sköterska']);
    expect(split('systemmodell')).toEqual(['system', 'modeller']);
  });

  test('is none of which a part is no word', () => {
    for (const word of [
      'systemlös',
      'transport',
      'utvecklare',
      'ledarskap',
      'systematisk',
      'projekten',
      'förskola',
      'måltider',
    ])
      expect(split(word)).toBeUndefined();
  });
});

describe('with the words of the starter vocabulary', () => {
  const words = new Set(
    starterVocabulary(join(packageFolder(), 'vocabulary'))
      .flatMap(({ labels }) => labels.filter(({ language }) => language === 'sv'))
      .flatMap(({ text }) => wordsOf(text)),
  );
  const split = compoundSplitter(words);
  const dictionary = [...words];
  const swedish = fc.constantFrom(...dictionary);
  const anything = fc.oneof(
    fc
      .array(fc.oneof(swedish, fc.constantFrom('s', 'en', 'arna', 'e', 'o')), { maxLength: 4 })
      .map((parts) => parts.join('')),
    fc.string({ unit: fc.constantFrom(...'abdeghiklmnoprstuvyåäö'), maxLength: 24 }),
    fc.string({ unit: 'binary', maxLength: 70 }),
  );

  test('every part of a split is a word of it, and together they spell the compound', () => {
    fc.assert(
      fc.property(anything, (word) => {
        const parts = split(word);
        if (parts === undefined) return;
        expect(parts.length).toBeGreaterThan(1);
        for (const part of parts) expect(words.has(part)).toBe(true);
        const [first, head] = [parts[0]!, parts.at(-1)!];
        // All but the last letter of the first part, which may change, stand at the beginning.
        expect(word.startsWith(first.slice(0, -1))).toBe(true);
        // All but the last letters of the head, which may be inflected, stand behind it.
        expect(word.slice(first.length - 1)).toContain(head.slice(0, Math.max(3, head.length - 4)));
      }),
      { numRuns: 2000 },
    );
  });
});
