import type { Plan } from './answer.ts';
import type { Person, Problem } from './problem.ts';
import { localDate } from './zones.ts';

const CELL = { width: 58, height: 22 };
const LABEL = 150;
const HEAD = 92;
/** Colours of organisations, apart in hue and light enough for dark text. */
const hueOf = (index: number): string => `hsl(${(index * 137.508) % 360} 62% 84%)`;

/**
 * The plan as a picture (SVG): a row for each host's agenda, grouped by organisation, a column for each slot,
 * and in each meeting the other person and the place. Hosts are the side with the most meetings a person; rows of
 * the other side follow below, with colours of whom they meet. Hatched: not available.
 */
export function pictureOf(problem: Problem, plan: Plan, zone = 'UTC'): string {
  const sides = [...new Set(problem.people.map(({ side }) => side))];
  const busyness = (side: string): number => {
    const members = problem.people.filter((person) => person.side === side);
    return members.reduce((sum, { id }) => sum + plan.people[id]!.meetings, 0) / Math.max(members.length, 1);
  };
  const ordered = sides.toSorted((a, b) => busyness(b) - busyness(a));
  const hosts = problem.people.filter(({ side }) => side === ordered[0]);
  const organisations = [...new Set(hosts.map(organisationOf))];
  const colour = new Map(hosts.map((host) => [host.id, hueOf(organisations.indexOf(organisationOf(host)))]));
  const rows = ordered.flatMap((side, i) => {
    const members = problem.people
      .filter((person) => person.side === side && plan.people[person.id]!.meetings > 0)
      .sort((a, b) => compare(organisationOf(a), organisationOf(b)) || compare(a.id, b.id));
    return members.length === 0 ? [] : [{ heading: side || (i === 0 ? 'people' : 'others') }, ...members];
  });
  const width = LABEL + problem.slots.length * CELL.width + 12;
  const height = HEAD + rows.length * CELL.height + 16;
  const agendas = agendasById(problem, plan);
  const body = rows.map((row, r) => {
    const y = HEAD + r * CELL.height;
    return 'heading' in row
      ? `<text x="8" y="${y + 16}" class="heading">${escaped(row.heading)}</text>`
      : rowOf(problem, row, agendas.get(row.id)!, colour, y);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<style>text{font:11px sans-serif;fill:#222}.heading{font-weight:bold;font-size:13px}.title{font-size:15px;font-weight:bold}.day{font-weight:bold}.small{font-size:8px;fill:#444}</style>',
    '<defs><pattern id="away" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f4f4f4"/><path d="M0 6L6 0" stroke="#d5d5d5"/></pattern></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="8" y="24" class="title">${escaped(titleOf(problem, plan))}</text>`,
    ...columnHeads(problem, zone),
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

const organisationOf = ({ organisation, id }: Person): string => organisation ?? id;

const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function titleOf(problem: Problem, plan: Plan): string {
  const figure = problem.objective === 'value' ? `value ${plan.value.toFixed(2)}` : `${plan.breaks} breaks`;
  const distance = plan.proven
    ? 'proven best'
    : `within ${(plan.gap * 100).toFixed(2)} % of the best possible`;
  return `${plan.meetings.length} meetings, ${figure}, ${distance}; ${plan.unplaced.length} pairs not placed`;
}

function columnHeads({ slots }: Problem, zone: string): string[] {
  let day = '';
  return slots.flatMap(({ start }, s) => {
    const x = LABEL + s * CELL.width;
    const date = localDate(Date.parse(start), zone);
    const time = new Date(start).toLocaleTimeString('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
    });
    const head = `<text x="${x + 4}" y="${HEAD - 8}">${time}</text>`;
    if (date === day) return [head];
    day = date;
    return [`<text x="${x + 4}" y="${HEAD - 26}" class="day">${date} (${escaped(zone)})</text>`, head];
  });
}

type Agenda = Map<number, { other: string; place: number | null }>;

function agendasById(problem: Problem, plan: Plan): Map<string, Agenda> {
  const pairs = new Map(problem.pairs.map((pair) => [pair.id, pair]));
  const agendas = new Map<string, Agenda>(problem.people.map(({ id }) => [id, new Map()]));
  for (const { pair, slot, place } of plan.meetings) {
    const { a, b } = pairs.get(pair)!;
    agendas.get(a)!.set(slot, { other: b, place });
    agendas.get(b)!.set(slot, { other: a, place });
  }
  return agendas;
}

function rowOf(
  problem: Problem,
  person: Person,
  agenda: Agenda,
  colour: ReadonlyMap<string, string>,
  y: number,
): string {
  const free = person.available == null ? undefined : new Set(person.available);
  const name =
    person.organisation && person.organisation !== person.id
      ? `${person.organisation} · ${person.id}`
      : person.id;
  const cells = problem.slots.map(({ id }, s) => {
    const x = LABEL + s * CELL.width;
    const meeting = agenda.get(id);
    const fill = meeting
      ? (colour.get(person.id) ?? colour.get(meeting.other) ?? '#dde7f3')
      : free && !free.has(id)
        ? 'url(#away)'
        : '#fff';
    const box = `<rect x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}" fill="${fill}" stroke="#ccc"/>`;
    if (!meeting) return box;
    const place = meeting.place === null ? '' : ` <tspan class="small">@${meeting.place + 1}</tspan>`;
    return `${box}<text x="${x + 4}" y="${y + 15}">${escaped(shortened(meeting.other, place ? 6 : 8))}${place}</text>`;
  });
  return `<text x="8" y="${y + 15}">${escaped(shortened(name, 22))}</text>${cells.join('')}`;
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
