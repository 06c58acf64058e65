import type { LocalAvailability, LocalHours } from '../planner/index.ts';
import type { Availability } from './availability.ts';

const DAY = 24 * 60 * 60_000;

/**
 * The hours in which someone can meet around the dates of sessions, as the planner takes them: the weekly pattern
 * with its exceptions, day by day in the person's zone. A session's date may be the day before or after where the
 * person is, so that both are in too.
 * @param dates `YYYY-MM-DD`, in whatever zone the sessions are.
 */
export function availableHours(availability: Availability, dates: readonly string[]): LocalAvailability {
  const around = new Set(dates.flatMap((date) => [dayAfter(date, -1), date, dayAfter(date, 1)]));
  return {
    zone: availability.zone,
    hours: [...around].sort().flatMap((date) => hoursOn(availability, date)),
  };
}

function hoursOn(availability: Availability, date: string): LocalHours[] {
  const own = patternOf(availability, date).map(({ from, to }) => ({
    date,
    from,
    to: from < to ? to : '24:00',
  }));
  if (exceptionOn(availability, date)) return own;
  const begunTheDayBefore = patternOf(availability, dayAfter(date, -1))
    .filter(({ from, to }) => to < from && to !== '00:00')
    .map(({ to }) => ({ date, from: '00:00', to }));
  return [...begunTheDayBefore, ...own];
}

/** The hours that begin on a date. */
const patternOf = (availability: Availability, date: string): readonly { from: string; to: string }[] =>
  exceptionOn(availability, date)?.hours ?? availability.weekly.filter(({ day }) => day === weekday(date));

const exceptionOn = ({ exceptions }: Availability, date: string) =>
  exceptions.find((exception) => exception.date === date);

/** 1 is Monday, 7 Sunday (ISO 8601). */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
