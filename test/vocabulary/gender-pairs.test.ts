import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandGenderPair } from '../../src/vocabulary/esco/gender-pairs.ts';

describe('a label that names both genders holds two labels', () => {
  test.each([
    ['directeur technique/directrice technique', 'directeur technique', 'directrice technique'],
    ['opérateur/opératrice de four', 'opérateur de four', 'opératrice de four'],
    [
      'technicien/technicienne de laboratoire - analyses',
      'technicien de laboratoire - analyses',
      'technicienne de laboratoire - analyses',
    ],
    [
      'psychologue clinicien de la santé/clinicienne de la santé',
      'psychologue clinicien de la santé',
      'psychologue clinicienne de la santé',
    ],
    ['chirurgien-dentiste/chirurgienne-dentiste', 'chirurgien-dentiste', 'chirurgienne-dentiste'],
    ['homme de pont/femme de pont', 'homme de pont', 'femme de pont'],
    ['homme sage-femme/sage-femme', 'homme sage-femme', 'sage-femme'],
    ['chef décorateur/décoratrice spectacle', 'chef décorateur spectacle', 'chef décoratrice spectacle'],
    ['inspecteur / inspectrice de magasin', 'inspecteur de magasin', 'inspectrice de magasin'],
    ['infirmier  /infirmière', 'infirmier', 'infirmière'],
    [
      'inspecteur en foresterie/inspectrice du travail en foresterie',
      'inspecteur en foresterie',
      'inspectrice du travail en foresterie',
    ],
    ['director técnico/directora técnica', 'director técnico', 'directora técnica'],
    ['servitör/servitris', 'servitör', 'servitris'],
  ])('%s', (label, masculine, feminine) => {
    expect(expandGenderPair(label)).toEqual([masculine, feminine]);
  });

  test('whatever follows the pair, written once or twice', () => {
    fc.assert(
      fc.property(pair, tail, ([masculine, feminine], words) => {
        const rest = words.map((word) => ` ${word}`).join('');
        const both = [`${masculine}${rest}`, `${feminine}${rest}`];
        expect(expandGenderPair(`${masculine}${rest}/${feminine}${rest}`)).toEqual(both);
        expect(expandGenderPair(`${masculine}/${feminine}${rest}`)).toEqual(both);
      }),
    );
  });
});

describe('any other label is one label', () => {
  test.each([
    'météorologiste',
    'fabrication de papier/carton',
    'formateur "lutte contre l’illettrisme/français langue étrangère"',
    'dessinateur (CAO/DAO)',
    'quality assurance/quality control manager',
  ])('%s', (label) => {
    expect(expandGenderPair(label)).toEqual([label]);
  });

  test('one that is written twice, or ends with a slash, counts once', () => {
    expect(expandGenderPair('agent de tri/agent de tri')).toEqual(['agent de tri']);
    expect(expandGenderPair('agente de tri/')).toEqual(['agente de tri']);
  });
});

describe('of any text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aeéinrt /-"(') });

  test('there come one or two labels, different, and what came is not parted further', () => {
    fc.assert(
      fc.property(text, (label) => {
        const labels = expandGenderPair(label);
        expect([1, 2]).toContain(new Set(labels).size);
        const further = labels.flatMap(expandGenderPair);
        expect(labels.length === 1 || further).toEqual(labels.length === 1 || labels);
      }),
    );
  });

  test('no word is made up or lost', () => {
    const words = (labels: readonly string[]) =>
      new Set(labels.flatMap((label) => label.split(/[\s/]+/).filter(Boolean)));
    fc.assert(
      fc.property(text, (label) => {
        expect(words(expandGenderPair(label))).toEqual(words([label]));
      }),
    );
  });
});

/** Both forms of invented words with the endings of French. */
const pair = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'bcdfglmnprst'), minLength: 4, maxLength: 8 }),
    fc.constantFrom(
      ['eur', 'euse'],
      ['teur', 'trice'],
      ['ien', 'ienne'],
      ['ier', 'ière'],
      ['', 'e'],
      ['if', 'ive'],
    ),
  )
  .map(([stem, [masculine, feminine]]) => [stem + masculine, stem + feminine] as const);

const tail = fc.array(fc.constantFrom('de', 'en', 'machine', 'laboratoire', 'qualité', 'bois'), {
  maxLength: 4,
});
