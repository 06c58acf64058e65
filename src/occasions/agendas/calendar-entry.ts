import type { Actor } from '../../access/index.ts';
import type { CalendarEntry } from '../../planner/index.ts';
import type { ShownMeeting } from '../meetings/shown-meetings.ts';

/**
 * A meeting as its reader's calendar shows it. The identifier stays, and the sequence counts up with every change, so
 * that a calendar moves or strikes out what it has instead of adding another.
 */
export function calendarEntry(shown: ShownMeeting, reader: Actor): CalendarEntry {
  const { meeting, occasion, role, interviewer, interpreter, link } = shown;
  const lines = [
    occasion.name,
    ...(role ? [`Role: ${role.title}`] : []),
    ...(interviewer ? [`Interviewer: ${interviewer}`] : []),
    ...(interpreter ? [`Interpreter: ${interpreter}`] : []),
    ...(link ? [`Video: ${link}`] : []),
  ];
  return {
    uid: `${meeting.id}@tandem`,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: `Meeting with ${otherOf(shown, reader)}`,
    location: meeting.place == null ? link : `Room ${meeting.place + 1}`,
    url: link,
    description: lines.join('\n'),
    cancelled: meeting.state === 'CANCELLED',
  };
}

/** Whom the reader meets: a talent by name only where the reader may know it. */
export function otherOf({ talent, talentIdentified, employer }: ShownMeeting, reader: Actor): string {
  if (reader.kind === 'talent') return employer.name;
  return talent && talentIdentified ? talent.name : 'a talent';
}
