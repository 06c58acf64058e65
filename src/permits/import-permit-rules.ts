import { readFile, stat } from 'node:fs/promises';
import { assertPermitted, inTransaction, type Context } from '../access/index.ts';
import { changedMeanwhile } from '../database/index.ts';
import { Failure, parseInput } from '../kernel/index.ts';
import { columnsOf, lockedRules, writePermitRules } from './change-permit-rule.ts';
import type { PermitRule } from './permit-rule.entity.ts';
import { permitRuleData, type PermitRuleData } from './permit-rule.input.ts';
import { allPermitRules } from './permit-rule.repository.ts';
import {
  columnOf,
  readPermitRulesCsv,
  writePermitRulesCsv,
  type PermitRuleLine,
} from './permit-rules-csv.ts';
import { permitFileInvalid, permitFileUnreadable } from './permits.failures.ts';

/** The largest file of rules; the law of fifty countries is a fiftieth of it. */
const LARGEST = 5 * 1024 * 1024;

/** What an import of permit rules did. */
export interface PermitImport {
  added: number;
  changed: number;
  unchanged: number;
}

/**
 * Reads a CSV file of permit rules: all of it, or nothing when a line is not as it should be. A rule is known by
 * territory, name, citizenship and first day; rules that the file does not name stay.
 * @throws PERMITS_FILE_UNREADABLE, PERMITS_FILE_INVALID, PERMITS_OVERLAP, DATABASE_CHANGED_MEANWHILE
 */
export async function importPermitRules(context: Context, file: string): Promise<PermitImport> {
  assertPermitted(context.actor, 'permit:edit');
  const lines = checkedLines(await textOf(file));
  return inTransaction(context, async (inside) => {
    const rules = await lockedRules(inside);
    const known = new Map(rules.map((rule) => [keyOf(rule), rule]));
    const writes = lines.map(({ data, version }) => {
      const stored = known.get(keyOf(data));
      if (stored && version !== undefined && version !== stored.version)
        throw changedMeanwhile({ kind: 'permit rule', id: stored.id });
      return { data, stored };
    });
    const due = writes.filter(({ data, stored }) => !stored || differs(stored, data));
    writePermitRules(inside, rules, due);
    const added = due.filter(({ stored }) => !stored).length;
    return { added, changed: due.length - added, unchanged: writes.length - due.length };
  });
}

/** Every permit rule as a CSV file that `importPermitRules` reads. */
export async function exportPermitRules(context: Context): Promise<string> {
  assertPermitted(context.actor, 'permit:read');
  return writePermitRulesCsv(await allPermitRules(context.em));
}

async function textOf(file: string): Promise<string> {
  const reading = async () => {
    const { size } = await stat(file);
    if (size > LARGEST) throw permitFileUnreadable({ file, reason: `it has ${size} bytes` });
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  };
  try {
    return await reading();
  } catch (cause) {
    if (cause instanceof Failure || !(cause instanceof Error && 'code' in cause)) throw cause;
    throw permitFileUnreadable({ file, reason: String(cause.code) }, { cause });
  }
}

interface CheckedLine extends Omit<PermitRuleLine, 'input'> {
  data: PermitRuleData;
}

/**
 * The lines of the text, each checked as GraphQL's input is.
 * @throws PERMITS_FILE_INVALID for the first that is not as it should be, or stands there twice
 */
function checkedLines(text: string): CheckedLine[] {
  const first = new Map<string, number>();
  return readPermitRulesCsv(text).map(({ line, input, version }) => {
    const data = inTermsOfLine(line, () => parseInput(permitRuleData, input, []));
    const earlier = first.get(keyOf(data));
    if (earlier !== undefined)
      throw permitFileInvalid({ line, problem: `is the same rule as line ${earlier}` });
    first.set(keyOf(data), line);
    return { line, data, version };
  });
}

function inTermsOfLine<Result>(line: number, check: () => Result): Result {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    // The message begins with the place in GraphQL's terms.
    const said = cause.message.slice(cause.message.indexOf(': ') + 2);
    const problem = said.includes('received undefined') ? 'is missing' : said;
    throw permitFileInvalid({ line, problem: `${columnOf(cause.path)}: ${problem}` }, { cause });
  }
}

const keyOf = ({
  territory,
  permit,
  citizenship,
  validFrom,
}: Pick<PermitRuleData, 'territory' | 'permit' | 'citizenship' | 'validFrom'>): string =>
  [territory, permit.toLowerCase(), citizenship ?? '', validFrom].join('\n');

const differs = (stored: PermitRule, data: PermitRuleData): boolean =>
  Object.entries(columnsOf(data)).some(
    ([column, value]) => JSON.stringify(stored[column as keyof PermitRule] ?? null) !== JSON.stringify(value),
  );
