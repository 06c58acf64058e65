import { defineFailure } from '../kernel/index.ts';

export const permitRuleUnknown = defineFailure<{ id: string }>({
  code: 'PERMITS_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no permit rule ${id}`,
  remedy: 'Look the identifier up with the query `permitRules`.',
});

export const permitRulesOverlap = defineFailure<{
  permit: string;
  territory: string;
  one: string;
  other: string;
}>({
  code: 'PERMITS_OVERLAP',
  status: 409,
  message: ({ permit, territory, one, other }) =>
    `'${permit}' in ${territory} would have two rules at a time: one from ${one}, one from ${other}`,
  remedy:
    'End the older rule on the day before the newer begins (mutation endPermitRule, or valid_to in the file).',
});

export const permitFileUnreadable = defineFailure<{ file: string; reason: string }>({
  code: 'PERMITS_FILE_UNREADABLE',
  status: 400,
  message: ({ file, reason }) => `${file} cannot be read: ${reason}`,
  remedy: 'Name a CSV file in UTF-8 with the header that `tandem permits export` writes, of at most 5 MB.',
});

export const permitFileInvalid = defineFailure<{ line: number; problem: string }>({
  code: 'PERMITS_FILE_INVALID',
  status: 400,
  message: ({ line, problem }) => `line ${line}: ${problem}`,
  remedy: 'Correct the line and import the file again; nothing of it was written.',
});
