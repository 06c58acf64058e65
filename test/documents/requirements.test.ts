import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_REQUIREMENTS, requirementsOf } from '../../src/documents/requirements/requirements-of.ts';

const brief = { title: 'Nurse', mustHave: ['triage'], niceToHave: ['ECG'] };
const described = (description: string) =>
  requirementsOf(description, { title: 'x', mustHave: [], niceToHave: [] })
    .filter(({ source }) => source === 'DESCRIPTION')
    .map(({ kind, text }) => [kind, text]);

const word = fc.constantFrom(
  'You',
  'have',
  'krav',
  'Du',
  'meriterande;',
  'atout.',
  'vous',
  'a,',
  '界'.repeat(50),
  'x'.repeat(600),
  '🜁',
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(word, { maxLength: 200 }).map((words) => words.join(' ')),
  fc.array(fc.string({ maxLength: 60 }), { maxLength: 30 }).map((lines) => lines.join('\n- ')),
);

describe('the requirements of any role', () => {
  test('lie in its texts, in order, without overlap, and are few and short', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.string({ minLength: 1, maxLength: 120 }), { maxLength: 40 }),
        (text, items) => {
          const role = { title: 'Welder', mustHave: items, niceToHave: items };
          const requirements = requirementsOf(text, role);
          expect(requirements.length).toBeLessThanOrEqual(MOST_REQUIREMENTS);
          for (const { source, item, start, end, text: own } of requirements) {
            const whole = {
              TITLE: role.title,
              DESCRIPTION: text,
              MUST_HAVE: items[item ?? 0],
              NICE_TO_HAVE: items[item ?? 0],
            };
            expect(whole[source]?.slice(start, end)).toBe(own);
            expect(own.trim()).not.toBe('');
          }
          const spans = requirements
            .filter(({ source }) => source === 'DESCRIPTION')
            .sort((one, other) => one.start - other.start);
          for (const { text: own } of spans) {
            expect(own.split(/\s+/).length).toBeLessThanOrEqual(40);
            expect(own.length).toBeLessThanOrEqual(800);
          }
          for (const [place, { start }] of spans.slice(1).entries())
            expect(start).toBeGreaterThanOrEqual(spans[place]!.end);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('begin with the title and the must-have list, and end with the nice-to-have list', () => {
    expect(requirementsOf('You will take blood samples.', brief)).toMatchObject([
      { kind: 'TASK', source: 'TITLE', item: null, text: 'Nurse' },
      { kind: 'MUST', source: 'MUST_HAVE', item: 0, text: 'triage' },
      { kind: 'TASK', source: 'DESCRIPTION', item: null, text: 'You will take blood samples.' },
      { kind: 'NICE', source: 'NICE_TO_HAVE', item: 0, text: 'ECG' },
    ]);
  });

  test('are cut from 200,000 characters within seconds', () => {
    const began = performance.now();
    requirementsOf('You must; have (a, degree) ; '.repeat(7_000), brief);
    requirementsOf('a'.repeat(200_000), brief);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('a description', () => {
  test('in English is told apart by headings and words', () => {
    expect(
      described(`Ledger is a firm of ninety people by the sea.

Your tasks
You keep the books of twenty clients. The office opens at eight.

Requirements
Three years with a firm of accountants; a degree is an advantage.
English at B2. Swedish is not required.

We offer
A bicycle and six weeks of leave.

Apply by 1 May to jobs@ledger.example.`),
    ).toEqual([
      ['MUST', 'English at B2.'],
      ['TASK', 'You keep the books of twenty clients.'],
      ['TASK', 'The office opens at eight.'],
      ['NICE', 'Three years with a firm of accountants'],
      ['NICE', 'a degree is an advantage.'],
    ]);
  });

  test('in Swedish and French too, without headings', () => {
    expect(
      described(
        'Du har körkort och gärna truckkort. Du kommer att köra lastbil. Vi erbjuder friskvårdsbidrag. Erfarenhet av kyltransporter är meriterande.',
      ),
    ).toEqual([
      ['TASK', 'Du kommer att köra lastbil.'],
      ['NICE', 'Du har körkort och gärna truckkort.'],
      ['NICE', 'Erfarenhet av kyltransporter är meriterande.'],
    ]);
    expect(
      described(
        'Vous conduisez un camion. Vous avez un permis poids lourd. Nous offrons un repas. Le permis CE serait un atout. Postulez avant le 1er mai.',
      ),
    ).toEqual([
      ['MUST', 'Vous avez un permis poids lourd.'],
      ['TASK', 'Vous conduisez un camion.'],
      ['NICE', 'Le permis CE serait un atout.'],
    ]);
  });

  test('of which no word is known is a task as a whole', () => {
    expect(described('Gesucht wird ein Dachdecker für Reetdächer an der Küste.')).toEqual([
      ['TASK', 'Gesucht wird ein Dachdecker für Reetdächer an der Küste.'],
    ]);
  });
});
