import { textEmpty, textTooLong, textUnreadable } from './documents.failures.ts';

/** The longest text that is taken: about sixty pages. */
export const LONGEST_TEXT = 200_000;

/** Control characters other than tab, line feed and carriage return, and halves of surrogate pairs. */
const UNREADABLE =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * A text as it is stored: in Unicode form C, with plain line ends, without space around it.
 * @throws DOCUMENTS_TEXT_EMPTY, DOCUMENTS_TEXT_TOO_LONG, DOCUMENTS_TEXT_UNREADABLE
 */
export function documentText(raw: string, path: readonly (string | number)[] = ['input', 'text']): string {
  if (raw.length > LONGEST_TEXT) throw textTooLong({ length: raw.length, limit: LONGEST_TEXT }, { path });
  const unreadable = UNREADABLE.exec(raw);
  if (unreadable) throw textUnreadable({ offset: unreadable.index }, { path });
  const text = raw.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (text === '') throw textEmpty(undefined, { path });
  return text;
}
