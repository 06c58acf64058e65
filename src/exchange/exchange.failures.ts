import { defineFailure } from '../kernel/index.ts';

const MENDING =
  'Correct it in the file of refused records, or in the source, and import that: records already here are changed, not doubled.';

export const fileUnreadable = defineFailure<{ file: string; reason: string }>({
  code: 'EXCHANGE_FILE_UNREADABLE',
  status: 400,
  message: ({ file, reason }) => `${file} cannot be read: ${reason}`,
  remedy: 'Name a file or folder that exists and that you may read.',
});

export const fileKindUnknown = defineFailure<{ file: string }>({
  code: 'EXCHANGE_FILE_KIND_UNKNOWN',
  status: 400,
  message: ({ file }) => `${file} has no ending that tells how it is to be read`,
  remedy: 'Name it .json or .jsonld for one JSON document, .jsonl or .ndjson for a record a line.',
});

export const fileBinary = defineFailure<{ file: string }>({
  code: 'EXCHANGE_FILE_BINARY',
  status: 400,
  message: ({ file }) => `${file} is no text in UTF-8: it holds zero bytes`,
  remedy: 'Send JSON in UTF-8; a text in UTF-16 is converted by `iconv -f utf-16 -t utf-8`.',
});

export const fileChanged = defineFailure<{ file: string }>({
  code: 'EXCHANGE_FILE_CHANGED',
  status: 409,
  message: ({ file }) => `${file} changed while it was being imported`,
  remedy: 'Wait until it is complete and import it again: records already here are changed, not doubled.',
});

export const nothingToImport = defineFailure<{ folder: string }>({
  code: 'EXCHANGE_NOTHING_TO_IMPORT',
  status: 400,
  message: ({ folder }) => `${folder} holds no .json, .jsonld, .jsonl or .ndjson file`,
  remedy: 'Name the folder that holds the files; folders within it are not searched.',
});

export const refusedFileUnwritable = defineFailure<{ file: string; reason: string }>({
  code: 'EXCHANGE_REFUSED_FILE_UNWRITABLE',
  status: 500,
  message: ({ file, reason }) => `The refused records cannot be written to ${file}: ${reason}`,
  remedy:
    'Copy the file to import into a folder where you may write, and import it there: it goes on from here.',
});

export const importRunsElsewhere = defineFailure<{ file: string }>({
  code: 'EXCHANGE_IMPORT_RUNS_ELSEWHERE',
  status: 409,
  message: ({ file }) => `Another process is importing the content of ${file}`,
  remedy: 'Let it finish; should it have died, run the same command again.',
});

export const outputUnwritable = defineFailure<{ file: string; reason: string }>({
  code: 'EXCHANGE_OUTPUT_UNWRITABLE',
  status: 500,
  message: ({ file, reason }) => `The export cannot be written to ${file}: ${reason}`,
  remedy: 'Name a file in a folder where you may write and with space enough, or leave --out away.',
});

export const recordNotJson = defineFailure<{ reason: string }>({
  code: 'EXCHANGE_RECORD_NOT_JSON',
  status: 400,
  message: ({ reason }) => `is no JSON: ${reason}`,
  remedy: MENDING,
});

export const recordNotUtf8 = defineFailure({
  code: 'EXCHANGE_RECORD_NOT_UTF8',
  status: 400,
  message: () => 'is no text in UTF-8',
  remedy: 'Convert the file, for example with `iconv -f latin1 -t utf-8`, and import it again.',
});

export const recordTooLong = defineFailure<{ limit: number }>({
  code: 'EXCHANGE_RECORD_TOO_LONG',
  status: 413,
  message: ({ limit }) => `is longer than ${limit / 1024 / 1024} MB, the most for one record`,
  remedy: 'Put each record on a line of its own (.jsonl), without photos or attachments.',
});

export const recordKindUnknown = defineFailure<{ found: string }>({
  code: 'EXCHANGE_RECORD_KIND_UNKNOWN',
  status: 400,
  message: ({ found }) => `is neither a JSON Resume nor a JobPosting or Organization of schema.org: ${found}`,
  remedy:
    'Give a resume its `basics`, and a posting or organisation its `@type`; docs/formats.md has examples.',
});

export const recordInvalid = defineFailure<{ problem: string; more: number }>({
  code: 'EXCHANGE_RECORD_INVALID',
  status: 400,
  message: ({ problem, more }) => (more > 0 ? `${problem} (and ${more} more)` : problem),
  remedy: MENDING,
});

export const recordTwice = defineFailure<{ line: number }>({
  code: 'EXCHANGE_RECORD_TWICE',
  status: 409,
  message: ({ line }) => `is the same person, role or organisation as the record of line ${line}`,
  remedy: 'Keep the one that is right, or give them different identifiers.',
});

export const recordWithdrawn = defineFailure<{ kind: string; id: string }>({
  code: 'EXCHANGE_RECORD_WITHDRAWN',
  status: 409,
  message: ({ kind, id }) => `The ${kind} ${id} was withdrawn in Tandem`,
  remedy: 'Leave it out of the file: an import brings nobody and nothing back that has left.',
});

export const recordNotStored = defineFailure<{ state: string }>({
  code: 'EXCHANGE_RECORD_NOT_STORED',
  status: 400,
  message: ({ state }) => `The database refuses this record (SQLSTATE ${state})`,
  remedy: 'This is a defect in Tandem: report it with the code; everything else was imported.',
});

export const employerUnknown = defineFailure<{ name: string }>({
  code: 'EXCHANGE_EMPLOYER_UNKNOWN',
  status: 400,
  message: ({ name }) => `No organisation '${name}' is known, and too little is said to add it`,
  remedy: 'Give hiringOrganization a name and an address with addressCountry, or put its Organization first.',
});

export const employerAmbiguous = defineFailure<{ name: string; count: number }>({
  code: 'EXCHANGE_EMPLOYER_AMBIGUOUS',
  status: 409,
  message: ({ name, count }) => `${count} organisations are called '${name}'`,
  remedy: 'Say which one with `tandem:id` in hiringOrganization; the query `organisations` lists them.',
});
