import { instantsOfHours, slotsOf, type LocalHours } from '../planner/index.ts';
import { sessionOutside, sessionsOverlap, sessionTooShort } from './occasions.failures.ts';

/** What of a session decides whether it is possible. */
export interface SessionTimes {
  legId?: string | null | undefined;
  zone: string;
  date: string;
  fromTime: string;
  toTime: string;
  minutes: number;
  pause: number;
}

/** @throws OCCASIONS_SESSION_OUTSIDE */
export function assertWithin(
  { date }: Pick<SessionTimes, 'date'>,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  path: readonly (string | number)[],
): void {
  if (date < startsOn || date > endsOn) throw sessionOutside({ date, startsOn, endsOn }, { path });
}

/**
 * Stops a list of sessions of which one has no time for a meeting, or two of the same leg overlap. They are compared
 * as instants: walls of different zones, and hours that come twice or never, count as what they are.
 * @throws OCCASIONS_SESSION_TOO_SHORT, OCCASIONS_SESSIONS_OVERLAP
 */
export function assertPossible(sessions: readonly SessionTimes[]): void {
  const taken: { leg: string; name: string; start: number; end: number; place: number }[] = [];
  for (const [place, session] of sessions.entries()) {
    const { zone, date, fromTime: from, toTime: to, minutes, pause } = session;
    const hours: LocalHours[] = [{ date, from, to }];
    const path = ['sessions', place];
    if (from >= to || slotsOf({ zone, hours, minutes, pause }).length === 0)
      throw sessionTooShort({ date, from, to, zone }, { path });
    for (const { start, end } of instantsOfHours(hours, zone))
      taken.push({ leg: session.legId ?? '', name: `${date} ${from}-${to}`, start, end, place });
  }
  for (const inLeg of Map.groupBy(taken, ({ leg }) => leg).values()) {
    inLeg.sort((a, b) => a.start - b.start);
    // In order of their begin, two overlap exactly if some two neighbours do.
    for (const [index, next] of inLeg.entries()) {
      const before = inLeg[index - 1];
      if (before && before.end > next.start)
        throw sessionsOverlap({ first: before.name, second: next.name }, { path: ['sessions', next.place] });
    }
  }
}
