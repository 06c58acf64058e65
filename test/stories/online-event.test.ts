import { describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/access/index.ts';
import { addEmployer, addRole, addTalent, useApi, type Owned } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  advance,
  APPLY,
  JOIN,
  sessionInput,
  versionOf,
  type StagedOccasion,
} from '../testkit/occasions.ts';
import {
  eventsIn,
  onTheWall,
  PLAN,
  planningOver,
  PUBLISH,
  storyOver,
  TRADES,
  until,
  type CalendarEvent,
  type Page,
  type Planned,
  type Run,
} from '../testkit/stories.ts';

// Chapters are long, and machines shared.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

// Two science parks invite to one online event on the last weekend of March: clocks go forward in Stockholm in the
// night to Sunday the 28th, went forward in New York two weeks before, and stay as they are in São Paulo, Kolkata and
// Lagos. Twelve employers and sixty talents meet, by what they want and by what matching suggests.

let now = new Date('2027-03-01T09:00:00Z');
const api = useApi({ work: true, clock: () => now });
const story = storyOver(api);
const planning = planningOver(api);

const SATURDAY = '2027-03-27';
const SUNDAY = '2027-03-28';
const MONDAY = '2027-03-29';
/** When talents of each zone can meet on these three days, on their own wall. */
const ZONES = [
  { zone: 'Europe/Stockholm', country: 'SE', from: '09:00', to: '17:00' },
  { zone: 'America/New_York', country: 'US', from: '09:00', to: '13:00' },
  { zone: 'America/Sao_Paulo', country: 'BR', from: '08:00', to: '14:00' },
  { zone: 'Asia/Kolkata', country: 'IN', from: '13:00', to: '22:00' },
  { zone: 'Africa/Lagos', country: 'NG', from: '08:00', to: '18:00' },
] as const;

interface Hours {
  from: string;
  to: string;
}
interface Talent extends Owned {
  number: number;
  name: string;
  availability: {
    zone: string;
    weekly: (Hours & { day: number })[];
    exceptions: { date: string; hours: Hours[] }[];
  };
}
interface Employer extends Owned {
  number: number;
  name: string;
  roleId: string;
  participationId: string;
}
interface Interest {
  id: string;
  state: string;
  version: number;
  talentId: string;
  organisationId: string;
}
interface Proposed {
  id: string;
  startsAt: string;
  endsAt: string;
  pinned: boolean;
  meetingId: string | null;
  talent: Planned;
  employer: Planned;
}
interface Meeting {
  id: string;
  version: number;
  state: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  link: string | null;
  cancelReason: string | null;
  missedBy: string | null;
  talent: { id: string; name: string | null } | null;
  employer: { id: string };
  feedback: { side: string; rating: number; note: string | null }[];
}

const MEETING = `id version state sequence startsAt endsAt link cancelReason missedBy talent { id name }
  employer { id } feedback { side rating note }`;

let kista: Owned;
let lindholmen: Owned;
let elsewhere: Owned;
let event: StagedOccasion;
const employers: Employer[] = [];
const talents: Talent[] = [];
/** The run that is the plan now. */
let published: Run;

const ask = (by: Actor, input: Record<string, string>) =>
  story.get<Interest>(
    by,
    `mutation ($eventId: ID!, $input: AskInput!) {
       askForMeeting(eventId: $eventId, input: $input) { id state version talentId organisationId } }`,
    { eventId: event.id, input },
  );
const ANSWER = `mutation ($id: ID!, $version: Int!, $answer: InterestAnswer!) {
  answerInterest(id: $id, version: $version, answer: $answer) { id state version } }`;
const answer = (by: Actor, { id, version }: Interest, said: string) =>
  story.get<Interest>(by, ANSWER, { id, version, answer: said });
const interestsOf = (by: Actor) =>
  story.all<Interest>(by, `interests(eventId: $eventId, $page)`, 'id state version talentId organisationId', {
    types: ', $eventId: ID!',
    values: { eventId: event.id },
  });
const planned = (by: Actor, input: Record<string, unknown> = {}): Promise<Run> =>
  planning.run(by, event.id, input);
/** What a run proposes, or the wishes that it does not fulfil: page by page. */
async function inRun<Node>(id: string, field: 'meetings' | 'unplaced', fields: string): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    const run: Record<string, Page<Node>> = await story.get(
      kista,
      `query ($id: ID!, $after: String) { planRun(id: $id) { ${field}(first: 100, after: $after) {
         edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } } }`,
      { id, after },
    );
    nodes.push(...run[field]!.edges.map(({ node }) => node));
    if (!run[field]!.pageInfo.hasNextPage) return nodes;
    after = run[field]!.pageInfo.endCursor;
  }
}
const proposalsOf = ({ id }: Run) =>
  inRun<Proposed>(
    id,
    'meetings',
    'id startsAt endsAt pinned meetingId talent { id name kind } employer { id name kind }',
  );
const meetingsOf = (by: Actor) => story.all<Meeting>(by, 'myMeetings($page)', MEETING);
const calendarOf = async (by: Actor): Promise<CalendarEvent[]> =>
  eventsIn(await story.get<string>(by, '{ agendaCalendar }'));
/** Everybody's calendar, by person. */
async function calendars(): Promise<Map<string, CalendarEvent[]>> {
  return new Map(
    await Promise.all(
      [...talents, ...employers].map(async (who) => [who.rowId, await calendarOf(who)] as const),
    ),
  );
}
const toldOfMeetings = async (who: Actor) =>
  (await story.told(who)).filter(({ template }) => template === 'meetings.changed');
/** The talent who can meet at night only. */
const AT_NIGHT = 20;
const employerOf = (id: string) => employers.find(({ rowId }) => rowId === id)!;
const talentOf = (id: string) => talents.find(({ rowId }) => rowId === id)!;

describe('1 · two parks announce one event', () => {
  test('Kista drafts it, invites Lindholmen as a second host, and nobody else sees the draft', async () => {
    kista = await addHostOrganisation(api, { name: 'Kista Park' });
    lindholmen = await addHostOrganisation(api, { name: 'Lindholmen Park' });
    elsewhere = await addHostOrganisation(api, { name: 'Luleå Park' });
    event = await addOccasion(api, {
      host: kista,
      draft: true,
      name: 'Sweden Meets',
      startsOn: SATURDAY,
      endsOn: MONDAY,
      talentSeats: 60,
      sessions: [
        { date: SATURDAY, fromTime: '09:00', toTime: '12:00' },
        { date: SATURDAY, fromTime: '13:00', toTime: '18:00' },
        { date: SUNDAY, fromTime: '13:00', toTime: '18:00' },
        { date: MONDAY, fromTime: '09:00', toTime: '12:00' },
        { date: MONDAY, fromTime: '13:00', toTime: '18:00' },
      ].map((session) => sessionInput({ ...session, minutes: 25, pause: 5 })),
    });
    const invite = `mutation ($id: ID!, $park: ID!) { addHost(occasionId: $id, organisationId: $park) { version } }`;
    const read = `query ($id: ID!) { occasion(id: $id) { name linkTemplate state } }`;
    for (const actor of [lindholmen, elsewhere, await addTalent(api)])
      expect(await story.refusal(actor, read, { id: event.id })).toBe('OCCASIONS_UNKNOWN');
    await story.get(kista, invite, { id: event.id, park: lindholmen.rowId });
    expect(await story.get(lindholmen, read, { id: event.id })).toMatchObject({ name: 'Sweden Meets' });
    expect(await story.refusal(elsewhere, invite, { id: event.id, park: elsewhere.rowId })).toBe(
      'OCCASIONS_UNKNOWN',
    );
  });

  test('either host opens it; an organiser of another park sees it then, and changes nothing', async () => {
    await advance(api, { ...event, host: lindholmen }, 'open');
    const move = `mutation ($id: ID!, $version: Int!) { advanceOccasion(id: $id, version: $version, move: cancel, reason: "x") { id } }`;
    const version = await versionOf(api, event);
    for (const actor of [elsewhere, await addTalent(api), await addEmployer(api)])
      expect(await story.refusal(actor, move, { id: event.id, version })).toBe('ACCESS_FORBIDDEN');
    expect(
      await story.get(elsewhere, `query ($id: ID!) { occasion(id: $id) { state linkTemplate } }`, {
        id: event.id,
      }),
    ).toEqual({ state: 'OPEN', linkTemplate: null });
  });
});

describe('2 · twelve employers and sixty talents register', () => {
  test('each park brings six employers, with an interviewer and a role', async () => {
    for (let number = 0; number < 12; number += 1) {
      const name = `Employer ${number}`;
      const employer = await addEmployer(api, { name });
      const roleId = await addRole(api, employer, TRADES[number % 4]!.role);
      const host = number % 2 ? lindholmen : kista;
      const { id, hostId } = await story.get<{ id: string; hostId: string }>(host, JOIN, {
        occasionId: event.id,
        organisationId: employer.rowId,
        hostId: host.rowId,
        // The first can meet three people and no more.
        input: { roleIds: [roleId], ...(number === 0 ? { meetingsMax: 3 } : {}) },
        interviewers: [{ name: `Interviewer ${number}`, languages: ['en'] }],
      });
      expect(hostId).toBe(host.rowId);
      employers.push({ ...employer, number, name, roleId, participationId: id });
    }
  });

  test('talents say when they can meet, each in their own zone, with exceptions', async () => {
    for (let number = 0; number < 60; number += 1) {
      const { zone, country, from, to } = ZONES[number % 5]!;
      const name = `Talent ${number}`;
      const talent = await addTalent(api, {
        name,
        email: `talent${number}@example.org`,
        country,
        region: null,
        cv: { language: 'en', text: `${TRADES[number % 4]!.cv} Place ${number}.` },
      });
      const availability: Talent['availability'] = {
        zone,
        weekly: [6, 7, 1].map((day) => ({ day, from, to })),
        exceptions: [],
      };
      // Every fourth rests on Sunday; some have an hour less on Monday; one works days and can meet at night only.
      if (number % 4 === 1) availability.exceptions.push({ date: SUNDAY, hours: [] });
      if (number % 6 === 2) availability.exceptions.push({ date: MONDAY, hours: [{ from, to: '12:00' }] });
      if (number % 6 === 2 && from > '12:00') availability.exceptions = [{ date: MONDAY, hours: [] }];
      if (number === AT_NIGHT)
        Object.assign(availability, {
          weekly: [6, 7, 1].map((day) => ({ day, from: '20:00', to: '23:00' })),
          exceptions: [],
        });
      const { state } = await story.get<{ state: string }>(talent, APPLY, {
        occasionId: event.id,
        input: { availability, meetingsMax: 4, meetingsPerDay: 2 },
      });
      expect(state).toBe('ADMITTED');
      talents.push({ ...talent, number, name, availability });
    }
  });

  test('who did not consent to be matched cannot apply, and who comes after the last seat waits', async () => {
    const silent = await addTalent(api, {}, false);
    expect(await story.refusal(silent, APPLY, { occasionId: event.id, input: {} })).toBe(
      'ACCESS_CONSENT_NEEDED',
    );
    const late = await addTalent(api, { name: 'Too late' });
    expect(await story.get(late, APPLY, { occasionId: event.id, input: {} })).toMatchObject({
      state: 'WAITING',
      waitingPlace: 1,
    });
  });

  test('an employer sees the talents blind and no competitor’s fee; a talent sees no other talent', async () => {
    interface Seen {
      side: string;
      talent: { name: string | null; email: string | null; cv: { text: string } } | null;
      organisation: { name: string } | null;
      whole: boolean;
    }
    const seenBy = (actor: Actor) =>
      story
        .get<{ participations: { edges: { node: Seen }[] } }>(
          actor,
          `query ($id: ID!) { occasion(id: $id) { participations(first: 100) { edges { node {
             side whole talent { name email cv { text } } organisation { name } } } } } }`,
          { id: event.id },
        )
        .then(({ participations }) => participations.edges.map(({ node }) => node));
    const byEmployer = await seenBy(employers[0]!);
    const blind = byEmployer.filter(({ side }) => side === 'TALENT');
    expect(blind).toHaveLength(60);
    for (const { talent } of blind) expect(talent).toMatchObject({ name: null, email: null });
    expect(byEmployer.filter(({ organisation }) => organisation)).toHaveLength(1);
    const byTalent = await seenBy(talents[0]!);
    expect(byTalent.filter(({ side }) => side === 'EMPLOYER')).toHaveLength(12);
    expect(byTalent.filter(({ side }) => side === 'TALENT')).toMatchObject([
      { talent: { name: 'Talent 0' } },
    ]);
    expect(await seenBy(elsewhere)).toEqual([]);
  });
});

describe('3 · who would like to meet whom', () => {
  test('talents ask employers, employers ask talents, and the other side accepts or declines', async () => {
    for (const talent of talents.filter(({ number }) => number % 3 === 0)) {
      const trade = talent.number % 4;
      for (const employer of [employers[trade]!, employers[trade + 4]!]) {
        const asked = await ask(talent, { organisationId: employer.rowId });
        if (talent.number % 9 === 0) await answer(employer, asked, 'ACCEPT');
        if (talent.number % 9 === 3 && employer.number > 3) await answer(employer, asked, 'DECLINE');
      }
    }
    for (const employer of employers.slice(0, 8))
      for (const talent of talents.filter(({ number }) => number % 4 === employer.number % 4).slice(0, 3)) {
        if (talent.number % 3 === 0) continue;
        const asked = await ask(employer, { talentId: talent.rowId, roleId: employer.roleId });
        if (talent.number % 2 === 0) await answer(talent, asked, 'ACCEPT');
      }
    const all = await interestsOf(kista);
    const states = Map.groupBy(all, ({ state }) => state);
    for (const state of ['ASKED', 'ACCEPTED', 'DECLINED'])
      expect(states.get(state)!.length).toBeGreaterThan(3);
    expect((await interestsOf(lindholmen)).length).toBe(all.length);
  });

  test('nobody else reads or answers an interest', async () => {
    const [first] = await interestsOf(employers[0]!);
    const other = talents.find(({ rowId }) => rowId !== first!.talentId && rowId)!;
    for (const actor of [other, employers[1]!, elsewhere])
      expect(await story.refusal(actor, ANSWER, { ...first, answer: 'DECLINE' })).toBe(
        'EVENTS_INTEREST_UNKNOWN',
      );
    for (const one of await interestsOf(employers[1]!)) expect(one.organisationId).toBe(employers[1]!.rowId);
    expect(await interestsOf(elsewhere)).toEqual([]);
  });

  test('those who ask nobody are shown suggestions of their trade', async () => {
    const silent = talents.find(({ number }) => number % 3 === 1 && number > 20)!;
    const suggested = `query ($eventId: ID!, $talentId: ID) { suggestedMeetings(eventId: $eventId, talentId: $talentId, first: 3) { organisationId score } }`;
    // The background reads roles and CVs; until then nothing is suggested to anybody.
    const best = await until('suggestions', async () => {
      const { data, errors } = await api.ask<{
        suggestedMeetings: { organisationId: string; score: number }[];
      }>(silent, suggested, { eventId: event.id });
      if (!errors) return data.suggestedMeetings;
      expect(errors[0]!.extensions.code).toBe('MATCHING_NOT_YET_EMBEDDED');
      return undefined;
    });
    expect(employerOf(best[0]!.organisationId).number % 4).toBe(silent.number % 4);
    for (const actor of [talents[0]!, employers[0]!, elsewhere])
      expect(await story.refusal(actor, suggested, { eventId: event.id, talentId: silent.rowId })).toBe(
        'ACCESS_FORBIDDEN',
      );
  });

  test('a host promises a meeting; nobody else can', async () => {
    const input = { talentId: talents[41]!.rowId, organisationId: employers[9]!.rowId };
    const promise = `mutation ($eventId: ID!, $input: AskInput!) { promiseMeeting(eventId: $eventId, input: $input) { state } }`;
    for (const actor of [talents[41]!, employers[9]!, elsewhere])
      expect(await story.refusal(actor, promise, { eventId: event.id, input })).toBe('ACCESS_FORBIDDEN');
    expect(await story.get(lindholmen, promise, { eventId: event.id, input })).toEqual({ state: 'PROMISED' });
  });

  test('the talent who can meet at night only is wanted too', async () => {
    const wanted = await ask(employers[4]!, { talentId: talents[AT_NIGHT]!.rowId });
    expect((await answer(talents[AT_NIGHT]!, wanted, 'ACCEPT')).state).toBe('ACCEPTED');
  });
});

describe('4 · the planner proposes', () => {
  let first: Run;
  let second: Run;
  let chosen: Proposed;

  test('a plan, for hosts alone: what it is worth, what no plan can better, and who gets least', async () => {
    for (const actor of [talents[0]!, employers[0]!, elsewhere])
      expect(await story.refusal(actor, PLAN, { eventId: event.id })).toBe('ACCESS_FORBIDDEN');
    first = await planned(kista);
    expect(first).toMatchObject({ state: 'READY', failure: null, conflict: [] });
    expect(first.bound).toBeGreaterThanOrEqual(first.value);
    expect(first.gap).toBeLessThan(0.1);
    expect([...talents, ...employers].map(({ rowId }) => rowId)).toContain(first.fairness.worstOff.id);
    expect(first.placed).toBeGreaterThan(60);
    for (const actor of [talents[0]!, employers[0]!, elsewhere])
      expect(
        await story.refusal(actor, `query ($id: ID!) { planRun(id: $id) { id } }`, { id: first.id }),
      ).toMatch(/^(ACCESS_FORBIDDEN|OCCASIONS_RUN_UNKNOWN)$/);
    // A proposal is in nobody's agenda.
    expect(await meetingsOf(talents[0]!)).toEqual([]);
  });

  test('says of every wish that it does not fulfil why', async () => {
    const unplaced = await inRun<{ talent: Planned; employer: Planned; limit: string; reason: string }>(
      first.id,
      'unplaced',
      'talent { id name kind } employer { id name kind } limit reason',
    );
    expect(unplaced).toHaveLength(first.unplacedCount);
    for (const { reason } of unplaced) expect(reason.length).toBeGreaterThan(10);
    const atNight = unplaced.filter(({ talent }) => talent.name === `Talent ${AT_NIGHT}`);
    expect(atNight.length).toBeGreaterThan(0);
    const popular = unplaced.filter(({ employer }) => employer.name === 'Employer 0');
    expect(popular.map(({ limit }) => limit)).toContain('maximum');
    const proposals = await proposalsOf(first);
    expect(proposals.filter(({ talent }) => talent.name === `Talent ${AT_NIGHT}`)).toEqual([]);
    expect(proposals.filter(({ employer }) => employer.name === 'Employer 0')).toHaveLength(3);
  });

  test('keeps the promise, and proposes to the silent what matching suggests', async () => {
    const proposals = await proposalsOf(first);
    const kept = proposals.filter(
      ({ talent, employer }) => talent.name === 'Talent 41' && employer.name === 'Employer 9',
    );
    expect(kept).toHaveLength(1);
    const reached = new Set((await interestsOf(kista)).flatMap((one) => [one.talentId]));
    const silent = proposals.filter(({ talent }) => !reached.has(talent.id));
    const ofTheirTrade = silent.filter(
      ({ talent, employer }) => talentOf(talent.id).number % 4 === employerOf(employer.id).number % 4,
    );
    // Each is suggested five employers, and three are of their trade.
    expect(ofTheirTrade.length).toBeGreaterThan(silent.length / 2);
  });

  test('the same again when asked again', async () => {
    const again = await planned(lindholmen);
    const comparison = await story.get<{ same: number; differing: Planned[] }>(
      lindholmen,
      `query ($a: ID!, $b: ID!) { comparePlanRuns(first: $a, second: $b) { same differing { id } } }`,
      { a: first.id, b: again.id },
    );
    expect(comparison).toEqual({ same: first.placed, differing: [] });
  });

  test('leaves in a further run what a host pinned, and tells how the two differ', async () => {
    [chosen] = (await proposalsOf(first)) as [Proposed];
    const pin = `mutation ($runId: ID!, $version: Int!, $proposal: ID!) {
      pinProposal(runId: $runId, version: $version, proposal: $proposal, pinned: true) { id } }`;
    const pinning = { runId: first.id, version: first.version, proposal: chosen.id };
    for (const actor of [elsewhere, talents[0]!])
      expect(await story.refusal(actor, pin, pinning)).toMatch(/^(ACCESS_FORBIDDEN|OCCASIONS_RUN_UNKNOWN)$/);
    await story.get(kista, pin, pinning);
    expect(await story.refusal(lindholmen, pin, pinning)).toBe('DATABASE_CHANGED_MEANWHILE');
    second = await planned(lindholmen, { basedOnRunId: first.id, seed: 7, fairness: 0.05 });
    expect(await proposalsOf(second)).toContainEqual(
      expect.objectContaining({
        startsAt: chosen.startsAt,
        talent: chosen.talent,
        employer: chosen.employer,
      }),
    );
    const compared = await story.get<Record<'same' | 'elsewhere' | 'onlyFirst' | 'onlySecond', number>>(
      kista,
      `query ($a: ID!, $b: ID!) { comparePlanRuns(first: $a, second: $b) { same elsewhere onlyFirst onlySecond } }`,
      { a: first.id, b: second.id },
    );
    expect(compared.same).toBeGreaterThan(0);
    expect(compared.same + compared.elsewhere + compared.onlyFirst).toBe(first.placed);
    expect(compared.same + compared.elsewhere + compared.onlySecond).toBe(second.placed);
  });

  test('is published by a host, once, from the version that was read', async () => {
    for (const actor of [talents[0]!, employers[0]!, elsewhere])
      expect(await story.refusal(actor, PUBLISH, { ...second })).toMatch(
        /^(ACCESS_FORBIDDEN|OCCASIONS_RUN_UNKNOWN)$/,
      );
    published = await planning.publish(lindholmen, second);
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      publication: { added: second.placed, moved: 0, released: 0, unchanged: 0, leftOut: [] },
    });
    expect(await story.refusal(kista, PUBLISH, { ...second })).toBe('DATABASE_CHANGED_MEANWHILE');
    await advance(api, event, 'plan');
  });
});

describe('5 · everybody has their agenda', () => {
  test('in calendars that a parser reads: each meeting in two of them, and nobody in two meetings at once', async () => {
    const all = await calendars();
    const byUid = Map.groupBy([...all.values()].flat(), ({ uid }) => uid);
    expect(byUid.size).toBe(published.placed);
    for (const both of byUid.values()) {
      expect(both).toHaveLength(2);
      expect(both.map(({ sequence, status }) => [sequence, status])).toEqual([
        [0, 'CONFIRMED'],
        [0, 'CONFIRMED'],
      ]);
      expect(both[0]!.start).toEqual(both[1]!.start);
    }
    for (const own of all.values()) {
      const inOrder = own.toSorted((one, two) => one.start.getTime() - two.start.getTime());
      for (const [place, { start }] of inOrder.slice(1).entries())
        expect(start >= inOrder[place]!.end).toBe(true);
    }
  });

  test('each meeting within the hours of the talent’s own wall, on both sides of the change of clocks', async () => {
    const days = new Map<string, Set<string>>();
    for (const talent of talents) {
      const { zone, weekly, exceptions } = talent.availability;
      for (const { start, end } of await calendarOf(talent)) {
        const [begins, ends] = [onTheWall(start, zone), onTheWall(end, zone)];
        const special = exceptions.find(({ date }) => date === begins.date);
        const hours = special?.hours ?? weekly.filter(({ day }) => day === begins.weekday);
        expect(
          hours.some(({ from, to }) => from <= begins.time && ends.time <= to),
          `${talent.name} at ${begins.date} ${begins.time} ${zone}`,
        ).toBe(true);
        days.set(zone, (days.get(zone) ?? new Set()).add(begins.date));
      }
    }
    for (const { zone } of ZONES)
      expect([...days.get(zone)!]).toEqual(expect.arrayContaining([SATURDAY, MONDAY]));
    // The first hour of New Yorkers, nine o'clock, is 14:00 in Stockholm on Saturday and 15:00 on Monday.
    const inStockholm = async (talent: Talent) =>
      (await calendarOf(talent)).map(({ start }) => onTheWall(start, 'Europe/Stockholm'));
    for (const talent of talents.filter(({ availability }) => availability.zone === 'America/New_York'))
      for (const { date, time } of await inStockholm(talent))
        expect(time >= (date === SATURDAY ? '14:00' : '15:00')).toBe(true);
  });

  test('with an address that only the two sides and the hosts read, told in one message each', async () => {
    const meetings = await meetingsOf(talents[0]!);
    const [meeting] = meetings;
    expect(meeting!.link).toMatch(/^https:\/\/meet\.example\.org\/[\w-]{22}$/);
    const read = `query ($id: ID!) { meeting(id: $id) { ${MEETING} } }`;
    const employer = employerOf(meeting!.employer.id);
    for (const actor of [employer, kista, lindholmen])
      expect(await story.get(actor, read, { ...meeting })).toMatchObject({ link: meeting!.link });
    for (const actor of [talents[1]!, employers.find((one) => one !== employer)!, elsewhere])
      expect(await story.refusal(actor, read, { ...meeting })).toBe('OCCASIONS_MEETING_UNKNOWN');
    // The employer meets somebody, and does not know whom before the talent says so.
    expect(await calendarOf(employer)).toContainEqual(
      expect.objectContaining({ uid: `${meeting!.id}@tandem`, summary: 'Meeting with a talent' }),
    );
    for (const who of [...talents, ...employers]) {
      const own = await calendarOf(who);
      expect(await toldOfMeetings(who)).toHaveLength(own.length > 0 ? 1 : 0);
    }
  });
});

describe('6 · an employer cannot come to one meeting', () => {
  test('the next plan touches the two of that meeting and nobody else', async () => {
    const before = await calendars();
    const talent = talents.find(({ rowId }) => before.get(rowId)!.length > 1)!;
    const [meeting] = await meetingsOf(talent);
    const employer = employerOf(meeting!.employer.id);
    const cancel = `mutation ($id: ID!, $version: Int!) { cancelMeeting(id: $id, version: $version, reason: CANNOT_COME) { ${MEETING} } }`;
    for (const actor of [
      talents.find((one) => one !== talent)!,
      employers.find((one) => one !== employer)!,
      elsewhere,
    ])
      expect(await story.refusal(actor, cancel, { ...meeting })).toBe('OCCASIONS_MEETING_UNKNOWN');
    expect(await story.get(employer, cancel, { ...meeting })).toMatchObject({
      state: 'CANCELLED',
      link: null,
    });

    const run = await planned(kista, { basedOnRunId: published.id });
    expect(run.changes!.changed).toBe(run.changes!.unavoidable);
    published = await planning.publish(kista, run);
    expect(published.publication).toMatchObject({ moved: 0, released: 0, leftOut: [] });
    const after = await calendars();
    for (const [id, own] of before) {
      if (id === talent.rowId || id === employer.rowId) continue;
      expect(after.get(id)).toEqual(own);
    }
    const off = (own: CalendarEvent[]) => own.filter(({ status }) => status === 'CANCELLED');
    for (const who of [talent, employer])
      expect(off(after.get(who.rowId)!)).toMatchObject([{ uid: `${meeting!.id}@tandem`, sequence: 1 }]);
    for (const who of talents)
      expect((await toldOfMeetings(who)).length).toBeLessThanOrEqual(who === talent ? 3 : 1);
    expect((await toldOfMeetings(talent))[0]!.text).toContain('Cancelled');
  });
});

describe('7 · a talent ends their consent', () => {
  test('their meetings are gone at once, and so are they from all that employers see', async () => {
    const gone = talents.find(({ number }) => number === 9)!;
    const standing = (await meetingsOf(gone)).filter(({ state }) => state === 'PUBLISHED');
    expect(standing.length).toBeGreaterThan(0);
    const employer = employerOf(standing[0]!.employer.id);
    const told = (await toldOfMeetings(employer)).length;
    /** Everywhere where employers read of talents. */
    const views = async (): Promise<string[]> => [
      JSON.stringify(await meetingsOf(employer)),
      JSON.stringify(await interestsOf(employer)),
      JSON.stringify(
        await story.get(
          employer,
          `query ($id: ID!) { occasion(id: $id) { participations(first: 100) { edges { node { talent { id } } } } } }`,
          { id: event.id },
        ),
      ),
      JSON.stringify(
        await story.get(
          employer,
          `query ($id: ID!) { rankedCandidates(roleId: $id, first: 100) { edges { node { talent { id } } } } }`,
          { id: employer.roleId },
        ),
      ),
    ];
    for (const view of await views()) expect(view).toContain(gone.rowId);

    await story.get(gone, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);

    for (const view of await views()) expect(view).not.toContain(gone.rowId);
    expect(
      await story.refusal(employer, `query ($id: ID!) { talent(id: $id) { id } }`, { id: gone.rowId }),
    ).toBe('TALENTS_UNKNOWN');
    const own = new Map((await meetingsOf(gone)).map((meeting) => [meeting.id, meeting]));
    for (const { id } of standing)
      expect(own.get(id)).toMatchObject({ state: 'CANCELLED', link: null, cancelReason: 'CONSENT_ENDED' });
    const ended = (await meetingsOf(employer)).find(({ id }) => id === standing[0]!.id)!;
    expect(ended).toMatchObject({ state: 'CANCELLED', link: null, talent: null });
    // Why is told to the talent and the hosts only.
    expect(ended.cancelReason).not.toBe('CONSENT_ENDED');
    expect((await calendarOf(employer)).find(({ uid }) => uid.startsWith(ended.id))).toMatchObject({
      status: 'CANCELLED',
      sequence: 1,
    });
    expect((await toldOfMeetings(employer)).length).toBe(told + 1);
  });

  test('the next plan does without them, and moves nobody for it', async () => {
    const gone = talents[9]!;
    const before = await calendars();
    const run = await planned(lindholmen, { basedOnRunId: published.id });
    expect((await proposalsOf(run)).filter(({ talent }) => talent.id === gone.rowId)).toEqual([]);
    published = await planning.publish(lindholmen, run);
    expect(published.publication).toMatchObject({ moved: 0, released: 0, leftOut: [] });
    const after = await calendars();
    for (const talent of talents) expect(after.get(talent.rowId)).toEqual(before.get(talent.rowId));
  });
});

describe('8 · the days themselves', () => {
  const RECORD = `mutation ($id: ID!, $version: Int!, $held: Boolean!, $missedBy: MissedBy) {
    recordMeeting(id: $id, version: $version, held: $held, missedBy: $missedBy) { ${MEETING} } }`;
  const FEEDBACK = `mutation ($meetingId: ID!, $input: FeedbackInput!) {
    giveFeedback(meetingId: $meetingId, input: $input) { side rating } }`;
  let employer: Employer;
  let held: Meeting;
  let missed: Meeting;

  test('the employer records who came and who did not, once the meeting has begun', async () => {
    for (const one of employers) {
      const own = (await meetingsOf(one)).filter(({ state }) => state === 'PUBLISHED');
      if (own.length < 2) continue;
      [employer, held, missed] = [one, own[0]!, own[1]!];
      break;
    }
    expect(await story.refusal(employer, RECORD, { ...held, held: true })).toBe(
      'OCCASIONS_MEETING_NOT_BEGUN',
    );
    now = new Date('2027-03-29T16:30:00Z');
    await advance(api, event, 'start');
    for (const actor of [talentOf(held.talent!.id), employers.find((one) => one !== employer)!, elsewhere])
      expect(await story.refusal(actor, RECORD, { ...held, held: true })).toMatch(
        /^(ACCESS_FORBIDDEN|OCCASIONS_MEETING_UNKNOWN)$/,
      );
    held = await story.get<Meeting>(employer, RECORD, { ...held, held: true });
    missed = await story.get<Meeting>(kista, RECORD, { ...missed, held: false, missedBy: 'TALENT' });
    expect([held.state, missed.state, missed.missedBy]).toEqual(['HELD', 'MISSED', 'TALENT']);
  });

  test('both sides say how it was; each reads their own word, the hosts both', async () => {
    const talent = talentOf(held.talent!.id);
    const input = { rating: 4, interested: true, note: 'Good questions' };
    await story.get(employer, FEEDBACK, { meetingId: held.id, input });
    await story.get(talent, FEEDBACK, { meetingId: held.id, input: { rating: 5, interested: true } });
    const read = async (actor: Actor) =>
      (
        await story.get<Meeting>(actor, `query ($id: ID!) { meeting(id: $id) { ${MEETING} } }`, { ...held })
      ).feedback.map(({ side, rating }) => `${side} ${rating}`);
    expect(await read(employer)).toEqual(['EMPLOYER 4']);
    expect(await read(talent)).toEqual(['TALENT 5']);
    expect((await read(lindholmen)).toSorted()).toEqual(['EMPLOYER 4', 'TALENT 5']);
    expect(
      await story.refusal(
        employers.find((one) => one !== employer)!,
        FEEDBACK,
        { meetingId: held.id, input },
      ),
    ).toBe('OCCASIONS_MEETING_UNKNOWN');
  });

  test('and what comes of it is an offer, which the talent accepts', async () => {
    const talent = talentOf(held.talent!.id);
    const offer = await story.get<{ id: string }>(
      employer,
      `mutation ($input: OfferInput!) { makeOffer(input: $input) { id } }`,
      {
        input: {
          roleId: employer.roleId,
          talentId: talent.rowId,
          occasionId: event.id,
          answerBy: '2027-04-05T10:00:00Z',
        },
      },
    );
    const read = `query ($id: ID!) { offer(id: $id) { state talent { name } } }`;
    expect(await story.get(employer, read, offer)).toEqual({ state: 'OFFERED', talent: { name: null } });
    for (const actor of [talents.find((one) => one !== talent)!, elsewhere])
      expect(await story.refusal(actor, read, offer)).toBe('PLACEMENTS_OFFER_UNKNOWN');
    await story.get(
      talent,
      `mutation ($id: ID!) { answerOffer(id: $id, input: { answer: ACCEPT }) { state } }`,
      offer,
    );
    for (const actor of [employer, kista, lindholmen])
      expect(await story.get(actor, read, offer)).toEqual({
        state: 'ACCEPTED',
        talent: { name: talent.name },
      });
    await advance(api, event, 'close');
  });
});
