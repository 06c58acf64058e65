import { defineFailure } from '../kernel/index.ts';

export const setIncomplete = defineFailure<{ folder: string; file: string; reason: string }>({
  code: 'EVALUATION_SET_INCOMPLETE',
  status: 400,
  message: ({ folder, file, reason }) => `${folder} is no test set in BEIR form: ${file} ${reason}`,
  remedy: 'Name a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv; docs/evaluation.md shows each.',
});

export const lineInvalid = defineFailure<{ file: string; line: number; problem: string }>({
  code: 'EVALUATION_LINE_INVALID',
  status: 400,
  message: ({ file, line, problem }) => `${file}:${line}: ${problem}`,
  remedy: 'Correct that line; docs/evaluation.md shows what each file holds.',
});

export const setTooLarge = defineFailure<{ file: string; line: number; limit: number; what: string }>({
  code: 'EVALUATION_SET_TOO_LARGE',
  status: 413,
  message: ({ file, line, limit, what }) => `${file}:${line}: there are more than ${limit} ${what}`,
  remedy: 'Evaluate on a sample: everything ranked is held in memory.',
});

export const nothingJudged = defineFailure<{ file: string }>({
  code: 'EVALUATION_NOTHING_JUDGED',
  status: 400,
  message: ({ file }) => `${file} names no relevant document for any query`,
  remedy: 'Give at least one line with a query, a document and a grade above 0.',
});

export const runUnwritable = defineFailure<{ file: string; reason: string }>({
  code: 'EVALUATION_RUN_UNWRITABLE',
  status: 500,
  message: ({ file, reason }) => `The run cannot be written to ${file}: ${reason}`,
  remedy: 'Name a file in a folder where you may write and with space enough, or leave --run away.',
});

export const nothingImported = defineFailure<{ database: string }>({
  code: 'EVALUATION_NO_IMPORTED_VOCABULARY',
  status: 400,
  message: ({ database }) => `--vocabulary imported: no vocabulary has been imported into ${database}`,
  remedy:
    'Run `tandem vocabulary import <folder>` first (TANDEM_DATA_DIR or DATABASE_URL say which database), or take --vocabulary starter.',
});
