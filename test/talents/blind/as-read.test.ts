import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asRead, placesIn, stretchesIn } from '../../../src/talents/blind/index.ts';
import { MASK } from '../../../src/talents/index.ts';

const readOf = (blind: string): string => asRead(blind, stretchesIn(blind));
const text = fc
  .array(fc.constantFrom(MASK, MASK, ' ', '\t', '\n', 'a', 'é', ',', '😀'), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

describe('what rankings read of a blind CV', () => {
  test('is one blank for a hidden stretch, however long, and however many words it had', () => {
    expect(readOf('Nurse, ██████ █████, 2015')).toBe('Nurse,  , 2015');
    expect(readOf('Nurse, █, 2015')).toBe('Nurse,  , 2015');
    expect(readOf('██\n███')).toBe(' \n ');
  });

  test('has nothing of the hidden stretches, and all the rest in its order', () => {
    fc.assert(
      fc.property(text, (blind) => {
        const shown = (of: string) => of.replace(/\s|█/g, '');
        expect(readOf(blind)).not.toContain(MASK);
        expect(shown(readOf(blind))).toBe(shown(blind));
      }),
    );
  });

  test('has every stretch that neither starts nor ends with a blank at its place in the CV', () => {
    fc.assert(
      fc.property(text, (blind) => {
        const read = readOf(blind);
        const placeOf = placesIn(stretchesIn(blind));
        for (const { 0: word, index } of read.matchAll(/\S+/gu)) {
          const { start, end } = placeOf({ start: index, end: index + word.length });
          expect(blind.slice(start, end)).toBe(word);
        }
        const first = Math.max(0, read.search(/\S/));
        const whole = placeOf({ start: first, end: Math.max(first, read.trimEnd().length) });
        expect(readOf(blind.slice(whole.start, whole.end)).trim()).toBe(read.trim());
      }),
    );
  });
});
