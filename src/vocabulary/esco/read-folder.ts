import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../../kernel/index.ts';
import { readTable, type RowProblem } from '../reading/read-table.ts';
import type { Coverage, Statement } from '../store/change-source.ts';
import type { Staging } from '../store/staging.ts';
import { folderUnreadable, nothingToImport, nothingUsable } from '../vocabulary.failures.ts';
import { columnsOf, formatOf, formOf, type FileForm } from './file-forms.ts';
import { languagesOf, readRow } from './read-row.ts';

/** A file of the folder that is read. */
export interface FolderFile {
  name: string;
  path: string;
  bytes: number;
  form: FileForm;
}

/** The files of a folder: those to read, and those that are none of ESCO's classification. */
export interface FolderFiles {
  files: FolderFile[];
  ignored: string[];
}

/**
 * What is in the folder, files of concepts before files of relations. Folders within it are not searched.
 * @throws VOCABULARY_FOLDER_UNREADABLE, VOCABULARY_NOTHING_TO_IMPORT
 */
export async function filesIn(folder: string): Promise<FolderFiles> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw folderUnreadable({ folder, reason: REASONS[code] ?? code }, { cause });
  });
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const files: FolderFile[] = [];
  // Shorter names first: a region's variant of a language comes after the language, which has the first word.
  for (const name of names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const form = formOf(name);
    const path = join(folder, name);
    if (form) files.push({ name, path, bytes: (await stat(path)).size, form });
  }
  if (!files.some(({ form }) => holdsConcepts(form))) throw nothingToImport({ folder });
  const read = new Set(files.map(({ name }) => name));
  return {
    files: files.toSorted((a, b) => Number(holdsConcepts(b.form)) - Number(holdsConcepts(a.form))),
    ignored: names.filter((name) => !read.has(name)).toSorted(),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is no folder',
  EACCES: 'you may not read it',
};

const holdsConcepts = ({ holds }: FileForm): boolean => holds === 'OFFICIAL' || holds === 'RESHAPED';

/** What became of a file. */
export interface FileReport {
  file: string;
  /** Rows that were taken. */
  rows: number;
  /** Rows that could not be read, and parts of rows that were left out. */
  problems: number;
}

/** A row that could not be read as a whole, or a part that was left out. */
export interface FolderProblem extends RowProblem {
  file: string;
}

/** Told how far the reading is, and what is wrong on the way. */
export interface FolderListener {
  progress: (bytes: number) => void;
  problem: (problem: FolderProblem) => void;
}

/** Goes up when the same files are to be stored in another way. */
const RULES = 1;

/**
 * Reads the files into the staging, row by row. Rows that cannot be read are left out; the file's kind and
 * language then do not count as complete, so that nothing is taken for gone because it could not be read.
 * @throws VOCABULARY_TABLE_UNREADABLE, VOCABULARY_COLUMN_MISSING, VOCABULARY_NOTHING_USABLE
 */
export async function readFolder(
  files: readonly FolderFile[],
  staging: Staging,
  listener: FolderListener,
): Promise<Statement & { reports: FileReport[] }> {
  const reports: FileReport[] = [];
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = await readFile(file, staging, listener);
    if (one.report.rows === 0 && holdsConcepts(file.form))
      throw nothingUsable({ file: file.name, problems: one.report.problems });
    reports.push(one.report);
    read.push(one);
  }
  return {
    reports,
    covers: coverageOf(read),
    digest: digest([RULES, ...read.map(({ file, hash }) => `${file.name} ${hash}`)].join('\n')),
  };
}

interface ReadFile {
  file: FolderFile;
  report: FileReport;
  /** SHA-256 of the content. */
  hash: string;
  /** Whether every row could be read. */
  complete: boolean;
  languages: readonly string[];
}

async function readFile(file: FolderFile, staging: Staging, listener: FolderListener): Promise<ReadFile> {
  const { name, path, form } = file;
  const report: FileReport = { file: name, rows: 0, problems: 0 };
  const hash = createHash('sha256');
  let languages: string[] = [];
  let complete = true;
  const note = (problem: RowProblem) => {
    report.problems += 1;
    listener.problem({ file: name, ...problem });
  };
  const refuse = (problem: RowProblem) => {
    complete = false;
    note(problem);
  };
  const bytes = (chunk: Buffer) => {
    hash.update(chunk);
    listener.progress(chunk.length);
  };
  for await (const { line, cells } of readTable(path, formatOf(form, name), {
    required: columnsOf(form),
    refuse,
    bytes,
  })) {
    if (languages.length === 0) languages = languagesOf(form, Object.keys(cells));
    const content = readRow(form, cells);
    if (typeof content === 'string') refuse({ line, problem: content });
    if (typeof content !== 'object') continue;
    report.rows += 1;
    for (const problem of content.problems) note({ line, problem });
    if (content.concept) await staging.concept(content.concept);
    for (const label of content.labels) await staging.label(label);
    for (const relation of content.relations) await staging.relation(relation);
  }
  return { file, report, hash: hash.digest('hex'), complete, languages };
}

/** What the files say everything of: kinds, languages and relations of which every file was read to its last row. */
function coverageOf(read: readonly ReadFile[]): Coverage {
  const covered = <Part>(partsOf: (file: ReadFile) => readonly Part[]): Part[] => {
    const keys = (files: readonly ReadFile[]) => files.flatMap(partsOf).map((part) => JSON.stringify(part));
    const broken = new Set(keys(read.filter(({ complete }) => !complete)));
    return [...new Set(keys(read))].filter((key) => !broken.has(key)).map((key) => JSON.parse(key) as Part);
  };
  return {
    concepts: covered(({ file: { form } }) => ('kind' in form ? [form.kind] : [])),
    labels: covered(({ file: { form }, languages }) =>
      'kind' in form ? languages.map((language) => ({ kind: form.kind, language })) : [],
    ),
    broader: covered(({ file: { form } }) => (form.holds === 'BROADER' ? form.kinds : [])),
    skills: covered(({ file: { form } }) => (form.holds === 'SKILLS' ? [true] : [])).length > 0,
  };
}
