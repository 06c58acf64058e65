import { defineFailure } from '../kernel/index.ts';

export const textTooLong = defineFailure<{ length: number; limit: number }>({
  code: 'DOCUMENTS_TEXT_TOO_LONG',
  status: 400,
  message: ({ length, limit }) => `The text has ${length} characters; ${limit} are the most`,
  remedy: 'Send the CV or description itself, without annexes: a ranking reads the first pages anyway.',
});

export const textUnreadable = defineFailure<{ offset: number }>({
  code: 'DOCUMENTS_TEXT_UNREADABLE',
  status: 400,
  message: ({ offset }) =>
    `The text holds a control character at offset ${offset}: it looks like a binary file`,
  remedy: 'Send the text that the file contains, not the bytes of the file.',
});

export const textEmpty = defineFailure({
  code: 'DOCUMENTS_TEXT_EMPTY',
  status: 400,
  message: () => 'The text is empty',
  remedy: 'Send at least a sentence: there is nothing to match otherwise.',
});
