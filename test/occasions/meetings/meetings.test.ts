import { describe, expect, test } from 'vitest';
import { AuditRecordEntity, type Actor } from '../../../src/access/index.ts';
import { rows } from '../../../src/database/index.ts';
import {
  addEmployer,
  addStaff,
  addTalent,
  cast,
  NOW,
  ORGANISER,
  stageEvent,
  takePart,
  useApi,
  type Answer,
  type Owned,
  type Staged,
} from '../../testkit/index.ts';

let now = NOW;
const api = useApi({ clock: () => now });
const at = (instant: string, work: () => Promise<void>) => async () => {
  now = new Date(instant);
  try {
    await work();
  } finally {
    now = NOW;
  }
};

const FIELDS = `id state version sequence startsAt endsAt room link pinned missedBy cancelReason
  talent { id name identified } employer { id } interviewer interpreter role { title }
  feedback { side rating interested note }`;
const BOOK = `mutation ($input: MeetingBookingInput!) { bookMeeting(input: $input) { ${FIELDS} } }`;
const MOVE = `mutation ($id: ID!, $version: Int!, $input: ArrangementInput!) {
  moveMeeting(id: $id, version: $version, input: $input) { ${FIELDS} } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!, $reason: CancelReason!) {
  cancelMeeting(id: $id, version: $version, reason: $reason) { ${FIELDS} } }`;
const RECORD = `mutation ($id: ID!, $version: Int!, $held: Boolean!, $missedBy: MissedBy) {
  recordMeeting(id: $id, version: $version, held: $held, missedBy: $missedBy) { ${FIELDS} } }`;
const FEEDBACK = `mutation ($meetingId: ID!, $input: FeedbackInput!) {
  giveFeedback(meetingId: $meetingId, input: $input) { side rating interested note } }`;
const READ = `query ($id: ID!) { meeting(id: $id) { ${FIELDS} } }`;
const MINE = `query ($first: Int, $after: String, $filter: MeetingFilter) {
  myMeetings(first: $first, after: $after, filter: $filter) {
    edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;
const OF = `query ($occasionId: ID!) { meetings(occasionId: $occasionId) { edges { node { ${FIELDS} } } } }`;

interface Seen {
  id: string;
  state: string;
  version: number;
  sequence: number;
  startsAt: string;
  link: string | null;
  cancelReason: string | null;
  talent: { id: string; name: string | null; identified: boolean } | null;
  feedback: { side: string; rating: number }[];
}
type People = Awaited<ReturnType<typeof cast>>;

const codeOf = ({ errors }: Answer<unknown>) => errors?.[0]?.extensions.code;
const slot = (from: string, minutes = 15) => ({
  startsAt: `2026-11-30T${from}:00Z`,
  endsAt: new Date(Date.parse(`2026-11-30T${from}:00Z`) + minutes * 60_000).toISOString(),
});
const booking = (event: Staged, { employers, talents }: People, changes: Record<string, unknown> = {}) => ({
  occasionId: event.occasion.id,
  talentId: talents[0]!.rowId,
  organisationId: employers[0]!.rowId,
  roleId: employers[0]!.roleId,
  ...slot('08:00'),
  ...changes,
});
const book = (
  event: Staged,
  people: People,
  changes: Record<string, unknown> = {},
  actor: Actor = event.host,
) => api.ask<{ bookMeeting: Seen }>(actor, BOOK, { input: booking(event, people, changes) });
const booked = async (...how: Parameters<typeof book>): Promise<Seen> => {
  const { data, errors } = await book(...how);
  if (errors) throw new Error(errors[0]!.message);
  return data.bookMeeting;
};
const read = (actor: Actor | null, { id }: Pick<Seen, 'id'>) =>
  api.ask<{ meeting: Seen }>(actor, READ, { id });
const mine = async (actor: Actor) =>
  (await api.ask<{ myMeetings: { edges: { node: Seen }[] } }>(actor, MINE, {})).data.myMeetings.edges.map(
    ({ node }) => node,
  );
const bookingsOf = async (id: string) =>
  (await rows(api.as('operator').em, 'SELECT person_id FROM bookings WHERE meeting_id = ?', [id])).length;
const told = (recipientId: string) =>
  rows<{ change: string; parameters: { changes: { kind: string; employer: string | null }[] } }>(
    api.as('operator').em,
    'SELECT change, parameters FROM messages WHERE recipient_id = ? ORDER BY announced_at, id',
    [recipientId],
  );
const staged = async (size = { employers: 1, talents: 1 }) => {
  const event = await stageEvent(api);
  return { event, people: await cast(api, event, size) };
};

describe('a meeting booked by hand', () => {
  test('is in both agendas, with a video address that nobody can guess, and pinned', async () => {
    const { event, people } = await staged();
    const meeting = await booked(event, people);
    expect(meeting).toMatchObject({ state: 'PUBLISHED', sequence: 0, pinned: true, room: null });
    expect(meeting.link).toMatch(/^https:\/\/video\.example\.org\/[\w-]{22}$/);
    for (const who of [people.talents[0]!, people.employers[0]!])
      expect((await mine(who)).map(({ id, link }) => [id, link])).toEqual([[meeting.id, meeting.link]]);
    const [toTalent] = await told(people.talents[0]!.rowId);
    expect(toTalent!.parameters.changes).toMatchObject([
      { kind: 'NEW', employer: expect.stringMatching(/^Employer 0/) },
    ]);
    const [toEmployer] = await told(people.employers[0]!.rowId);
    expect(toEmployer!.parameters.changes).toMatchObject([{ kind: 'NEW', employer: null }]);
  });

  test('is for hosts only', async () => {
    const { event, people } = await staged();
    for (const actor of [
      people.talents[0]!,
      people.employers[0]!,
      { ...ORGANISER, organisationId: people.employers[0]!.rowId },
    ])
      expect(codeOf(await book(event, people, {}, actor))).toBe('ACCESS_FORBIDDEN');
    expect(codeOf(await api.ask(null, BOOK, { input: booking(event, people) }))).toBe(
      'ACCESS_UNAUTHENTICATED',
    );
    expect(await mine(people.talents[0]!)).toEqual([]);
  });

  test('is refused where somebody is busy, naming who', async () => {
    const { event, people } = await staged({ employers: 2, talents: 2 });
    const [one, other] = people.employers;
    const interpreter = await addStaff(api, event, { languages: ['sv', 'fr'] });
    await booked(event, people, { interpreterId: interpreter.id, room: 3 });
    const clash = (changes: Record<string, unknown>) => book(event, people, { ...slot('08:10'), ...changes });
    const talentBusy = await clash({ organisationId: other!.rowId, roleId: other!.roleId });
    expect(codeOf(talentBusy)).toBe('OCCASIONS_DOUBLE_BOOKED');
    expect(talentBusy.errors![0]!.message).toMatch(/: TALENT$/);
    const second = { talentId: people.talents[1]!.rowId };
    expect((await clash(second)).errors![0]!.message).toMatch(/: EMPLOYER$/);
    const elsewhere = { ...second, organisationId: other!.rowId, roleId: other!.roleId };
    expect((await clash({ ...elsewhere, interpreterId: interpreter.id })).errors![0]!.message).toMatch(
      /: INTERPRETER$/,
    );
    expect((await clash({ ...elsewhere, room: 3 })).errors![0]!.message).toMatch(/: ROOM$/);
    expect(codeOf(await clash({ ...elsewhere, room: 4 }))).toBeUndefined();
    expect(
      codeOf(await book(event, people, { ...second, ...slot('08:25'), organisationId: one!.rowId })),
    ).toBeUndefined();
  });

  test('at another occasion counts as busy too', async () => {
    const [first, second] = [await staged(), await stageEvent(api)];
    await takePart(api, second, first.people.talents[0]!);
    const employer = await addEmployer(api);
    await takePart(api, second, employer);
    await booked(first.event, first.people);
    const clash = await book(second, first.people, {
      occasionId: second.occasion.id,
      organisationId: employer.rowId,
      roleId: null,
    });
    expect(clash.errors![0]!.message).toMatch(/: TALENT$/);
  });

  test('is refused for whoever takes no part, is somebody else’s, or lies in the past', async () => {
    const { event, people } = await staged();
    const [stranger, company] = [await addTalent(api), await addEmployer(api)];
    for (const [changes, who] of [
      [{ talentId: stranger.rowId }, 'TALENT'],
      [{ organisationId: company.rowId }, 'EMPLOYER'],
      [{ interviewerId: (await addStaff(api, event)).id }, 'INTERVIEWER'],
      [{ interpreterId: company.rowId }, 'INTERPRETER'],
      [{ roleId: stranger.rowId }, 'ROLE'],
    ] as const) {
      const answer = await book(event, people, changes);
      expect(codeOf(answer)).toBe('OCCASIONS_NOT_TAKING_PART');
      expect(answer.errors![0]!.message).toContain(`The ${who} is none`);
    }
    await api.ask(people.talents[0]!, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    expect(codeOf(await book(event, people))).toBe('OCCASIONS_NOT_TAKING_PART');
    expect(
      codeOf(await book(event, people, { startsAt: '2026-01-01T08:00:00Z', endsAt: '2026-01-01T08:15:00Z' })),
    ).toBe('INPUT_INVALID');
    expect(codeOf(await book(event, people, { endsAt: '2026-11-30T07:00:00Z' }))).toBe('INPUT_INVALID');
  });

  test('twice for the same two is one too many', async () => {
    const { event, people } = await staged();
    const meeting = await booked(event, people);
    const again = await book(event, people, slot('09:00'));
    expect(codeOf(again)).toBe('OCCASIONS_MEET_ALREADY');
    expect(again.errors![0]!.message).toContain(meeting.id);
  });
});

describe('of 200 attempts at one slot at once', () => {
  test('exactly one succeeds, and the others are told why', async () => {
    const event = await stageEvent(api);
    const people = await cast(api, event, { employers: 1, talents: 20 });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        book(event, people, { talentId: people.talents[i % 20]!.rowId, ...slot('08:00') }),
      ),
    );
    const codes = answers.map((answer) => codeOf(answer) ?? 'BOOKED');
    expect(codes.filter((code) => code === 'BOOKED')).toHaveLength(1);
    const refused = new Set(codes.filter((code) => code !== 'BOOKED'));
    expect(
      [...refused].every((code) => ['OCCASIONS_DOUBLE_BOOKED', 'OCCASIONS_MEET_ALREADY'].includes(code)),
    ).toBe(true);
    const [count] = await rows<{ count: string }>(
      api.as('operator').em,
      'SELECT count(*) AS count FROM meetings WHERE occasion_id = ?',
      [event.occasion.id],
    );
    expect(Number(count!.count)).toBe(1);
  }, 120_000);
});

describe('a moved meeting', () => {
  test('keeps its identity and counts up, and both are told from when to when', async () => {
    const { event, people } = await staged();
    const { id, version, link } = await booked(event, people);
    const { data } = await api.ask<{ moveMeeting: Seen }>(event.host, MOVE, {
      id,
      version,
      input: { ...slot('08:05'), room: 2 },
    });
    expect(data.moveMeeting).toMatchObject({
      id,
      sequence: 1,
      startsAt: '2026-11-30T08:05:00.000Z',
      room: 2,
      link: null,
    });
    const back = await api.ask<{ moveMeeting: Seen }>(event.host, MOVE, {
      id,
      version: data.moveMeeting.version,
      input: { ...slot('08:05'), room: null },
    });
    expect(back.data.moveMeeting).toMatchObject({ sequence: 2, link });
    const messages = await told(people.talents[0]!.rowId);
    expect(messages[1]!.parameters.changes).toMatchObject([
      { kind: 'MOVED', before: '2026-11-30T08:00:00.000Z' },
    ]);
  });

  test('is moved by one of two hosts who read the same version', async () => {
    const { event, people } = await staged();
    const { id, version } = await booked(event, people);
    const move = (from: string) => api.ask(event.host, MOVE, { id, version, input: slot(from) });
    const codes = (await Promise.all([move('09:00'), move('10:00')])).map(codeOf);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes).toContain('DATABASE_CHANGED_MEANWHILE');
  });

  test('is not moved by the two who meet, nor onto another of theirs, nor once it has begun', async () => {
    const { event, people } = await staged({ employers: 2, talents: 1 });
    const { id, version } = await booked(event, people);
    await booked(event, people, {
      ...slot('09:00'),
      organisationId: people.employers[1]!.rowId,
      roleId: null,
    });
    for (const actor of [people.talents[0]!, people.employers[0]!])
      expect(codeOf(await api.ask(actor, MOVE, { id, version, input: slot('10:00') }))).toBe(
        'ACCESS_FORBIDDEN',
      );
    expect(codeOf(await api.ask(event.host, MOVE, { id, version, input: slot('09:00') }))).toBe(
      'OCCASIONS_DOUBLE_BOOKED',
    );
    await at('2026-11-30T08:01:00Z', async () => {
      expect(codeOf(await api.ask(event.host, MOVE, { id, version, input: slot('10:00') }))).toBe(
        'OCCASIONS_MEETING_BEGUN',
      );
    })();
  });
});

describe('a meeting is called off', () => {
  const proxied = async () => {
    const proxy = await addEmployer(api, { kind: 'MINISTRY' });
    const event = await stageEvent(api);
    const employer = await addEmployer(api, { representedById: proxy.rowId });
    const talent = await addTalent(api);
    await takePart(api, event, employer);
    await takePart(api, event, talent);
    const people: People = { employers: [{ ...employer, roleId: '' }], talents: [talent] };
    return { event, proxy, employer, talent, meeting: await booked(event, people, { roleId: null }) };
  };

  test.each(['talent', 'employer', 'proxy', 'host'] as const)(
    'by the %s, and its time is free',
    async (who) => {
      const { event, meeting, ...others } = await proxied();
      const actor: Actor = who === 'host' ? event.host : others[who];
      const { data } = await api.ask<{ cancelMeeting: Seen }>(actor, CANCEL, {
        id: meeting.id,
        version: meeting.version,
        reason: 'CANNOT_COME',
      });
      expect(data.cancelMeeting).toMatchObject({
        state: 'CANCELLED',
        sequence: 1,
        cancelReason: 'CANNOT_COME',
        link: null,
      });
      expect(await bookingsOf(meeting.id)).toBe(0);
      for (const id of [others.talent.rowId, others.employer.rowId])
        expect((await told(id)).at(-1)!.parameters.changes).toMatchObject([{ kind: 'CANCELLED' }]);
      const again = await api.ask(actor, CANCEL, {
        id: meeting.id,
        version: meeting.version + 1,
        reason: 'OTHER',
      });
      expect(codeOf(again)).toBe('LIVES_ILLEGAL_MOVE');
      const records = await api
        .as('operator')
        .em.find(AuditRecordEntity, { subjectId: meeting.id, action: 'meeting:cancel' });
      expect(records).toMatchObject([
        { actorId: actor.id, detail: { reason: 'CANNOT_COME', to: 'CANCELLED' } },
      ]);
    },
  );

  test('by nobody else, to whom it is unknown', async () => {
    const { meeting } = await proxied();
    const strangers: (Owned | Actor)[] = [
      await addTalent(api),
      await addEmployer(api),
      { ...ORGANISER, organisationId: (await addEmployer(api)).rowId },
    ];
    for (const actor of strangers) {
      expect(codeOf(await read(actor, meeting))).toBe('OCCASIONS_MEETING_UNKNOWN');
      const answer = await api.ask(actor, CANCEL, {
        id: meeting.id,
        version: meeting.version,
        reason: 'OTHER',
      });
      expect(codeOf(answer)).toBe('OCCASIONS_MEETING_UNKNOWN');
      expect(await mine(actor)).toEqual([]);
    }
    expect(codeOf(await read(null, meeting))).toBe('OCCASIONS_MEETING_UNKNOWN');
  });
});

describe('when a consent ends', () => {
  test('all meetings to come end at once, and the employer is not told why', async () => {
    const { event, people } = await staged({ employers: 2, talents: 1 });
    const [talent] = people.talents;
    const one = await booked(event, people);
    const other = await booked(event, people, {
      ...slot('09:00'),
      organisationId: people.employers[1]!.rowId,
      roleId: null,
    });
    await api.ask(talent!, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    for (const meeting of [one, other]) {
      expect(await bookingsOf(meeting.id)).toBe(0);
      expect((await read(event.host, meeting)).data.meeting).toMatchObject({
        state: 'CANCELLED',
        cancelReason: 'CONSENT_ENDED',
      });
    }
    expect((await mine(people.employers[0]!))[0]).toMatchObject({
      state: 'CANCELLED',
      cancelReason: 'PARTICIPATION_ENDED',
      talent: null,
    });
    // One letter for both meetings, and one for the participation that ends with them.
    const lastOfMeetings = (await told(talent!.rowId)).findLast(({ parameters }) => parameters.changes);
    expect(lastOfMeetings!.parameters.changes).toHaveLength(2);
    expect(JSON.stringify(await told(people.employers[1]!.rowId))).not.toContain('CONSENT');
  });
});

describe('when a consent ends on which no meeting stands', () => {
  test('meetings go on', async () => {
    const { event, people } = await staged();
    const meeting = await booked(event, people);
    const [talent] = people.talents;
    await api.ask(talent!, `mutation { giveConsent(purpose: DIGEST) { id } }`);
    const ended = await api.ask(talent!, `mutation { withdrawConsent(purpose: DIGEST) { id } }`);
    expect(ended.errors).toBeUndefined();
    expect((await read(event.host, meeting)).data.meeting.state).toBe('PUBLISHED');
  });
});

describe('what an employer sees of the talent', () => {
  test('is blind until the talent is disclosed: a meeting discloses nothing', async () => {
    const { event, people } = await staged();
    const meeting = await booked(event, people);
    const [employer, talent] = [people.employers[0]!, people.talents[0]!];
    expect((await read(employer, meeting)).data.meeting.talent).toEqual({
      id: talent.rowId,
      name: null,
      identified: false,
    });
    expect((await read(event.host, meeting)).data.meeting.talent!.name).toBe('Talent 0');
    await api.ask(
      talent,
      `mutation ($t: ID!, $o: ID!) { discloseIdentity(talentId: $t, organisationId: $o) { stands } }`,
      {
        t: talent.rowId,
        o: employer.rowId,
      },
    );
    expect((await read(employer, meeting)).data.meeting.talent!.name).toBe('Talent 0');
  });
});

describe('after a meeting', () => {
  const held = async () => {
    const { event, people } = await staged();
    return { event, people, meeting: await booked(event, people) };
  };
  const record = (actor: Actor, { id, version }: Seen, more: Record<string, unknown>) =>
    api.ask<{ recordMeeting: Seen }>(actor, RECORD, { id, version, ...more });

  test('hosts and the employer record whether it was held, and by whom it was missed', async () => {
    const { event, people, meeting } = await held();
    expect(codeOf(await record(event.host, meeting, { held: true }))).toBe('OCCASIONS_MEETING_NOT_BEGUN');
    await at('2026-11-30T08:20:00Z', async () => {
      expect(codeOf(await record(people.talents[0]!, meeting, { held: true }))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await record(event.host, meeting, { held: false }))).toBe('INPUT_INVALID');
      const missed = await record(people.employers[0]!, meeting, { held: false, missedBy: 'TALENT' });
      expect(missed.data.recordMeeting).toMatchObject({ state: 'MISSED', missedBy: 'TALENT' });
      const after = await record(event.host, missed.data.recordMeeting, { held: true });
      expect(after.data.recordMeeting).toMatchObject({ state: 'HELD', missedBy: null });
      const late = { id: meeting.id, version: after.data.recordMeeting.version, reason: 'OTHER' };
      expect(codeOf(await api.ask(event.host, CANCEL, late))).toBe('LIVES_ILLEGAL_MOVE');
    })();
  });

  test('each side gives feedback, which the other does not read and hosts do', async () => {
    const { event, people, meeting } = await held();
    const say = (actor: Actor, input: Record<string, unknown>) =>
      api.ask(actor, FEEDBACK, { meetingId: meeting.id, input });
    const good = { rating: 5, interested: true, note: 'A good talk' };
    expect(codeOf(await say(people.talents[0]!, good))).toBe('OCCASIONS_MEETING_NOT_BEGUN');
    await at('2026-11-30T08:20:00Z', async () => {
      expect(codeOf(await say(event.host, good))).toBe('ACCESS_FORBIDDEN');
      expect(codeOf(await say(people.talents[0]!, { ...good, rating: 6 }))).toBe('INPUT_INVALID');
      await say(people.talents[0]!, { rating: 2, interested: false });
      await say(people.talents[0]!, good);
      await say(people.employers[0]!, { rating: 3, interested: true });
      const seenBy = async (actor: Actor) =>
        (await read(actor, meeting)).data.meeting.feedback.map(({ side, rating }) => [side, rating]).sort();
      expect(await seenBy(people.talents[0]!)).toEqual([['TALENT', 5]]);
      expect(await seenBy(people.employers[0]!)).toEqual([['EMPLOYER', 3]]);
      expect(await seenBy(event.host)).toEqual([
        ['EMPLOYER', 3],
        ['TALENT', 5],
      ]);
    })();
  });
});

describe('the list of an occasion’s meetings', () => {
  test('is for its hosts, by pages in the order of time', async () => {
    const { event, people } = await staged({ employers: 2, talents: 2 });
    const later = await booked(event, people, slot('09:00'));
    const sooner = await booked(event, people, {
      talentId: people.talents[1]!.rowId,
      organisationId: people.employers[1]!.rowId,
      roleId: null,
    });
    const { data } = await api.ask<{ meetings: { edges: { node: Seen }[] } }>(event.host, OF, {
      occasionId: event.occasion.id,
    });
    expect(data.meetings.edges.map(({ node }) => node.id)).toEqual([sooner.id, later.id]);
    for (const actor of [people.talents[0]!, people.employers[0]!])
      expect(codeOf(await api.ask(actor, OF, { occasionId: event.occasion.id }))).toBe('ACCESS_FORBIDDEN');
    const page = await api.ask<{
      myMeetings: { edges: { node: Seen }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(people.talents[0]!, MINE, { first: 1 });
    expect(page.data.myMeetings).toMatchObject({ pageInfo: { hasNextPage: false } });
    const after = await api.ask<{ myMeetings: { edges: unknown[] } }>(people.talents[0]!, MINE, {
      first: 1,
      after: page.data.myMeetings.pageInfo.endCursor,
    });
    expect(after.data.myMeetings.edges).toEqual([]);
  });
});
