/** Instants and wall clocks in any zone, by what `Intl` knows; Temporal is behind a flag in Node 24. */

/** Half-open stretch of time, in milliseconds since 1970 UTC. */
export interface Stretch {
  start: number;
  end: number;
}

const MINUTE = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, format);
  }
  return format;
}

/** Whether the runtime's time zone database knows the name. */
export function isZone(name: string): boolean {
  try {
    formatter(name);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall shows, as if it were UTC: 02:30 in Stockholm is the number of 02:30 UTC. */
export function wallClock(instant: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(
    part['year']!,
    part['month']! - 1,
    part['day']!,
    part['hour']!,
    part['minute']!,
    part['second']!,
  );
}

/** The calendar day of an instant in a zone: `2026-10-25`. */
export const localDate = (instant: number, zone: string): string =>
  new Date(wallClock(instant, zone)).toISOString().slice(0, 10);

const offsetAt = (instant: number, zone: string): number =>
  wallClock(instant, zone) - Math.floor(instant / 1000) * 1000;

/**
 * All instants at which the wall clock of a zone shows a time from `from` up to `to`, both as `wallClock`
 * gives them. Where clocks go back, an hour of the wall comes twice, and both are in; where they go forward,
 * the hour that the wall skips is in none.
 */
export function instantsOf(from: number, to: number, zone: string): Stretch[] {
  const found: Stretch[] = [];
  // No zone is more than 15 hours off UTC; within a stretch of one offset, wall and instant run alike.
  for (const { start, end } of evenStretches(from - 15 * 60 * MINUTE, to + 15 * 60 * MINUTE, zone)) {
    const offset = offsetAt(start, zone);
    const stretch = { start: Math.max(start, from - offset), end: Math.min(end, to - offset) };
    if (stretch.start < stretch.end) found.push(stretch);
  }
  return merged(found);
}

/** Cuts a stretch where the zone's offset changes, to the minute. Changes are hours apart, so steps of one find all. */
function evenStretches(start: number, end: number, zone: string): Stretch[] {
  const cuts = [start];
  for (let at = start; at < end; at += 60 * MINUTE) {
    const next = Math.min(at + 60 * MINUTE, end);
    if (offsetAt(at, zone) !== offsetAt(next, zone)) cuts.push(changeWithin(at, next, zone));
  }
  return cuts.map((cut, i) => ({ start: cut, end: cuts[i + 1] ?? end }));
}

function changeWithin(before: number, after: number, zone: string): number {
  const offset = offsetAt(before, zone);
  let [low, high] = [Math.floor(before / MINUTE), Math.ceil(after / MINUTE)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE, zone) === offset) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}

/** The same time in as few stretches as possible, in order. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The first list's time without the second's. */
export function without(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  return merged(taken).reduce<Stretch[]>(
    (left, { start, end }) =>
      left.flatMap((stretch) =>
        [
          { start: stretch.start, end: Math.min(stretch.end, start) },
          { start: Math.max(stretch.start, end), end: stretch.end },
        ].filter((part) => part.start < part.end),
      ),
    merged(stretches),
  );
}
