import { CsvError, parse } from 'csv-parse/sync';
import type { PermitRule } from './permit-rule.entity.ts';
import { permitFileInvalid } from './permits.failures.ts';

/** The columns of a file of permit rules, in the order in which they are written, with the fields that they fill. */
const COLUMNS = {
  territory: ['territory'],
  permit: ['permit'],
  citizenship: ['citizenship'],
  engagements: ['engagements'],
  only_occupations: ['onlyOccupations'],
  exempt_occupations: ['exemptOccupations'],
  salary_floor: ['salaryFloor', 'amount'],
  currency: ['salaryFloor', 'currency'],
  period: ['salaryFloor', 'period'],
  weekly_hours: ['weeklyHours'],
  processing_days: ['processingDays'],
  valid_from: ['validFrom'],
  valid_to: ['validTo'],
  source: ['source'],
  consulted_on: ['consultedOn'],
  note: ['note'],
  version: ['version'],
} as const;
type Column = keyof typeof COLUMNS;
type Cells = Partial<Record<Column, string>>;

/** Columns that every file has; a file may leave the others out. */
const NEEDED: readonly Column[] = ['territory', 'permit', 'valid_from', 'source', 'consulted_on'];
/** Columns with several values in a cell, separated by spaces. */
const LISTS: readonly Column[] = ['engagements', 'only_occupations', 'exempt_occupations'];
const NUMBERS: readonly Column[] = ['salary_floor', 'weekly_hours', 'processing_days', 'version'];
const LONGEST = 10_000;

/** A line of a file: a rule as GraphQL's input has it, not yet checked, and the version that its author had read. */
export interface PermitRuleLine {
  line: number;
  input: Readonly<Record<string, unknown>>;
  version: number | undefined;
}

/**
 * The rules of a CSV file (RFC 4180, with a header; semicolons where the header has them, as spreadsheets write in
 * countries with decimal commas).
 * @throws PERMITS_FILE_INVALID with the line
 */
export function readPermitRulesCsv(text: string): PermitRuleLine[] {
  const [header = ''] = text.split(/\r?\n/, 1);
  const read = linesOf(text, header.includes(';') ? ';' : ',');
  if (read.length === 0) return [];
  const columns = Object.keys(read[0]!.record);
  const unknown = columns.find((column) => !(column in COLUMNS));
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (unknown !== undefined)
    throw permitFileInvalid({ line: 1, problem: `there is no column '${unknown.slice(0, 40)}'` });
  if (missing !== undefined)
    throw permitFileInvalid({ line: 1, problem: `the column ${missing} is missing` });
  if (read.length > LONGEST)
    throw permitFileInvalid({ line: LONGEST, problem: `more than ${LONGEST} rules cannot be read` });
  return read.map(({ record, info: { lines: line } }) => {
    const { version, ...input } = inputOf(record, line);
    return { line, input, version: version as number | undefined };
  });
}

function linesOf(text: string, delimiter: string): { record: Cells; info: { lines: number } }[] {
  try {
    return parse(text, {
      columns: true,
      info: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      delimiter,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw permitFileInvalid({ line: Number(cause['lines'] ?? 1), problem: cause.message }, { cause });
  }
}

function inputOf(cells: Cells, line: number): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [column, [field, part]] of Object.entries(COLUMNS)) {
    const value = valueOf(column as Column, cells[column as Column] ?? '', line);
    if (value === undefined) continue;
    if (part === undefined) input[field] = value;
    else input[field] = { ...(input[field] as object | undefined), [part]: value };
  }
  return input;
}

function valueOf(column: Column, cell: string, line: number): unknown {
  if (cell === '') return undefined;
  if (LISTS.includes(column)) return cell.split(/\s+/);
  if (!NUMBERS.includes(column)) return cell;
  if (/^\d+(\.\d+)?$/.test(cell)) return Number(cell);
  throw permitFileInvalid({
    line,
    problem: `${column}: '${cell.slice(0, 20)}' is no number such as 29680.50`,
  });
}

/** The name of the column that fills a field of the input, `salaryFloor.amount`; the field itself where none does. */
export const columnOf = (path: readonly (string | number)[]): string =>
  Object.entries(COLUMNS).find(([, field]) => field.every((part, index) => part === path[index]))?.[0] ??
  path.join('.');

/** The rules as a CSV file with a header. */
export function writePermitRulesCsv(rules: readonly PermitRule[]): string {
  const lines = rules.map((rule) => {
    const cells: Record<Column, string | number | null | undefined> = {
      territory: rule.territory,
      permit: rule.permit,
      citizenship: rule.citizenship,
      engagements: rule.engagements.join(' '),
      only_occupations: rule.onlyOccupations.join(' '),
      exempt_occupations: rule.exemptOccupations.join(' '),
      salary_floor: rule.salaryFloor,
      currency: rule.currency,
      period: rule.period,
      weekly_hours: rule.weeklyHours,
      processing_days: rule.processingDays,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
      source: rule.source,
      consulted_on: rule.consultedOn,
      note: rule.note,
      version: rule.version,
    };
    return Object.values(cells)
      .map((cell) => quoted(String(cell ?? '')))
      .join(',');
  });
  return `${[Object.keys(COLUMNS).join(','), ...lines].join('\n')}\n`;
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
