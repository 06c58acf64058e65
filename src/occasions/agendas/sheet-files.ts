import writeExcelFile from 'write-excel-file/node';

/**
 * A table as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows that it is. A cell that a spreadsheet would run
 * as a formula gets an apostrophe before it, as OWASP's page on CSV injection advises.
 */
export const csvFile = (table: readonly (readonly string[])[]): string =>
  `\uFEFF${table.map((row) => `${row.map((cell) => quoted(inert(plain(cell)))).join(',')}\r\n`).join('')}`;

/** A table as an Excel file. Its cells are texts, which no spreadsheet runs, whatever they begin with. */
export const xlsxFile = (table: readonly (readonly string[])[]): Promise<Buffer> =>
  writeExcelFile(
    table.map((row, index) =>
      row.map((cell) => ({
        value: plain(cell),
        type: String,
        format: '@',
        ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
    ),
    { sheet: 'Meetings', stickyRowsCount: 1, columns: (table[0] ?? []).map(() => ({ width: 22 })) },
  ).toBuffer();

/** Control characters and halves of characters are in no file that a spreadsheet reads. */
const plain = (cell: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  cell.toWellFormed().replaceAll(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ');

const inert = (cell: string): string => (/^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
