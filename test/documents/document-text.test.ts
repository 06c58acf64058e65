import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText, LONGEST_TEXT } from '../../src/documents/index.ts';

describe('a text', () => {
  test('is stored in one form, however it was typed', () => {
    expect(documentText('  Ame\u0301lie\r\nläkare\r')).toBe('Amélie\nläkare');
  });

  test('is refused when it is empty', () => {
    expect(() => documentText(' \n\t ')).toThrowError(
      expect.objectContaining({ code: 'DOCUMENTS_TEXT_EMPTY' }),
    );
  });

  test('is refused when it is longer than anybody reads', () => {
    expect(documentText('x'.repeat(LONGEST_TEXT))).toHaveLength(LONGEST_TEXT);
    expect(() => documentText('x'.repeat(LONGEST_TEXT + 1))).toThrowError(
      expect.objectContaining({ code: 'DOCUMENTS_TEXT_TOO_LONG' }),
    );
  });

  test.each(['%PDF-1.7\u0000\u0001', 'half a pair \ud83d', '\udc00 the other half', 'bell \u0007'])(
    'that is really a file is refused with the place: %j',
    (text) => {
      expect(() => documentText(text, ['cv'])).toThrowError(
        expect.objectContaining({ code: 'DOCUMENTS_TEXT_UNREADABLE', path: ['cv'] }),
      );
    },
  );

  test('once cleaned stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (raw) => {
        let text: string;
        try {
          text = documentText(raw);
        } catch {
          return;
        }
        expect(documentText(text)).toBe(text);
      }),
      { seed: 7 },
    );
  });
});
