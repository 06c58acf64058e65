import { table } from '../table.ts';
import type { HeldMeeting } from './held-meetings.ts';
import type { Run } from './plan-run.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What a run reached, and whom it could not place. */
export function runInWords(run: Run): string {
  const { fairness } = run;
  const facts = [
    ['meetings', `${run.placed} of ${run.placed + run.unplacedCount} wishes`],
    [
      'value',
      `${run.value.toFixed(2)} of at most ${run.bound.toFixed(2)}: gap ${percent(run.gap)}${run.proven ? ', proven' : ''}`,
    ],
    [
      'worst-off',
      `${percent(fairness.worstOffShare)} of their best${fairness.worstOff ? ` (${fairness.worstOff.name})` : ''}`,
    ],
    ['idle slots', `${run.comfort.idle} between meetings`],
  ];
  return [
    table(['what', 'result'], facts),
    ...(run.unserved.length > 0
      ? [
          '\nWithout the meeting that they were guaranteed',
          table(
            ['who', 'why'],
            run.unserved.map(({ person, reason }) => [person.name, reason]),
          ),
        ]
      : []),
    ...(run.unplaced.length > 0
      ? [
          '\nNot placed',
          table(
            ['talent', 'employer', 'why'],
            run.unplaced
              .slice(0, SHOWN)
              .map(({ talent, employer, reason }) => [talent.name, employer.name, reason]),
          ),
          ...(run.unplaced.length > SHOWN ? [`… and ${run.unplaced.length - SHOWN} more`] : []),
        ]
      : []),
  ].join('\n');
}

const SHOWN = 8;

/** A row a time, a column an employer: whom it meets, with the time on their own wall where it is another. */
export function timetable(
  meetings: readonly HeldMeeting[],
  zone: string,
  zoneOf: (talentId: string) => string,
): string {
  const held = meetings.filter(({ state }) => state !== 'CANCELLED');
  const employers = [...new Set(held.map(({ employer }) => employer.name))].sort((a, b) =>
    a.localeCompare(b, 'sv'),
  );
  const cell = ({ talent, startsAt }: HeldMeeting): string => {
    const [here, there] = [wall(startsAt, zone), wall(startsAt, zoneOf(talent.id))];
    return here === there ? firstName(talent.name) : `${firstName(talent.name)} ${there.slice(11)}`;
  };
  return table(
    [zone, ...employers.map((name) => name.split(' ')[0]!)],
    [...Map.groupBy(held, ({ startsAt }) => startsAt)].map(([startsAt, own]) => [
      wall(startsAt, zone),
      ...employers.map((name) =>
        own
          .filter(({ employer }) => employer.name === name)
          .map(cell)
          .join(', '),
      ),
    ]),
  );
}

const firstName = (name: string): string => name.split(' ')[0]!;

/** `2027-03-12 10:00`, as the wall of the zone shows it. */
const wall = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );

/** What the second plan changed. */
export function changesInWords(
  run: Run,
  before: readonly HeldMeeting[],
  after: readonly HeldMeeting[],
  zone: string,
): string {
  const was = new Map(before.map((meeting) => [meeting.id, meeting]));
  const lines = after.flatMap((meeting) => {
    const known = was.get(meeting.id);
    const who = [meeting.talent.name, meeting.employer.name];
    if (!known) return [['new', ...who, wall(meeting.startsAt, zone)]];
    if (meeting.state === 'CANCELLED' && known.state !== 'CANCELLED')
      return [
        [meeting.cancelReason!.toLowerCase().replaceAll('_', ' '), ...who, wall(meeting.startsAt, zone)],
      ];
    return meeting.startsAt === known.startsAt
      ? []
      : [['moved', ...who, `${wall(known.startsAt, zone)} → ${wall(meeting.startsAt, zone)}`]];
  });
  const { changes } = run;
  return [
    table(['what', 'talent', 'employer', zone], lines),
    ...(changes
      ? [
          `Agendas changed: ${changes.changed}, of which unavoidably ${changes.unavoidable}; value ${changes.valueBefore.toFixed(2)} before, ${changes.valueAfter.toFixed(2)} after.`,
        ]
      : []),
  ].join('\n');
}

/** The meetings of some talents in one zone. */
export const agendaInWords = (
  meetings: readonly HeldMeeting[],
  talentIds: readonly string[],
  zone: string,
): string =>
  table(
    ['when', 'who', 'with'],
    meetings
      .filter(({ state, talent }) => state !== 'CANCELLED' && talentIds.includes(talent.id))
      .map(({ startsAt, talent, employer }) => [wall(startsAt, zone), talent.name, employer.name]),
  );
