/** Part of a text that tells who somebody is: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What stands in place of each hidden character. */
export const MASK = '█';

/** Sorted by their start, none overlapping or touching another. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (end <= start) continue;
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * The text with every character of the spans hidden; line breaks stay, so that the shape of the page does too.
 * As long as before: offsets into the one are offsets into the other.
 */
export function hidden(text: string, spans: readonly Span[]): string {
  let read = 0;
  const parts: string[] = [];
  for (const { start, end } of mergedSpans(spans)) {
    parts.push(text.slice(read, start), text.slice(start, end).replace(/[^\n]/g, MASK));
    read = end;
  }
  return parts.join('') + text.slice(read);
}

/** Where a pattern matches; it is global, and written for folded text. */
export const matchesOf = (plain: string, pattern: RegExp): Span[] =>
  [...plain.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
