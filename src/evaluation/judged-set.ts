import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readRecords } from '../exchange/index.ts';
import { lineInvalid, nothingJudged, setIncomplete, setTooLarge } from './evaluation.failures.ts';

/** Longest line of a file, in bytes: a CV of 200 pages fits many times. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** Most documents of a set, and most queries: beyond that a run would not end in a night on two cores. */
const MOST_TEXTS = 250_000;
/** Most judgements of a set. */
const MOST_JUDGEMENTS = 5_000_000;

/** A document or a query of a set. */
export interface SetText {
  id: string;
  /** Empty where there is none, or where it is the text. */
  title: string;
  text: string;
}

/** Title and text in one, as BEIR's own retrievers join them. */
export const wholeText = ({ title, text }: Pick<SetText, 'title' | 'text'>, between = ' '): string =>
  [title, text].filter(Boolean).join(between);

/** A test set in BEIR form (Thakur et al. 2021, arXiv:2104.08663). */
export interface JudgedSet {
  corpus: SetText[];
  queries: SetText[];
  /** Grades of documents by query; only queries that are there, and only documents that are there. */
  judgements: Map<string, Map<string, number>>;
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv` of a folder, line by line.
 * @throws EVALUATION_SET_INCOMPLETE, EVALUATION_LINE_INVALID naming file and line, EVALUATION_SET_TOO_LARGE,
 *   EVALUATION_NOTHING_JUDGED.
 */
export async function readJudgedSet(folder: string): Promise<JudgedSet> {
  const files = { corpus: 'corpus.jsonl', queries: 'queries.jsonl', judgements: join('qrels', 'test.tsv') };
  for (const file of Object.values(files)) await mustBeThere(folder, file);
  const corpus = await readTexts(join(folder, files.corpus), 'documents');
  const queries = await readTexts(join(folder, files.queries), 'queries');
  const judgements = await readJudgements(join(folder, files.judgements), idsOf(queries), idsOf(corpus));
  return { corpus, queries, judgements };
}

async function mustBeThere(folder: string, file: string): Promise<void> {
  try {
    if ((await stat(join(folder, file))).isFile()) return;
  } catch (cause) {
    throw setIncomplete({ folder, file, reason: 'is missing or may not be read' }, { cause });
  }
  throw setIncomplete({ folder, file, reason: 'is no file' });
}

const idsOf = (texts: readonly SetText[]): Set<string> => new Set(texts.map(({ id }) => id));

async function readTexts(file: string, what: string): Promise<SetText[]> {
  const texts: SetText[] = [];
  const lines = new Map<string, number>();
  for await (const { line, value, failure } of readRecords(file, LONGEST_LINE)) {
    if (failure) throw lineInvalid({ file, line, problem: failure.message }, { cause: failure });
    const read = textOf(file, line, value);
    const { id } = read;
    const before = lines.get(id);
    if (before !== undefined) throw lineInvalid({ file, line, problem: `has the _id of line ${before}` });
    if (texts.length === MOST_TEXTS) throw setTooLarge({ file, line, limit: MOST_TEXTS, what });
    lines.set(id, line);
    texts.push(read);
  }
  return texts;
}

/** A document or query of one line; title and text may be missing. */
function textOf(file: string, line: number, value: unknown): SetText {
  const invalid = (problem: string) => lineInvalid({ file, line, problem });
  if (typeof value !== 'object' || value === null) throw invalid('is no JSON object');
  const { _id, title, text } = value as Record<string, unknown>;
  if (typeof _id !== 'string' && !Number.isSafeInteger(_id)) throw invalid('has no _id');
  const id = String(_id);
  // A run has its columns separated by white space, so that such an identifier could not be read back.
  if (!/^\S+$/.test(id)) throw invalid('has an _id that is empty or holds white space');
  const parts = [title, text].map((part) => part ?? '');
  if (parts.some((part) => typeof part !== 'string')) throw invalid('has a title or text that is no string');
  const [heading, body] = parts.map((part) => (part as string).trim()) as [string, string];
  return { id, title: heading === body ? '' : heading, text: body };
}

/** Lines of query, document and grade, separated by tabs; the first line may be a header. */
async function readJudgements(
  file: string,
  queries: ReadonlySet<string>,
  corpus: ReadonlySet<string>,
): Promise<JudgedSet['judgements']> {
  const judgements: JudgedSet['judgements'] = new Map();
  let line = 0;
  let count = 0;
  let relevant = 0;
  for await (const row of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    // `trim` takes a byte order mark away too.
    const text = row.trim();
    if (text === '' || (line === 1 && isHeader(text, queries))) continue;
    const invalid = (problem: string) => lineInvalid({ file, line, problem });
    const columns = text.split('\t');
    if (columns.length !== 3)
      throw invalid(`has ${columns.length} columns instead of query, document and grade, separated by tabs`);
    const [query, document, grade] = columns.map((column) => column.trim()) as [string, string, string];
    if (!queries.has(query)) throw invalid('names a query that is not in queries.jsonl');
    if (!corpus.has(document)) throw invalid('names a document that is not in corpus.jsonl');
    if (!GRADE.test(grade)) throw invalid('has a grade that is no whole number');
    const ofQuery = judgements.get(query) ?? new Map<string, number>();
    const before = ofQuery.get(document);
    if (before !== undefined && before !== Number(grade))
      throw invalid('judges a document a second time for its query, with another grade');
    if ((count += 1) > MOST_JUDGEMENTS)
      throw setTooLarge({ file, line, limit: MOST_JUDGEMENTS, what: 'judgements' });
    judgements.set(query, ofQuery.set(document, Number(grade)));
    if (Number(grade) > 0) relevant += 1;
  }
  if (relevant === 0) throw nothingJudged({ file });
  return judgements;
}

/** A whole number; some tables write it `1.0`. */
const GRADE = /^-?\d{1,9}(?:\.0+)?$/;

/** Whatever its columns are called: it names no query of the set and gives no grade. */
function isHeader(row: string, queries: ReadonlySet<string>): boolean {
  const cells = row.split(/\s+/);
  return cells.length === 3 && !queries.has(cells[0]!) && !GRADE.test(cells[2]!);
}
