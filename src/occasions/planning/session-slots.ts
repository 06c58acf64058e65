import { availableSlots, slotsOf, type ProblemInput, type Slot } from '../../planner/index.ts';
import type { Frame, Presence, StandingMeeting } from './frame.ts';
import { nothingToPlan } from './planning.failures.ts';

/** Whether two stretches of time have an instant in common; all instants are ISO 8601 texts in UTC. */
export const overlaps = (
  one: { start: string; end: string },
  other: { start: string; end: string },
): boolean => one.start < other.end && other.start < one.end;

/**
 * The slots of all sessions in order, and the rooms of each.
 * @throws OCCASIONS_NOTHING_TO_PLAN
 */
export function slotsOfSessions(sessions: Frame['sessions']): { slots: Slot[]; rooms: (number | null)[] } {
  const all = sessions
    .flatMap(({ zone, date, fromTime, toTime, minutes, pause, places }) =>
      slotsOf({ zone, hours: [{ date, from: fromTime, to: toTime }], minutes, pause }).map((slot) => ({
        ...slot,
        places: places ?? null,
      })),
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  if (all.length === 0) throw nothingToPlan();
  return {
    slots: all.map(({ start, end }, id) => ({ id, start, end })),
    rooms: all.map(({ places }) => places),
  };
}

/** The slots in which somebody can meet. */
export function slotsFor(slots: readonly Slot[], { zone, hours, busy }: Presence): number[] {
  if (hours !== null) return availableSlots(slots, { zone, hours, busy });
  return slots.filter((slot) => !busy.some((taken) => overlaps(taken, slot))).map(({ id }) => id);
}

/** Rooms: as many as the largest session has, and fewer where a session or a meeting that stays leaves fewer. */
export function roomLimits(
  rooms: readonly (number | null)[],
  slots: readonly Slot[],
  beside: readonly StandingMeeting[],
  pairs: number,
): { count: number; shared: NonNullable<ProblemInput['shared']> } {
  if (rooms.every((count) => count === null)) return { count: 0, shared: [] };
  // By video as many meet as like.
  const count = Math.max(...rooms.map((places) => places ?? Math.max(pairs, 1)));
  const limits = slots.flatMap((slot) => {
    const places = rooms[slot.id];
    if (places == null) return [];
    const taken = beside.filter((meeting) => meeting.place !== null && overlaps(meeting, slot)).length;
    return places - taken < count ? [{ slots: [slot.id], max: Math.max(0, places - taken) }] : [];
  });
  return { count, shared: limits.length === 0 ? [] : [{ id: 'rooms', limits }] };
}
