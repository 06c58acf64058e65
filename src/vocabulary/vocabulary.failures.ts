import { defineFailure } from '../kernel/index.ts';

const WHOLE =
  'Fetch the file once more from its source, unpack it, and import the folder again; nothing was changed.';

export const starterInvalid = defineFailure<{ file: string; line: number; problem: string }>({
  code: 'VOCABULARY_STARTER_INVALID',
  status: 500,
  message: ({ file, line, problem }) => `${file}, line ${line}: ${problem}`,
  remedy: 'Correct the line, or restore the folder vocabulary/ from the package.',
});

export const folderUnreadable = defineFailure<{ folder: string; reason: string }>({
  code: 'VOCABULARY_FOLDER_UNREADABLE',
  status: 400,
  message: ({ folder, reason }) => `${folder} cannot be read: ${reason}`,
  remedy: 'Name a folder that exists and that you may read.',
});

export const nothingToImport = defineFailure<{ folder: string }>({
  code: 'VOCABULARY_NOTHING_TO_IMPORT',
  status: 400,
  message: ({ folder }) => `${folder} holds no file of occupations, skills or ISCO groups`,
  remedy:
    'Name the folder with files such as occupations_en.csv themselves; docs/vocabulary.md lists what is read.',
});

export const nothingUsable = defineFailure<{ file: string; problems: number }>({
  code: 'VOCABULARY_NOTHING_USABLE',
  status: 400,
  message: ({ file, problems }) => `${file} has no usable row (${problems} with problems)`,
  remedy: 'Compare its header and a row with docs/vocabulary.md; nothing was changed.',
});

export const tableUnreadable = defineFailure<{ file: string; reason: string }>({
  code: 'VOCABULARY_TABLE_UNREADABLE',
  status: 400,
  message: ({ file, reason }) => `${file} cannot be read: ${reason}`,
  remedy: WHOLE,
});

export const columnMissing = defineFailure<{ file: string; columns: readonly string[] }>({
  code: 'VOCABULARY_COLUMN_MISSING',
  status: 400,
  message: ({ file, columns }) => `${file} lacks the column(s) ${columns.join(', ')}`,
  remedy: 'Import the files as their source offers them, with their header; nothing was changed.',
});

export const conceptUnknown = defineFailure<{ id: string }>({
  code: 'VOCABULARY_CONCEPT_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no concept ${id}`,
  remedy: 'Look the identifier up with the query `concepts`.',
});

export const searchInvalid = defineFailure<{ length: number; limit: number }>({
  code: 'VOCABULARY_SEARCH_INVALID',
  status: 400,
  message: ({ length, limit }) => `The search has ${length} characters; 1 to ${limit} are allowed`,
  remedy: 'Search for an occupation or a skill by its name, or the beginning of it.',
});
