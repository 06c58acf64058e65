import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse, type CsvError, type Info } from 'csv-parse';
import { columnMissing, tableUnreadable } from '../vocabulary.failures.ts';

/** How the cells of a table are kept apart: CSV with quotation marks (RFC 4180), or tabs without. */
export type TableFormat = 'csv' | 'tsv';

/** A row by column name. */
export interface TableRow {
  /** The line on which it begins, from 1. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** What is wrong with a row, in the place's own words; never with its content. */
export interface RowProblem {
  line: number;
  problem: string;
}

export interface TableOptions {
  /** Columns without which the table cannot be read. */
  required: readonly string[];
  /** Told of rows that cannot be read; they are left out. */
  refuse: (problem: RowProblem) => void;
  /** Given the bytes as they are read. */
  bytes?: (chunk: Buffer) => void;
}

/** Characters of the longest row that is read. */
const LONGEST_ROW = 1_000_000;

/**
 * The rows of a table with a header, in their order and in constant memory.
 * @throws VOCABULARY_TABLE_UNREADABLE when it is no text in UTF-8, or a quotation mark is never closed: what
 *   follows it could not be told apart. VOCABULARY_COLUMN_MISSING
 */
export async function* readTable(
  file: string,
  format: TableFormat,
  { required, refuse, bytes = () => {} }: TableOptions,
): AsyncGenerator<TableRow> {
  let broken: CsvError | undefined;
  let refused = 0;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    delimiter: format === 'csv' ? ',' : '\t',
    quote: format === 'csv' ? '"' : null,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error === undefined) return undefined;
      if (FATAL.has(error.code)) broken ??= error;
      // One row can be wrong in several places.
      else if (lineOf(error) !== refused)
        refuse({ line: (refused = lineOf(error)), problem: 'has a quotation mark in the middle of a cell' });
      return undefined;
    },
  });
  const source = Readable.from(decoded(file, bytes));
  // A source that fails ends the parser with its failure.
  source.on('error', (cause) => parser.destroy(cause));
  let header: readonly string[] | undefined;
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
    record: string[];
    info: Info;
  }>) {
    if (header === undefined) {
      header = record.map((name) => name.trim());
      const missing = required.filter((name) => !header!.includes(name));
      if (missing.length > 0) throw columnMissing({ file, columns: missing });
      continue;
    }
    if (record.length === 1 && record[0] === '') continue;
    const line = info.lines - newlinesIn(record);
    if (record.length !== header.length)
      refuse({ line, problem: `has ${record.length} cells where the header has ${header.length}` });
    else yield { line, cells: Object.fromEntries(header.map((name, column) => [name, record[column]!])) };
  }
  if (broken)
    throw tableUnreadable(
      { file, reason: `the row at line ${lineOf(broken)} does not end` },
      { cause: broken },
    );
  if (header === undefined) throw tableUnreadable({ file, reason: 'it is empty' });
}

/** Errors behind which the rest of the file is lost. */
const FATAL: ReadonlySet<string> = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

const lineOf = (error: CsvError): number => Number((error as { lines?: unknown }).lines ?? 0);

const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

async function* decoded(file: string, bytes: (chunk: Buffer) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of createReadStream(file)) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      if (text.includes('\0'))
        throw tableUnreadable({ file, reason: 'it holds zero bytes, as no text does' });
      bytes(chunk as Buffer);
      yield text;
    }
    yield decoder.decode();
  } catch (cause) {
    if (cause instanceof TypeError)
      throw tableUnreadable({ file, reason: 'it is no text in UTF-8' }, { cause });
    if (cause instanceof Error && 'syscall' in cause && 'code' in cause)
      throw tableUnreadable({ file, reason: String(cause.code) }, { cause });
    throw cause;
  }
}
