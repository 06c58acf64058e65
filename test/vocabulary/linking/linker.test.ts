import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TEXT_LANGUAGES, type TextLanguage } from '../../../src/kernel/index.ts';
import { openLinker, type Concept, type ConceptKind } from '../../../src/vocabulary/index.ts';

const concept = (
  id: string,
  kind: ConceptKind,
  labels: Partial<Record<TextLanguage, string[]>>,
): Concept => ({
  id,
  kind,
  isco: null,
  regulatedIn: [],
  broader: [],
  labels: Object.entries(labels).flatMap(([language, texts]) =>
    texts.map((text, index) => ({ language, text, preferred: index === 0 })),
  ),
});

const CONCEPTS = [
  concept('nurse', 'OCCUPATION', {
    en: ['registered nurse', 'nurse'],
    sv: ['sjuksköterska'],
    fr: ['infirmier', 'infirmière'],
  }),
  concept('assistant-nurse', 'OCCUPATION', { en: ['nursing assistant'], sv: ['undersköterska'] }),
  concept('assistant', 'OCCUPATION', { en: ['assistant'], sv: ['assistent'] }),
  concept('developer', 'OCCUPATION', {
    en: ['software engineer', 'back-end developer'],
    sv: ['utvecklare, system', 'programmerare'],
    fr: ['développeur', 'développeuse'],
  }),
  concept('teacher', 'OCCUPATION', { en: ['teacher'], sv: ['lärare'], fr: ['enseignant'] }),
  concept('head-chef', 'OCCUPATION', { en: ['head chef'], fr: ['chef de cuisine'] }),
  concept('manager', 'OCCUPATION', { sv: ['chef'], fr: ['chef'] }),
  concept('controller', 'OCCUPATION', { fr: ['contrôleur', 'contrôleuse'] }),
  concept('it', 'SKILL', { en: ['IT'], sv: ['IT'], fr: ['informatique'] }),
  concept('go', 'SKILL', { en: ['Go'], sv: ['Go'], fr: ['Go'] }),
  concept('csharp', 'SKILL', { en: ['C#'], sv: ['C#'], fr: ['C#'] }),
  concept('dotnet', 'SKILL', { en: ['.NET'], sv: ['.NET'], fr: ['.NET'] }),
  concept('teams', 'SKILL', { en: ['Teams'], sv: ['Teams'], fr: ['Teams'] }),
  concept('counselling', 'SKILL', { en: ['counselling'], sv: ['rådgivning'] }),
  concept('isco:23', 'GROUP', { en: ['teachers', 'teaching staff'], sv: ['lärare'], fr: ['enseignants'] }),
];

const linker = openLinker(CONCEPTS);
/** What is linked, as `words → concept how confidence`. */
const linked = (text: string, language: TextLanguage): string[] =>
  linker
    .link(text, language)
    .map(({ conceptId, start, end, how, confidence }) =>
      [text.slice(start, end), '→', conceptId, how, Number(confidence.toFixed(3))].join(' '),
    );

describe('labels are met', () => {
  test('as they are written, in any capitals', () => {
    expect(linked('Registered Nurse in Umeå. NURSE.', 'en')).toEqual([
      'Registered Nurse → nurse EXACT 1',
      'NURSE → nurse EXACT 1',
    ]);
  });

  test('in other forms of their words', () => {
    expect(linked('sjuksköterskorna, sjuksköterskan, sjuksköterskans, lärarna', 'sv')).toEqual([
      'sjuksköterskorna → nurse INFLECTED 0.95',
      'sjuksköterskan → nurse INFLECTED 0.95',
      'sjuksköterskans → nurse INFLECTED 0.95',
      'lärarna → teacher INFLECTED 0.95',
    ]);
    expect(linked('Nurses and software engineers', 'en')).toEqual([
      'Nurses → nurse INFLECTED 0.95',
      'software engineers → developer INFLECTED 0.95',
    ]);
    expect(linked('infirmières et développeurs', 'fr')).toEqual([
      'infirmières → nurse INFLECTED 0.95',
      'développeurs → developer INFLECTED 0.95',
    ]);
  });

  test('not in words that only have the stem in common', () => {
    expect(linked('Ansvarig för lärande', 'sv')).toEqual([]);
    expect(linked('Nursing, teaching and engines', 'en')).toEqual([]);
    expect(linked('le contrôle de la cuisine', 'fr')).toEqual([]);
  });

  test('the longest of them first', () => {
    expect(linked('Chef de cuisine, puis chef', 'fr')).toEqual([
      'Chef de cuisine → head-chef EXACT 1',
      'chef → manager EXACT 1',
    ]);
  });

  test('with and without the hyphen', () => {
    expect(linked('backend developer, back end developer, back-end developers', 'en')).toEqual([
      'backend developer → developer EXACT 1',
      'back end developer → developer EXACT 1',
      'back-end developers → developer INFLECTED 0.95',
    ]);
  });

  test('in another language, if they are long enough to be no other word', () => {
    expect(linked('Jag är software engineer', 'sv')).toEqual(['software engineer → developer EXACT 0.9']);
    expect(linked('a chef in Paris', 'en')).toEqual([]);
  });

  test('with the commas that they have themselves', () => {
    expect(linked('Utvecklare, system (2019)', 'sv')).toEqual(['Utvecklare, system → developer EXACT 1']);
  });

  test('not across the end of a sentence or of a cell', () => {
    expect(linked('Wrote software. Engineer by training; software, engineer', 'en')).toEqual([]);
  });
});

describe('capitals', () => {
  test('tell acronyms and names from words', () => {
    expect(linked('I go to it with teams', 'en')).toEqual([]);
    expect(linked('Go, IT, Teams', 'en')).toEqual([
      'Go → go EXACT 1',
      'IT → it EXACT 1',
      'Teams → teams EXACT 1',
    ]);
  });

  test('do not part names from their signs', () => {
    expect(linked('C#, .NET and ASP', 'en')).toEqual(['C# → csharp EXACT 1', '.NET → dotnet EXACT 1']);
  });
});

describe('Swedish compounds', () => {
  test('are the label that their parts make', () => {
    expect(linked('systemutvecklare', 'sv')).toEqual(['systemutvecklare → developer COMPOUND 0.9']);
  });

  test('are what their last part says, with less confidence', () => {
    const words = openLinker([...CONCEPTS, concept('specialist', 'OCCUPATION', { sv: ['specialist'] })]);
    expect(words.link('specialistsjuksköterska', 'sv')).toMatchObject([
      { conceptId: 'nurse', how: 'COMPOUND', confidence: 0.75, start: 0, end: 23 },
    ]);
  });

  test('are not what their first part says: an assistant of assistant nurses is an assistant', () => {
    expect(linked('undersköterskeassistent', 'sv')).toEqual([
      'undersköterskeassistent → assistant COMPOUND 0.75',
    ]);
    const without = openLinker(CONCEPTS.filter(({ id }) => id !== 'assistant'));
    const [link] = without.link('undersköterskeassistent', 'sv');
    expect(link?.confidence ?? 0).toBeLessThan(0.5);
  });
});

describe('slips of the pen', () => {
  test('are seen in long words', () => {
    expect(linked('sjuksköterksa, sjuskköterska', 'sv')).toEqual([
      'sjuksköterksa → nurse SPELLING 0.7',
      'sjuskköterska → nurse SPELLING 0.7',
    ]);
    expect(linked('software enginer, councelling', 'en')).toEqual([
      'software enginer → developer SPELLING 0.7',
      'councelling → counselling SPELLING 0.7',
    ]);
  });

  test('are not seen in short words, in the first letter, or in the ending', () => {
    expect(linked('purse, nurce, deacher, teached', 'en')).toEqual([]);
    expect(linked('programmerar', 'sv')).toEqual([]);
  });

  test('are not seen in words that the vocabulary knows', () => {
    const both = openLinker([
      concept('trainer', 'OCCUPATION', { en: ['fitness trainer'] }),
      concept('tracker', 'OCCUPATION', { en: ['fitness tracker'] }),
    ]);
    expect(both.link('fitness tracker', 'en')).toMatchObject([{ conceptId: 'tracker', how: 'EXACT' }]);
  });
});

describe('a label of several concepts', () => {
  test('links to each with a share of the confidence', () => {
    const twice = openLinker([
      concept('a', 'OCCUPATION', { en: ['operator'] }),
      concept('b', 'OCCUPATION', { en: ['operator'] }),
    ]);
    expect(twice.link('operator', 'en').map(({ conceptId, confidence }) => [conceptId, confidence])).toEqual([
      ['a', 0.5],
      ['b', 0.5],
    ]);
  });

  test('links to no group where it is an occupation', () => {
    expect(linked('lärare', 'sv')).toEqual(['lärare → teacher EXACT 1']);
    expect(linked('teaching staff', 'en')).toEqual(['teaching staff → isco:23 EXACT 1']);
  });
});

describe('a linker', () => {
  test('is known by its labels', () => {
    expect(openLinker(CONCEPTS).id).toBe(linker.id);
    expect(openLinker(CONCEPTS.slice(1)).id).not.toBe(linker.id);
  });

  test('finds the concept of every label in the label itself', () => {
    const labels = CONCEPTS.filter(({ kind }) => kind !== 'GROUP').flatMap(({ id, labels: own }) =>
      own.map(({ language, text }) => ({ id, language: language as TextLanguage, text })),
    );
    const missed = labels.filter(
      ({ id, language, text }) => !linker.link(text, language).some(({ conceptId }) => conceptId === id),
    );
    expect(missed).toEqual([]);
  });

  /** Words of the vocabulary among anything that strings can hold. */
  const anyText = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom(...CONCEPTS.flatMap(({ labels }) => labels.map(({ text }) => text))),
        fc.constantFrom(' ', '\n', '-', '. ', '/', '\u0000', 'İ', 'ẞ', '👩‍⚕️', '護士', '\ud800'),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  test('links places within the text that are the same or do not meet, in their order', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...TEXT_LANGUAGES), (text, language) => {
        let last = { start: 0, end: 0 };
        for (const { start, end, confidence } of linker.link(text, language)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect((start === last.start && end === last.end) || start >= last.end).toBe(true);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = { start, end };
        }
      }),
      { seed: 45, numRuns: 300 },
    );
  });

  test('reads 200 pages, and a word of a million letters, in seconds', () => {
    const pages = 'Sjuksköterska med erfarenhet av systemutveckling och undervisning. '.repeat(10_000);
    const began = performance.now();
    expect(linker.link(pages, 'sv').length).toBe(10_000);
    linker.link('a'.repeat(1_000_000), 'sv');
    linker.link('lärare'.repeat(150_000), 'sv');
    linker.link('-'.repeat(1_000_000), 'fr');
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
