import type { Meeting } from '../meetings/meeting.entity.ts';
import type { ShownMeeting } from '../meetings/shown-meetings.ts';

/**
 * By which zone's clocks a participant goes to a meeting: those of the place on a leg of a mission, else those by which
 * they said when they can meet, else the occasion's. Without a participant that of the plan itself.
 */
export type ZoneOf = (meeting: Meeting, participant?: string) => string;

const HEAD = [
  'Starts (UTC)',
  'Ends (UTC)',
  'Talent',
  'Talent’s time',
  'Talent’s zone',
  'Employer',
  'Employer’s time',
  'Employer’s zone',
  'Interviewer',
  'Interpreter',
  'Role',
  'Room',
  'State',
  'Missed by',
  'Reason',
  'Video',
] as const;

/** The meetings of an occasion as a table of texts, its head first, with the local time of both sides. */
export function planSheet(meetings: readonly ShownMeeting[], zoneOf: ZoneOf): string[][] {
  return [[...HEAD], ...meetings.map((shown) => rowOf(shown, zoneOf))];
}

function rowOf({ meeting, talent, employer, role, ...shown }: ShownMeeting, zoneOf: ZoneOf): string[] {
  const [talentZone, employerZone] = [zoneOf(meeting, meeting.talentId), zoneOf(meeting, employer.id)];
  return [
    meeting.startsAt.toISOString(),
    meeting.endsAt.toISOString(),
    talent?.name ?? '',
    localTime(meeting.startsAt, talentZone),
    talentZone,
    employer.name,
    localTime(meeting.startsAt, employerZone),
    employerZone,
    shown.interviewer ?? '',
    shown.interpreter ?? '',
    role?.title ?? '',
    meeting.place == null ? '' : String(meeting.place + 1),
    meeting.state,
    meeting.missedBy ?? '',
    meeting.cancelReason ?? '',
    shown.link ?? '',
  ];
}

/** `2026-11-30 09:15`, as the wall of the zone shows it. */
export const localTime = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    instant,
  );
