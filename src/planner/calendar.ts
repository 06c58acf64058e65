import type { Plan } from './answer.ts';
import type { Problem } from './problem.ts';

/**
 * One person's meetings as an iCalendar file (RFC 5545), in UTC, so that every calendar shows them in its own
 * zone. Written by hand: a meeting needs seven lines, too little for a library.
 * @param made when the file is made.
 */
export function calendarOf(problem: Problem, plan: Plan, person: string, made: Date): string {
  const pairs = new Map(problem.pairs.map((pair) => [pair.id, pair]));
  const slots = new Map(problem.slots.map((slot) => [slot.id, slot]));
  const events = plan.meetings.flatMap(({ pair, slot, place }) => {
    const { a, b } = pairs.get(pair)!;
    if (a !== person && b !== person) return [];
    const { start, end } = slots.get(slot)!;
    return [
      'BEGIN:VEVENT',
      `UID:${encodeURIComponent(pair)}@tandem`,
      `DTSTAMP:${stamp(made)}`,
      `DTSTART:${stamp(new Date(start))}`,
      `DTEND:${stamp(new Date(end))}`,
      `SUMMARY:${quoted(`Meeting with ${a === person ? b : a}`)}`,
      ...(place === null ? [] : [`LOCATION:${quoted(`Place ${place + 1}`)}`]),
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tandem//Planner//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20260914T070000Z` */
const stamp = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d+/g, '');

const quoted = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');

/** Lines of 75 octets at most; what is over goes on after a line break and a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
