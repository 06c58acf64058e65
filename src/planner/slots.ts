import { unknownZone } from './planner.failures.ts';
import type { Slot } from './problem.ts';
import { instantsOf, isZone, merged, without, type Stretch } from './zones.ts';

/** Hours of a day as people write them down, in their own zone. An end not after its start is on the next day. */
export interface LocalHours {
  /** `2026-10-25` */
  date: string;
  /** `09:00` */
  from: string;
  /** `17:30`, or `24:00` */
  to: string;
}

/** When slots are to be: the organiser's hours, and how they are cut. */
export interface SlotPlan {
  zone: string;
  hours: readonly LocalHours[];
  /** Length of a meeting. */
  minutes: number;
  /** Between two meetings, for a change of rooms. */
  pause?: number;
}

/** When one person can meet, in the person's own zone. */
export interface LocalAvailability {
  zone: string;
  hours: readonly LocalHours[];
  /** Taken instants within these hours: other meetings, a flight. */
  busy?: readonly { start: string; end: string }[];
}

const DAY = 24 * 60 * 60_000;

/**
 * The instants of local hours in a zone, in order. On the night when clocks go back, hours of the wall that
 * come twice are in twice; hours that clocks skip are not.
 * @throws PLANNER_UNKNOWN_ZONE
 */
export function instantsOfHours(hours: readonly LocalHours[], zone: string): Stretch[] {
  if (!isZone(zone)) throw unknownZone({ zone });
  return merged(
    hours.flatMap(({ date, from, to }) => {
      const midnight = Date.parse(`${date}T00:00:00Z`);
      const begin = midnight + timeOfDay(from);
      const end = midnight + timeOfDay(to);
      return instantsOf(begin, end > begin ? end : end + DAY, zone);
    }),
  );
}

const timeOfDay = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};

/** Cuts the organiser's hours into slots, numbered from 0; what is left over at an end is too short for one. */
export function slotsOf({ zone, hours, minutes, pause = 0 }: SlotPlan): Slot[] {
  const length = minutes * 60_000;
  const step = length + pause * 60_000;
  const slots: Slot[] = [];
  if (length <= 0) return slots;
  for (const stretch of instantsOfHours(hours, zone))
    for (let start = stretch.start; start + length <= stretch.end; start += step)
      slots.push({ id: slots.length, start: iso(start), end: iso(start + length) });
  return slots;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** The slots that lie wholly within a person's local hours and touch nothing that is taken. */
export function availableSlots(
  slots: readonly Slot[],
  { zone, hours, busy = [] }: LocalAvailability,
): number[] {
  const taken = busy.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
  const free = without(instantsOfHours(hours, zone), taken);
  return slots
    .filter((slot) => {
      const [start, end] = [Date.parse(slot.start), Date.parse(slot.end)];
      return free.some((stretch) => stretch.start <= start && end <= stretch.end);
    })
    .map(({ id }) => id);
}
