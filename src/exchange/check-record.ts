import { z } from 'zod';
import { Failure, invalidInput } from '../kernel/index.ts';
import { recordInvalid } from './exchange.failures.ts';

/** A place in a record, part by part. */
export type Place = readonly (string | number)[];

/** A text that may be absent, null or blank, which all mean that nothing is said. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined);

/** An instant: a date alone is its beginning in UTC. */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'is no instant such as 2026-11-21T12:00:00Z')
  .transform((text) => new Date(text));

/**
 * Checks a record against the schema of its format.
 * @throws EXCHANGE_RECORD_INVALID with the place in the record
 */
export function checkRecord<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [first, ...others] = read.error.issues;
  throw recordInvalid(
    { problem: inWords(first!.message), more: others.length },
    { path: first!.path.map((part) => (typeof part === 'symbol' ? '?' : part)), cause: read.error },
  );
}

/**
 * Does the check of another room, and says its refusals in terms of the record: `sources` has the place in the
 * record for each field of that room's data, or for a field within one: `cv.text`.
 */
export function inTermsOf<Result>(sources: Readonly<Record<string, Place>>, check: () => Result): Result {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const [field = '', ...rest] = cause.path;
    const path = sources[cause.path.join('.')] ?? [...(sources[field] ?? [field]), ...rest];
    if (cause.code !== invalidInput.definition.code) throw new Failure(cause, cause.message, { path, cause });
    // The message begins with the place in the other room's terms.
    const problem = cause.message.slice(cause.message.indexOf(': ') + 2);
    throw recordInvalid({ problem: inWords(problem), more: 0 }, { path, cause });
  }
}

const inWords = (message: string): string =>
  message.includes('received undefined') ? 'is missing' : message.replace(/^Invalid input: /, '');

/**
 * Refuses texts that no database can store: the zero character, and halves of surrogate pairs.
 * @throws EXCHANGE_RECORD_INVALID
 */
export function assertStorable(value: unknown, path: Place = []): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed())
      throw recordInvalid(
        { problem: 'holds a character that is none: zero, or half of a pair', more: 0 },
        { path },
      );
  } else if (Array.isArray(value))
    value.forEach((element, index) => assertStorable(element, [...path, index]));
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      assertStorable(key, path);
      assertStorable(part, [...path, key]);
    }
}
