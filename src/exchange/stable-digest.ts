import { digest } from '../kernel/index.ts';

/** SHA-256 of a JSON value, the same whatever the order of its properties. */
export const stableDigest = (value: unknown): string => digest(JSON.stringify(sorted(value)));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
