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
      ['MUST', 'Three years with a firm of accountants'],
      ['TASK', 'You keep the books of twenty clients.'],
      ['TASK', 'The office opens at eight.'],
      ['NICE', 'a degree is an advantage.'],
    ]);
  });

  test('in Swedish and French too, without headings', () => {
    expect(
      described(
        'Du har körkort och gärna truckkort. Du kommer att köra lastbil. Vi erbjuder friskvårdsbidrag. Erfarenhet av kyltransporter är meriterande.',
      ),
    ).toEqual([
      ['MUST', 'Du har körkort'],
      ['TASK', 'Du kommer att köra lastbil.'],
      ['NICE', 'gärna truckkort.'],
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

describe('what a clause asks for', () => {
  const musts = (description: string) =>
    described(description).flatMap(([kind, text]) => (kind === 'MUST' ? [text] : []));

  test('is welcome for the part that says so alone', () => {
    expect(
      described(
        'You have worked two years in a nursery; a course in grafting is an advantage. Vous avez taillé des arbres fruitiers, idéalement des pommiers.',
      ),
    ).toEqual([
      ['MUST', 'You have worked two years in a nursery'],
      ['MUST', 'Vous avez taillé des arbres fruitiers'],
      ['NICE', 'a course in grafting is an advantage.'],
      ['NICE', 'idéalement des pommiers.'],
    ]);
  });

  test.each([
    [
      'You have driven a crane for three years and speak Swedish at B1.',
      'You have driven a crane for three years',
    ],
    [
      'Du har fällt skog i minst fem år, och talar och skriver engelska på nivå B2 eller högre.',
      'Du har fällt skog i minst fem år',
    ],
    ['Vous avez gardé des moutons deux ans, et un français B1.', 'Vous avez gardé des moutons deux ans'],
    [
      'Experience of beehives, English at B2, a driving licence.',
      'Experience of beehives|a driving licence.',
    ],
    ['Knowledge of French is required, since our customers write in French.', ''],
    ['Svenska på nivå B2 krävs; mötena hålls på svenska.', ''],
    ["L'anglais est exigé, langue de l'équipage.", ''],
    ['Engelska på B1 behövs för manualer och larm.', ''],
  ])('is cut without languages, which the profile names: %s', (description, left) => {
    expect(musts(`Requirements\n${description}`).join('|')).toBe(left);
  });

  test.each([
    'You teach Swedish at B1 to seafarers.',
    'Du översätter skriftlig engelska till svenska.',
    'You have taught French at B2 in evening classes.',
    'You have written code in several languages.',
    'You have a C1 licence and English.',
  ])('keeps a language that is the work itself, or none: %s', (description) => {
    expect(described(description).map(([, text]) => text)).toEqual([description]);
  });

  test.each([
    'The certificate can be had in the first year, at our expense.',
    'Truckkort tar du här och vi betalar kursen.',
    "Le permis s'obtient sur place, à nos frais.",
    'Arbetet sker i två skift och varannan helg.',
    'Pas de travail le dimanche.',
    'Now we are looking for three new colleagues for the night watch.',
    'Nu söker vi två kollegor till hyvleriet.',
  ])('is nothing where it is offered, announced or the hours: %s', (description) => {
    expect(described(`Requirements\nA steady hand.\n${description}`)).toEqual([['MUST', 'A steady hand.']]);
  });

  test.each([
    'You hold a diving certificate, valid or to be renewed (we pay).',
    'We are looking for two colleagues who have tarred a hull.',
    'Vi söker två personer med vana vid ånglok.',
  ])('is something where only a bracket gives, or it is said who is sought: %s', (description) => {
    expect(described(description)).toEqual([['MUST', description]]);
  });

  test('reads with the heading that it goes on from', () => {
    expect(
      described(
        'About us\nA yard.\n\nVi söker dig som\nhar lappat segel på stora fartyg. Du kan många knopar.',
      ),
    ).toEqual([
      ['MUST', 'Vi söker dig som\nhar lappat segel på stora fartyg.'],
      ['MUST', 'Du kan många knopar.'],
    ]);
  });

  test('ends at a comma where it is too long for one', () => {
    const task = (what: string) => `${what} the ropes of every sail that the wind has worn,`;
    const sentence = ['You will mend', 'splice', 'tar', 'sort', 'wash'].map(task).join(' ');
    expect(described(sentence).map(([, text]) => text)).toEqual([
      ['You will mend', 'splice', 'tar'].map(task).join(' ').slice(0, -1),
      ['sort', 'wash'].map(task).join(' ').slice(0, -1),
    ]);
  });

  test('is a task under a heading of what one does or brings to it', () => {
    for (const heading of ['Det här gör du', 'Votre contribution', 'Your contribution'])
      expect(
        described(`${heading}\nMinst sju mil nät i varje skuta. Experience shows.`).map(([kind]) => kind),
      ).toEqual(['TASK', 'TASK']);
  });

  test('is nothing under a heading of seven words over what the employer likes about itself', () => {
    expect(
      described(
        'Krav\nVana vid ånglok.\n\nVad vi tycker är bra med oss\nEtt lugnt lag med lång erfarenhet, en verkstad med dagsljus, egen ånglokslinje och bastu vid sjön varje torsdag.',
      ),
    ).toEqual([['MUST', 'Vana vid ånglok.']]);
  });
});
