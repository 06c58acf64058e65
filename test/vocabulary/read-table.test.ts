import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  readTable,
  type RowProblem,
  type TableFormat,
  type TableRow,
} from '../../src/vocabulary/reading/read-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Buffer, format: TableFormat = 'csv', required: string[] = []) {
  const file = join(folder, `table.${format}`);
  writeFileSync(file, content);
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  let bytes = 0;
  for await (const row of readTable(file, format, {
    required,
    refuse: (problem) => problems.push(problem),
    bytes: (chunk) => (bytes += chunk.length),
  }))
    rows.push(row);
  return { rows, problems, bytes };
}

describe('a table', () => {
  test('is read by the names in its header, cells of several lines and a byte order mark included', async () => {
    const { rows, problems } = await read('\ufeffa,b\r\n1,"x\ny"\r\n\r\n2,"says ""z"""\r\n');
    expect(rows).toEqual([
      { line: 2, cells: { a: '1', b: 'x\ny' } },
      { line: 5, cells: { a: '2', b: 'says "z"' } },
    ]);
    expect(problems).toEqual([]);
  });

  test('with tabs takes quotation marks as they are', async () => {
    const { rows } = await read('a\tb\n"x\ty"z\n', 'tsv');
    expect(rows).toEqual([{ line: 2, cells: { a: '"x', b: 'y"z' } }]);
  });

  test('leaves out rows that cannot be read, names their lines, and goes on', async () => {
    const { rows, problems } = await read('a,b\n1,2,3\n4,x "y" z\n5,6\n7\n8,9\n');
    expect(rows.map(({ line }) => line)).toEqual([4, 6]);
    expect(problems).toEqual([
      { line: 3, problem: 'has a quotation mark in the middle of a cell' },
      { line: 2, problem: 'has 3 cells where the header has 2' },
      { line: 5, problem: 'has 1 cells where the header has 2' },
    ]);
  });

  test('tells every byte it read', async () => {
    const content = `a,b\n${'é,å\n'.repeat(50_000)}`;
    const { rows, bytes } = await read(content);
    expect(rows).toHaveLength(50_000);
    expect(bytes).toBe(Buffer.byteLength(content));
  });

  test('gives back what was written, whatever stands in the cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab,"\n;é ') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (written) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const { rows } = await read(`a,b\n${written.map((row) => row.map(quoted).join(',')).join('\n')}`);
        expect(rows.map(({ cells }) => [cells['a'], cells['b']])).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a table is refused as a whole', () => {
  test.each([
    ['when it is empty', '', 'VOCABULARY_TABLE_UNREADABLE', 'it is empty'],
    [
      'when a quotation mark is never closed',
      'a,b\n1,"2\n3,4\n',
      'VOCABULARY_TABLE_UNREADABLE',
      'does not end',
    ],
    [
      'when a row has no end',
      `a,b\n1,"${'x'.repeat(1_100_000)}\n`,
      'VOCABULARY_TABLE_UNREADABLE',
      'does not end',
    ],
    [
      'when it is not in UTF-8',
      Buffer.from('a,b\n\xe9,2\n', 'latin1'),
      'VOCABULARY_TABLE_UNREADABLE',
      'UTF-8',
    ],
    ['when it is no text', 'a,b\n\u0000,2\n', 'VOCABULARY_TABLE_UNREADABLE', 'zero bytes'],
    ['when a column is missing', 'a,c\n1,2\n', 'VOCABULARY_COLUMN_MISSING', 'lacks the column(s) b'],
  ])('%s', async (_, content, code, problem) => {
    await expect(read(content, 'csv', ['a', 'b'])).rejects.toMatchObject({
      code,
      message: expect.stringContaining(problem) as string,
    });
  });

  test('when there is none', async () => {
    const reading = readTable(join(folder, 'none.csv'), 'csv', { required: [], refuse: () => {} });
    await expect(reading.next()).rejects.toMatchObject({ code: 'VOCABULARY_TABLE_UNREADABLE' });
  });
});
