import type { z } from 'zod';
import { defineFailure } from './failure.ts';

export const invalidInput = defineFailure<{ problem: string; more: number }>({
  code: 'INPUT_INVALID',
  status: 400,
  message: ({ problem, more }) => (more > 0 ? `${problem} (and ${more} more)` : problem),
  remedy: 'Correct the field named by `path` and send the request again; nothing was changed.',
});

/**
 * Checks data from outside against its schema.
 * @param root where the data stands in the request, so that the failure's path points into what was sent.
 * @throws INPUT_INVALID for the first problem, with its path and how many more there are.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  root: readonly (string | number)[] = ['input'],
): z.output<Schema> {
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const [first, ...others] = read.error.issues;
  const path = [...root, ...(first?.path ?? [])].map((part) => (typeof part === 'symbol' ? '?' : part));
  throw invalidInput(
    { problem: `${path.join('.')}: ${first?.message ?? 'is not valid'}`, more: others.length },
    { path, cause: read.error },
  );
}
