import type { Leg } from './leg.entity.ts';

/** A stretch of an interview day as the occasion's sessions have it. */
export interface LegSession {
  legId: string;
  zone: string;
  date: string;
  fromTime: string;
  toTime: string;
  minutes: number;
  pause: number;
  places: number;
}

/** The sessions of a leg: each interview day before and after lunch, or as a whole where there is none. */
export function legSessions(
  leg: Pick<
    Leg,
    'id' | 'zone' | 'days' | 'fromTime' | 'toTime' | 'lunchFrom' | 'lunchTo' | 'minutes' | 'pause' | 'rooms'
  >,
): LegSession[] {
  const { fromTime, toTime, lunchFrom, lunchTo } = leg;
  const halves =
    lunchFrom && lunchTo
      ? [
          [fromTime, lunchFrom],
          [lunchTo, toTime],
        ]
      : [[fromTime, toTime]];
  return leg.days.flatMap((date) =>
    halves.map(([from, to]) => ({
      legId: leg.id,
      zone: leg.zone,
      date,
      fromTime: from!,
      toTime: to!,
      minutes: leg.minutes,
      pause: leg.pause,
      places: leg.rooms,
    })),
  );
}
