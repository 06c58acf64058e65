import fc from 'fast-check';
import ICAL from 'ical.js';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/access/index.ts';
import { rows } from '../../../src/database/index.ts';
import { calendarFile } from '../../../src/planner/index.ts';
import { csvFile, xlsxFile } from '../../../src/occasions/agendas/sheet-files.ts';
import {
  addEmployer,
  addStaff,
  addTalent,
  everyDay,
  ORGANISER,
  stageEvent,
  takePart,
  useApi,
  type Owned,
  type Staged,
} from '../../testkit/index.ts';

const api = useApi();

interface Stage {
  event: Staged;
  employer: Owned;
  talent: Owned;
  interviewerId: string;
  meeting: { id: string; version: number };
}

async function stage(names: { talent?: string; employer?: string } = {}): Promise<Stage> {
  const event = await stageEvent(api);
  const employer = await addEmployer(api, names.employer ? { name: names.employer } : {});
  const talent = await addTalent(api, { name: names.talent ?? 'Ada Sample' });
  const { id: participationId } = await takePart(api, event, employer);
  await takePart(api, event, talent, { availability: everyDay('America/Bogota', '00:00', '24:00') });
  const { id: interviewerId } = await addStaff(api, event, { participationId, name: 'Kim Lind' });
  const { data } = await api.ask<{ bookMeeting: Stage['meeting'] }>(
    event.host,
    `mutation ($input: MeetingBookingInput!) { bookMeeting(input: $input) { id version } }`,
    {
      input: {
        occasionId: event.occasion.id,
        talentId: talent.rowId,
        organisationId: employer.rowId,
        interviewerId,
        startsAt: '2026-11-30T08:00:00Z',
        endsAt: '2026-11-30T08:15:00Z',
      },
    },
  );
  return { event, employer, talent, interviewerId, meeting: data.bookMeeting };
}

const move = async ({ event, meeting }: Stage) =>
  api.ask(
    event.host,
    `mutation ($id: ID!, $version: Int!, $input: ArrangementInput!) { moveMeeting(id: $id, version: $version, input: $input) { id } }`,
    { ...meeting, input: { startsAt: '2026-11-30T09:00:00Z', endsAt: '2026-11-30T09:15:00Z' } },
  );
const cancel = (actor: Actor, { id }: Stage['meeting'], version: number) =>
  api.ask(
    actor,
    `mutation ($id: ID!, $version: Int!) { cancelMeeting(id: $id, version: $version, reason: CANNOT_COME) { id } }`,
    { id, version },
  );
const calendarBy = async (actor: Actor, interviewerId?: string): Promise<string> => {
  const { data, errors } = await api.ask<{ agendaCalendar: string }>(
    actor,
    `query ($interviewerId: ID) { agendaCalendar(interviewerId: $interviewerId) }`,
    { interviewerId },
  );
  if (errors) throw new Error(errors[0]!.extensions.code);
  return data.agendaCalendar;
};
const eventsIn = (calendar: string) => {
  const parsed = new ICAL.Component(ICAL.parse(calendar) as never);
  return parsed.getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, summary, startDate, endDate, description } = new ICAL.Event(component);
    return {
      uid,
      sequence,
      summary,
      description,
      start: startDate.toJSDate().toISOString(),
      end: endDate.toJSDate().toISOString(),
      utc: startDate.zone === ICAL.Timezone.utcTimezone,
      status: component.getFirstPropertyValue('status'),
    };
  });
};
const feedOf = async (actor: Actor, interviewerId?: string) =>
  (
    await api.ask<{ createAgendaFeed: { path: string; feed: { id: string; owner: string } } }>(
      actor,
      `mutation ($interviewerId: ID) { createAgendaFeed(interviewerId: $interviewerId) { path feed { id owner } } }`,
      { interviewerId },
    )
  ).data.createAgendaFeed;
const fetched = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { headers });

describe('an agenda as a calendar', () => {
  test('is in UTC, and keeps identity while it counts changes up to the cancellation', async () => {
    const staged = await stage();
    const [fresh] = eventsIn(await calendarBy(staged.talent));
    expect(fresh).toMatchObject({
      uid: `${staged.meeting.id}@tandem`,
      sequence: 0,
      start: '2026-11-30T08:00:00.000Z',
      end: '2026-11-30T08:15:00.000Z',
      utc: true,
      status: 'CONFIRMED',
      summary: expect.stringMatching(/^Meeting with Sample Care/),
      description: expect.stringContaining('https://video.example.org/'),
    });
    await move(staged);
    const [moved] = eventsIn(await calendarBy(staged.talent));
    expect(moved).toMatchObject({
      uid: fresh!.uid,
      sequence: 1,
      start: '2026-11-30T09:00:00.000Z',
      status: 'CONFIRMED',
    });
    await cancel(staged.talent, staged.meeting, 2);
    const off = eventsIn(await calendarBy(staged.talent));
    expect(off).toMatchObject([{ uid: fresh!.uid, sequence: 2, status: 'CANCELLED' }]);
    expect(off[0]!.description).not.toContain('video');
  });

  test('names nobody to an employer whom it was not told', async () => {
    const staged = await stage({ talent: 'Ada Secret' });
    for (const interviewer of [undefined, staged.interviewerId]) {
      const calendar = await calendarBy(staged.employer, interviewer);
      expect(eventsIn(calendar)).toMatchObject([{ summary: 'Meeting with a talent' }]);
      expect(calendar).not.toContain('Secret');
    }
    await api.ask(
      staged.talent,
      `mutation ($t: ID!, $o: ID!) { discloseIdentity(talentId: $t, organisationId: $o) { stands } }`,
      { t: staged.talent.rowId, o: staged.employer.rowId },
    );
    expect(eventsIn(await calendarBy(staged.employer))).toMatchObject([
      { summary: 'Meeting with Ada Secret' },
    ]);
  });

  test('of an interviewer is their employer’s only', async () => {
    const staged = await stage();
    await expect(calendarBy(await addEmployer(api), staged.interviewerId)).rejects.toThrow(
      'OCCASIONS_INTERVIEWER_UNKNOWN',
    );
    await expect(calendarBy(staged.talent, staged.interviewerId)).rejects.toThrow(
      'OCCASIONS_INTERVIEWER_UNKNOWN',
    );
    expect(eventsIn(await calendarBy(await addEmployer(api)))).toEqual([]);
  });

  test('is read back as it was written, whatever people are called', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(word, fc.nat(), fc.boolean(), (summary, sequence, cancelled) => {
        const start = new Date('2026-10-25T00:30:00Z');
        const calendar = calendarFile(
          [
            {
              uid: 'm@tandem',
              sequence,
              start,
              end: new Date(start.getTime() + 900_000),
              summary,
              cancelled,
            },
          ],
          start,
          'Agenda',
        );
        for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(eventsIn(calendar)).toMatchObject([
          {
            sequence,
            // Control characters and line ends are in no title.
            summary: summary
              .replaceAll(/\r\n?|\n/g, ' ')
              .replaceAll(/(?!\t)\p{Cc}/gu, (control) => (control > '\u007f' ? control : '')),
            start: start.toISOString(),
            status: cancelled ? 'CANCELLED' : 'CONFIRMED',
          },
        ]);
      }),
    );
  });
});

describe('a secret feed', () => {
  test('is read without a token, is kept nowhere on the way, and follows what changes', async () => {
    const staged = await stage();
    const { path, feed } = await feedOf(staged.talent);
    expect(path).toMatch(/^\/agenda\/[\w-]{43}\.ics$/);
    expect(feed.owner).toBe('talent');
    const answer = await fetched(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-ratelimit-limit')).not.toBeNull();
    expect(eventsIn(await answer.text())).toMatchObject([{ sequence: 0 }]);
    await move(staged);
    expect(eventsIn(await (await fetched(path)).text())).toMatchObject([{ sequence: 1 }]);
  });

  test('is stored as a digest only, and is gone once it is revoked', async () => {
    const { talent, employer } = await stage();
    const { path, feed } = await feedOf(talent);
    const secret = path.slice('/agenda/'.length, -'.ics'.length);
    const [stored] = await rows<{ secret_hash: string }>(
      api.as('operator').em,
      'SELECT secret_hash FROM agenda_feeds WHERE id = ?',
      [feed.id],
    );
    expect(stored!.secret_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(stored!.secret_hash).not.toContain(secret);
    const revoke = (actor: Actor) =>
      api.ask(actor, `mutation ($id: ID!) { revokeAgendaFeed(id: $id) { id } }`, { id: feed.id });
    for (const stranger of [employer, await addTalent(api)])
      expect((await revoke(stranger)).errors?.[0]?.extensions.code).toBe('OCCASIONS_FEED_UNKNOWN');
    expect((await fetched(path)).status).toBe(200);
    await revoke(talent);
    const gone = await fetched(path);
    expect(gone.status).toBe(404);
    expect(JSON.stringify(await gone.json())).toContain('OCCASIONS_FEED_UNKNOWN');
    expect((await fetched(`/agenda/${'a'.repeat(43)}.ics`)).status).toBe(404);
  });

  test('of an interviewer shows theirs, and of a proxy those whom it represents', async () => {
    const staged = await stage();
    const proxy = await addEmployer(api, { kind: 'MINISTRY' });
    const represented = await addEmployer(api, { representedById: proxy.rowId });
    await takePart(api, staged.event, represented);
    await api.ask(
      staged.event.host,
      `mutation ($input: MeetingBookingInput!) { bookMeeting(input: $input) { id } }`,
      {
        input: {
          occasionId: staged.event.occasion.id,
          talentId: staged.talent.rowId,
          organisationId: represented.rowId,
          startsAt: '2026-11-30T10:00:00Z',
          endsAt: '2026-11-30T10:15:00Z',
        },
      },
    );
    const shown = async (actor: Actor, interviewerId?: string) =>
      eventsIn(await (await fetched((await feedOf(actor, interviewerId)).path)).text()).map(
        ({ start }) => start,
      );
    expect(await shown(staged.employer, staged.interviewerId)).toEqual(['2026-11-30T08:00:00.000Z']);
    expect(await shown(proxy)).toEqual(['2026-11-30T10:00:00.000Z']);
  });

  test('ends with the talent who leaves', async () => {
    const { talent } = await stage();
    const { path } = await feedOf(talent);
    await api.ask(talent, `mutation ($id: ID!) { withdrawTalent(id: $id) { id } }`, { id: talent.rowId });
    expect((await fetched(path)).status).toBe(404);
  });
});

describe('the files of an occasion', () => {
  const path = ({ event }: Stage, file: string) => `/occasions/${event.occasion.id}/${file}`;
  const asked = async (actor: Actor | null, where: string) =>
    fetched(where, actor ? { authorization: `Bearer ${await api.tokenFor(actor)}` } : {});

  test('as CSV has the time of both sides, and no cell that a spreadsheet would run', async () => {
    const staged = await stage({ talent: '=HYPERLINK("http://evil.example","x")', employer: '+Firm, "Inc"' });
    const answer = await asked(staged.event.host, path(staged, 'meetings.csv'));
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = await answer.text();
    const [, row] = text.split('\r\n');
    expect(row).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")",2026-11-30 03:00,America/Bogota`);
    expect(row).toContain(`"'+Firm, ""Inc""",2026-11-30 09:00,Europe/Stockholm,Kim Lind`);
  });

  test('as an Excel file says the same in texts', async () => {
    const staged = await stage({ talent: '=1+1' });
    const answer = await asked(staged.event.host, path(staged, 'meetings.xlsx'));
    const [sheet] = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
    const [head, row] = (sheet as unknown as { data: unknown[][] }).data;
    expect(head).toContain('Talent’s time');
    expect(row!.slice(2, 5)).toEqual(['=1+1', '2026-11-30 03:00', 'America/Bogota']);
  });

  test('as a page to print escapes what people write, and loads nothing', async () => {
    const staged = await stage({ talent: '<img src=x onerror=alert(1)>', employer: 'A & "B"' });
    const answer = await asked(staged.event.host, path(staged, 'plan.html'));
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('A &amp; &quot;B&quot; · Kim Lind');
    expect(page).toContain('(America/Bogota)');
    expect(page).toContain('<td>2026-11-30 03:00</td>');
    expect(page).not.toMatch(/<(img|script|link|iframe)|\ssrc=["']|url\(/);
    const { data } = await api.ask<{ printablePlan: string }>(
      staged.event.host,
      `query ($id: ID!) { printablePlan(occasionId: $id) }`,
      { id: staged.event.occasion.id },
    );
    expect(data.printablePlan).toBe(page);
    const own = await api.ask<{ printableAgenda: string }>(
      staged.talent,
      `{ printableAgenda(zone: "America/Bogota") }`,
    );
    expect(own.data.printableAgenda).toContain('<td>2026-11-30 03:00</td>');
  });

  test('are its hosts’ only', async () => {
    const staged = await stage();
    const stranger = { ...ORGANISER, organisationId: (await addEmployer(api)).rowId };
    for (const file of ['meetings.csv', 'meetings.xlsx', 'plan.html']) {
      expect((await asked(null, path(staged, file))).status).toBe(401);
      for (const actor of [staged.talent, staged.employer, stranger])
        expect((await asked(actor, path(staged, file))).status).toBe(403);
      expect((await fetched(path(staged, file), { authorization: 'Bearer nonsense' })).status).toBe(401);
    }
  });
});

describe('a table', () => {
  test('is an Excel file whatever its cells hold, and none of them begins a formula in CSV', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[=+\-@\t\r\n ]{1,3}[a-z"',]{0,9}$/),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
        async (table) => {
          const csv = csvFile(table);
          for (const row of csv.slice(1).trimEnd().split('\r\n'))
            expect(row).not.toMatch(/(^|,)"?\s*[=+\-@]/);
          expect((await xlsxFile(table)).subarray(0, 2).toString()).toBe('PK');
          await readExcelFile(await xlsxFile(table));
        },
      ),
      { numRuns: 30 },
    );
  });
});
