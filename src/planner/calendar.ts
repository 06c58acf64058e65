import type { Plan } from './answer.ts';
import { calendarFile } from './calendar-file.ts';
import type { Problem } from './problem.ts';

/**
 * One person's meetings as an iCalendar file.
 * @param made when the file is made.
 */
export function calendarOf(problem: Problem, plan: Plan, person: string, made: Date): string {
  const pairs = new Map(problem.pairs.map((pair) => [pair.id, pair]));
  const slots = new Map(problem.slots.map((slot) => [slot.id, slot]));
  const entries = plan.meetings.flatMap(({ pair, slot, place }) => {
    const { a, b } = pairs.get(pair)!;
    if (a !== person && b !== person) return [];
    const { start, end } = slots.get(slot)!;
    return [
      {
        uid: `${encodeURIComponent(pair)}@tandem`,
        sequence: 0,
        start: new Date(start),
        end: new Date(end),
        summary: `Meeting with ${a === person ? b : a}`,
        location: place === null ? null : `Place ${place + 1}`,
      },
    ];
  });
  return calendarFile(entries, made, 'Planner');
}
