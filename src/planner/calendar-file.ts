import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** One thing in a calendar. */
export interface CalendarEntry {
  /** Stays the same for as long as it is the same thing, whatever becomes of it. */
  uid: string;
  /** Counts its changes (RFC 5545, 3.8.7.4). */
  sequence: number;
  start: Date;
  end: Date;
  summary: string;
  location?: string | null;
  url?: string | null;
  description?: string | null;
  /** Whether it does not take place any more. */
  cancelled?: boolean;
}

/**
 * An iCalendar file (RFC 5545), in UTC, so that every calendar shows it in its own zone. Made by `ical-generator`, which
 * quotes and folds.
 * @param made when the file is made.
 * @param product names the part of Tandem that makes it.
 */
export function calendarFile(entries: readonly CalendarEntry[], made: Date, product: string): string {
  const calendar = ical({
    prodId: { company: 'Tandem', product, language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { uid, sequence, start, end, cancelled = false, ...texts } of entries)
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: made,
      start,
      end,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: oneLine(texts.summary),
      location: texts.location ? oneLine(texts.location) : null,
      description: texts.description ? withoutControls(texts.description) : null,
      url: texts.url ?? null,
    });
  // RFC 5545, 3.1: every line ends, the last one too.
  return `${calendar.toString()}\r\n`;
}

/** Control characters are in no text of a calendar (RFC 5545, 3.3.11). */
const withoutControls = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

const oneLine = (text: string): string => withoutControls(text).replaceAll('\n', ' ');
