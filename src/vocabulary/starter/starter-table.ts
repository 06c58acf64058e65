import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { starterInvalid } from '../vocabulary.failures.ts';

/** A row of a table of the starter vocabulary, by column. */
export interface StarterRow<Column extends string> {
  cells: Record<Column, string>;
  /** Ends the reading with what is wrong with this row. @throws VOCABULARY_STARTER_INVALID */
  refuse(problem: string): never;
}

/**
 * The rows of one of the tables that Tandem brings along: UTF-8, a header, cells parted by tabs, no quotation
 * marks, lines ended by a line feed. Strict, since it is our own.
 * @throws VOCABULARY_STARTER_INVALID with file and line.
 */
export function starterTable<const Column extends string>(
  folder: string,
  name: string,
  columns: readonly Column[],
): StarterRow<Column>[] {
  const refuse = (line: number, problem: string): never => {
    throw starterInvalid({ file: `vocabulary/${name}`, line, problem });
  };
  const text = starterText(folder, name);
  if (!text.endsWith('\n')) refuse(text.split('\n').length, 'does not end with a line feed');
  const [header, ...lines] = text.slice(0, -1).split('\n');
  if (header !== columns.join('\t')) refuse(1, `the header is not ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const refuseLine = (problem: string) => refuse(index + 2, problem);
    if (/["\p{Cc}\p{Cf}]/u.test(line.replaceAll('\t', '')))
      refuseLine('holds a quotation mark or a character that is not printed');
    if (line !== line.normalize('NFC')) refuseLine('is not in Unicode form C');
    const cells = line.split('\t');
    if (cells.length !== columns.length) refuseLine(`has ${cells.length} cells, not ${columns.length}`);
    if (cells.some((cell) => cell !== cell.trim() || cell.includes('  ')))
      refuseLine('has space around a cell, or two together');
    return {
      cells: Object.fromEntries(columns.map((column, place) => [column, cells[place]!])) as Record<
        Column,
        string
      >,
      refuse: refuseLine,
    };
  });
}

/**
 * The text of one of the tables.
 * @throws VOCABULARY_STARTER_INVALID when it is not there, or not in UTF-8.
 */
export function starterText(folder: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(join(folder, name)),
    );
  } catch (cause) {
    const problem = cause instanceof TypeError ? 'the file is not in UTF-8' : 'the file cannot be read';
    throw starterInvalid({ file: `vocabulary/${name}`, line: 1, problem }, { cause });
  }
}
