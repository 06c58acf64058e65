import type { Actor } from '../../access/index.ts';
import type { ShownMeeting } from '../meetings/shown-meetings.ts';
import { otherOf } from './calendar-entry.ts';
import { localTime, type ZoneOf } from './plan-sheet.ts';

const STYLE = `
body { font: 10pt/1.35 system-ui, sans-serif; color: #111; margin: 1.5rem; }
h1 { font-size: 15pt; margin: 0 0 .2rem; } h2 { font-size: 12pt; margin: 1.2rem 0 .4rem; }
p { margin: 0 0 .6rem; color: #444; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: .2rem .35rem; text-align: left; vertical-align: top; }
thead th { background: #eee; } tbody th { white-space: nowrap; }
table.agenda { table-layout: fixed; } table.agenda td { overflow-wrap: anywhere; }
td.none { background: #fafafa; } .small { font-size: 8pt; color: #555; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { margin: 0; } section { break-before: page; } section:first-of-type { break-before: auto; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;

/** What a browser may load for a printable page: nothing but the page itself. */
export const PRINTABLE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The plan of an occasion to print: a table a day, with a row for each who meets for an employer and a column for each
 * time, in the zone of the place or the occasion's; then every talent's agenda in their own. Nothing is loaded from elsewhere.
 */
export function printablePlan(
  title: string,
  zone: string,
  meetings: readonly ShownMeeting[],
  zoneOf: ZoneOf,
): string {
  const held = meetings.filter(({ meeting }) => meeting.state !== 'CANCELLED');
  const days = Map.groupBy(held, ({ meeting }) => {
    const place = zoneOf(meeting);
    const day = localTime(meeting.startsAt, place).slice(0, 10);
    return place === zone ? day : `${day} (${place})`;
  });
  const talents = [
    // Someone who is on two legs has an agenda for each, by its clocks.
    ...Map.groupBy(
      held,
      ({ meeting }) => `${meeting.talentId} ${zoneOf(meeting, meeting.talentId)}`,
    ).values(),
  ].sort((a, b) => nameOfTalent(a[0]!).localeCompare(nameOfTalent(b[0]!), 'en'));
  return page(title, [
    `<h1>${escaped(title)}</h1><p>${held.length} meetings; times in ${escaped(zone)} unless another zone is named</p>`,
    ...[...days].map(
      ([day, own]) => `<section><h2>${escaped(day)}</h2>${dayTable(own, zoneOf(own[0]!.meeting))}</section>`,
    ),
    '<section><h2>Talents</h2>',
    ...talents.map((own) => {
      const { meeting } = own[0]!;
      const talentZone = zoneOf(meeting, meeting.talentId);
      const heading = `${nameOfTalent(own[0]!)} (${talentZone})`;
      return `<h2>${escaped(heading)}</h2>${agendaTable(own, talentZone, ({ employer }) => employer.name)}`;
    }),
    '</section>',
  ]);
}

/** One reader's agenda to print, in a zone. */
export function printableAgenda(
  title: string,
  zone: string,
  meetings: readonly ShownMeeting[],
  reader: Actor,
): string {
  const held = meetings.filter(({ meeting }) => meeting.state !== 'CANCELLED');
  return page(title, [
    `<h1>${escaped(title)}</h1><p>Times in ${escaped(zone)}</p>`,
    agendaTable(held, zone, (shown) => otherOf(shown, reader)),
  ]);
}

const nameOfTalent = ({ talent }: ShownMeeting): string => talent?.name ?? 'a talent';

const page = (title: string, parts: readonly string[]): string =>
  [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
    ...parts,
    '</body></html>',
    '',
  ].join('\n');

function dayTable(meetings: readonly ShownMeeting[], zone: string): string {
  const timeOf = ({ meeting }: ShownMeeting): string => localTime(meeting.startsAt, zone).slice(11);
  // By the instant: on the day that clocks go back, a time comes twice.
  const columns = [
    ...new Map(meetings.map((shown) => [shown.meeting.startsAt.getTime(), timeOf(shown)])),
  ].sort(([a], [b]) => a - b);
  const rows = [
    ...Map.groupBy(
      meetings,
      ({ employer, interviewer }) => `${employer.name}${interviewer ? ` · ${interviewer}` : ''}`,
    ),
  ].sort(([a], [b]) => a.localeCompare(b, 'en'));
  const head = columns.map(([, time]) => `<th scope="col">${escaped(time)}</th>`).join('');
  const body = rows.map(([who, own]) => {
    const cells = columns.map(([start]) =>
      cellOf(own.filter(({ meeting }) => meeting.startsAt.getTime() === start)),
    );
    return `<tr><th scope="row">${escaped(who)}</th>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr><th></th>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function cellOf(own: readonly ShownMeeting[]): string {
  if (own.length === 0) return '<td class="none"></td>';
  const lines = own.map(
    (shown) => `${escaped(nameOfTalent(shown))} <span class="small">${escaped(detailsOf(shown))}</span>`,
  );
  return `<td>${lines.join('<br>')}</td>`;
}

const detailsOf = ({ meeting, interpreter }: ShownMeeting): string =>
  [
    ...(meeting.place == null ? [] : [`room ${meeting.place + 1}`]),
    ...(interpreter ? [`with ${interpreter}`] : []),
  ].join(', ');

/** What an agenda tells of a meeting, with the share of the width; what no meeting has is left out. */
const COLUMNS = [
  ['From', 13],
  ['To', 5],
  ['With', 17],
  ['Interviewer', 13],
  ['Role', 25],
  ['Where', 10],
  ['Video', 27],
] as const;

function agendaTable(
  meetings: readonly ShownMeeting[],
  zone: string,
  whoOf: (shown: ShownMeeting) => string,
): string {
  const cellsOf = meetings.map((shown) => {
    const { meeting, role, interviewer, link } = shown;
    return [
      localTime(meeting.startsAt, zone),
      localTime(meeting.endsAt, zone).slice(11),
      whoOf(shown),
      interviewer ?? '',
      role?.title ?? '',
      detailsOf(shown),
      link ?? '',
    ];
  });
  const columns = COLUMNS.map(([name, share], place) => ({ name, share, place })).filter(({ place }) =>
    cellsOf.some((cells) => cells[place] !== ''),
  );
  const widths = columns.map(({ share }) => `<col style="width:${share}%">`).join('');
  const head = columns.map(({ name }) => `<th scope="col">${name}</th>`).join('');
  const rows = cellsOf.map(
    (cells) => `<tr>${columns.map(({ place }) => `<td>${escaped(cells[place]!)}</td>`).join('')}</tr>`,
  );
  return `<table class="agenda"><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
