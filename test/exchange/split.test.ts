import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines, splitValues, type Splitter } from '../../src/exchange/reading/index.ts';

const LIMIT = 1000;

/** What the splitter finds in the text when it comes in chunks of the given sizes. */
function piecesOf(splitter: Splitter, text: string, sizes: readonly number[] = []) {
  const bytes = Buffer.from(text);
  const pieces = [];
  let from = 0;
  for (const size of sizes) {
    pieces.push(...splitter.push(bytes.subarray(from, from + size)));
    from = Math.min(from + size, bytes.length);
  }
  pieces.push(...splitter.push(bytes.subarray(from)), ...splitter.finish());
  return pieces.map(({ line, bytes: found, end }) => ({ line, text: found?.toString(), end }));
}

const textsOf = (splitter: Splitter, text: string) => piecesOf(splitter, text).map((piece) => piece.text);

describe('lines', () => {
  test('are pieces with their numbers, blank ones left out', () => {
    expect(piecesOf(splitLines(LIMIT), '{"a":1}\r\n\n  \n{"b":2}')).toEqual([
      { line: 1, text: '{"a":1}\r', end: 9 },
      { line: 4, text: '{"b":2}', end: 20 },
    ]);
  });

  test('over the limit come without their bytes, and the next line is read as usual', () => {
    expect(piecesOf(splitLines(10), `${'x'.repeat(50)}\n{}`, [7, 7, 7])).toEqual([
      { line: 1, text: undefined, end: 51 },
      { line: 2, text: '{}', end: 53 },
    ]);
  });
});

describe('values', () => {
  test('are the elements of a list, with the lines on which they begin', () => {
    const list = '[\n  { "a": "]}," },\n\n  { "b": ["\\"", {}] }\n]\n';
    expect(piecesOf(splitValues(LIMIT), list)).toMatchObject([
      { line: 2, text: '{ "a": "]}," }' },
      { line: 4, text: '{ "b": ["\\"", {}] }' },
    ]);
  });

  test('are the document itself, or several documents in a row', () => {
    expect(textsOf(splitValues(LIMIT), ' {"a": [1]} ')).toEqual(['{"a": [1]}']);
    expect(textsOf(splitValues(LIMIT), '{"a":1}\n{"b":2}')).toEqual(['{"a":1}', '{"b":2}']);
  });

  test('that are broken do not take their neighbours with them', () => {
    expect(textsOf(splitValues(LIMIT), '[{"a":1}, {b: 2}, oops, {"c":3}]')).toEqual([
      '{"a":1}',
      '{b: 2}',
      'oops',
      '{"c":3}',
    ]);
  });

  test('that are cut off come as far as they go', () => {
    expect(textsOf(splitValues(LIMIT), '[{"a":1}, {"b": "un')).toEqual(['{"a":1}', '{"b": "un']);
  });

  test('over the limit come without their bytes', () => {
    expect(textsOf(splitValues(10), `[{"a":"${'x'.repeat(50)}"},{"b":2}]`)).toEqual([undefined, '{"b":2}']);
  });
});

test('how the bytes arrive makes no difference', () => {
  const record = fc.oneof(fc.object({ maxDepth: 2 }), fc.string(), fc.constant({ a: '"]}\\' }));
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }),
      fc.boolean(),
      (records, sizes, pretty) => {
        const list = JSON.stringify(records, null, pretty ? 2 : 0);
        expect(piecesOf(splitValues(1e6), list, sizes)).toEqual(piecesOf(splitValues(1e6), list));
        const lines = records.map((each) => `${JSON.stringify(each)}\n`).join('');
        expect(piecesOf(splitLines(1e6), lines, sizes)).toEqual(piecesOf(splitLines(1e6), lines));
        // Nothing is lost, and nothing is added.
        const objects = records.filter((each) => typeof each === 'object');
        const found = piecesOf(splitValues(1e6), JSON.stringify(objects), sizes);
        expect(found.map(({ text }) => JSON.parse(text!) as unknown)).toEqual(
          JSON.parse(JSON.stringify(objects)),
        );
      },
    ),
  );
});
