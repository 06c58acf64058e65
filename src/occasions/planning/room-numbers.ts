/** A meeting that has a place. */
export interface Seated {
  slot: number;
  place: number | null;
}

/**
 * Numbers the places of a plan anew where the planner knew less than the organiser: sessions with fewer rooms than
 * others, rooms taken by meetings that stay. A place that is free stays as the planner gave it.
 * @param roomsOf how many rooms the slot has; null for video.
 * @param takenIn rooms of the slot that are taken.
 */
export function numberRooms<Meeting extends Seated>(
  meetings: readonly Meeting[],
  roomsOf: (slot: number) => number | null,
  takenIn: (slot: number) => readonly number[],
): Meeting[] {
  const placeOf = new Map<Meeting, number | null>();
  for (const [slot, held] of Map.groupBy(meetings, (meeting) => meeting.slot)) {
    const rooms = roomsOf(slot);
    const taken = new Set(takenIn(slot));
    const settle = (meeting: Meeting, place: number): void => {
      placeOf.set(meeting, place);
      taken.add(place);
    };
    if (rooms === null) continue;
    const standing = held.filter(({ place }) => {
      const stays = place !== null && place < rooms && !taken.has(place);
      if (stays) taken.add(place);
      return stays;
    });
    for (const meeting of standing) placeOf.set(meeting, meeting.place);
    let next = 0;
    for (const meeting of held) {
      if (placeOf.has(meeting)) continue;
      while (taken.has(next)) next += 1;
      settle(meeting, next);
    }
  }
  return meetings.map((meeting) => ({ ...meeting, place: placeOf.get(meeting) ?? null }));
}
