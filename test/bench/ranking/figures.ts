import type { Nearest } from './server.ts';

/** The value below which so large a share of the values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN;
}

/** How many of the exact neighbours were found; one as near as the farthest of them counts as it. */
export function recall(found: Nearest['found'], exact: Nearest['found']): number {
  if (exact.length === 0) return 1;
  const farthest = exact.at(-1)!.distance + 1e-9;
  return Math.min(found.filter(({ distance }) => distance <= farthest).length / exact.length, 1);
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
