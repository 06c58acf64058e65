import { describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { addEmployer, addRole, addTalent, OPERATOR, useApi } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  advance,
  APPLY,
  JOIN,
  joinEmployer,
  joinTalent,
  occasionInput,
  versionOf,
  withdrawOrganisation,
  type StagedOccasion,
} from '../testkit/occasions.ts';

const api = useApi();
type Asker = Parameters<typeof api.ask>[0];

const PARTICIPATIONS = `query ($id: ID!, $side: Side, $state: ParticipationState, $first: Int! = 100, $after: String) {
  occasion(id: $id) { participations(side: $side, state: $state, first: $first, after: $after) {
    edges { node {
      id side state whole askedAt waitingPlace reason hostId package { name } fee { amount } meetingsMin availability { zone } interviewers { name }
      organisation { id name } roles { id withdrawn } talent { id name identified segment }
    } } pageInfo { hasNextPage endCursor }
  } } }`;
const MINE = `{ myParticipations { edges { node { id state whole waitingPlace reason version occasion { id } } } } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int!, $reason: String) { withdrawParticipation(id: $id, version: $version, reason: $reason) { id state version } }`;
const ADMIT = `mutation ($id: ID!, $version: Int!) { admitParticipation(id: $id, version: $version) { id state version waitingPlace } }`;
const DECLINE = `mutation ($id: ID!, $version: Int!, $reason: String!) { declineParticipation(id: $id, version: $version, reason: $reason) { id state reason } }`;
const EDIT_TALENT = `mutation ($id: ID!, $version: Int!, $input: TalentParticipationInput!) { editTalentParticipation(id: $id, version: $version, input: $input) { version meetingsMax availability { zone weekly { day from to } exceptions { date hours { from to } } } } }`;
const EDIT_EMPLOYER = `mutation ($id: ID!, $version: Int!, $input: EmployerParticipationInput!) { editEmployerParticipation(id: $id, version: $version, input: $input) { version roles { id } fee { amount currency } } }`;

const codeOf = async (...request: Parameters<typeof api.ask>) =>
  (await api.ask(...request)).errors?.[0]?.extensions.code;

interface Seen {
  id: string;
  side: string;
  state: string;
  whole: boolean;
  waitingPlace: number | null;
  organisation: { id: string; name: string } | null;
  roles: { id: string; withdrawn: boolean }[];
  talent: { id: string; name: string | null; identified: boolean } | null;
  [field: string]: unknown;
}

interface SeenPage {
  edges: { node: Seen }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const pageSeenBy = async (actor: Asker, { id }: StagedOccasion, narrowing: object): Promise<SeenPage> => {
  const { data, errors } = await api.ask<{ occasion: { participations: SeenPage } }>(actor, PARTICIPATIONS, {
    id,
    ...narrowing,
  });
  if (errors) throw new Error(errors[0]!.message);
  return data.occasion.participations;
};

const seenBy = async (actor: Asker, occasion: StagedOccasion, narrowing: object = {}): Promise<Seen[]> =>
  (await pageSeenBy(actor, occasion, narrowing)).edges.map(({ node }) => node);

interface Mine extends Record<string, unknown> {
  id: string;
  state: string;
  version: number;
  waitingPlace: number | null;
  reason: string | null;
}

const mine = async (actor: Asker): Promise<Mine> => {
  const { data } = await api.ask<{ myParticipations: { edges: { node: Mine }[] } }>(actor, MINE);
  return data.myParticipations.edges[0]!.node;
};

describe('seats', () => {
  test('go to ten of forty who apply at the same time, and the others wait in a line', async () => {
    const occasion = await addOccasion(api, { talentSeats: 10 });
    const talents = await Promise.all(Array.from({ length: 40 }, () => addTalent(api)));
    await Promise.all(talents.map((talent) => joinTalent(api, occasion, { talent })));
    const seen = await seenBy(occasion.host, occasion);
    expect(seen.filter(({ state }) => state === 'ADMITTED')).toHaveLength(10);
    const places = seen.filter(({ state }) => state === 'WAITING').map(({ waitingPlace }) => waitingPlace);
    expect(places.sort((a, b) => a! - b!)).toEqual(Array.from({ length: 30 }, (_, place) => place + 1));
  });

  test('that are given up at the same time go each to one who waits', async () => {
    const occasion = await addOccasion(api, { talentSeats: 5 });
    const joined = [];
    for (let count = 0; count < 10; count++) joined.push(await joinTalent(api, occasion));
    await Promise.all(
      joined.slice(0, 5).map(async ({ talent, participation: { id, version } }) => {
        expect(await codeOf(talent, WITHDRAW, { id, version })).toBeUndefined();
      }),
    );
    const states = (await seenBy(occasion.host, occasion)).map(({ state }) => state);
    expect(states.filter((state) => state === 'ADMITTED')).toHaveLength(5);
    expect(states.filter((state) => state === 'WAITING')).toHaveLength(0);
  });

  test('that become free go to whoever waits longest', async () => {
    const occasion = await addOccasion(api, { employerSeats: 1 });
    const first = await joinEmployer(api, occasion);
    const second = await joinEmployer(api, occasion);
    const third = await joinEmployer(api, occasion);
    expect([first, second, third].map(({ participation }) => participation.state)).toEqual([
      'ADMITTED',
      'WAITING',
      'WAITING',
    ]);
    const { id, version } = first.participation;
    expect(await codeOf(first.employer, WITHDRAW, { id, version })).toBeUndefined();
    expect(await mine(second.employer)).toMatchObject({ state: 'ADMITTED', waitingPlace: null });
    expect(await mine(third.employer)).toMatchObject({ state: 'WAITING', waitingPlace: 1 });
    // Whoever comes back asks anew, behind the others.
    const back = await joinEmployer(api, occasion, { employer: first.employer });
    expect(back.participation).toMatchObject({ id, state: 'WAITING' });
  });

  test('that are added let in as many as wait', async () => {
    const occasion = await addOccasion(api, { talentSeats: 0 });
    const joined = [];
    for (let count = 0; count < 3; count++) joined.push(await joinTalent(api, occasion));
    await api.ask(
      occasion.host,
      `mutation ($id: ID!, $version: Int!, $input: OccasionInput!) { editOccasion(id: $id, version: $version, input: $input) { id } }`,
      { id: occasion.id, version: await versionOf(api, occasion), input: occasionInput({ talentSeats: 2 }) },
    );
    const states = [];
    for (const { talent } of joined) states.push((await mine(talent)).state);
    expect(states).toEqual(['ADMITTED', 'ADMITTED', 'WAITING']);
  });

  test('are counted for each side apart', async () => {
    const occasion = await addOccasion(api, { talentSeats: 1, employerSeats: 1 });
    expect((await joinEmployer(api, occasion)).participation.state).toBe('ADMITTED');
    expect((await joinTalent(api, occasion)).participation.state).toBe('ADMITTED');
  });

  test('are given to nobody any more when a mission interviews', async () => {
    const occasion = await addOccasion(api, { kind: 'MISSION', talentSeats: 1 });
    const first = await joinTalent(api, occasion);
    const second = await joinTalent(api, occasion);
    await joinEmployer(api, occasion);
    await advance(api, occasion, 'recruit', 'interview');
    const { id, version } = first.participation;
    expect(await codeOf(first.talent, WITHDRAW, { id, version })).toBeUndefined();
    expect((await mine(second.talent)).state).toBe('WAITING');
    expect(await codeOf(await addTalent(api), APPLY, { occasionId: occasion.id, input: {} })).toBe(
      'OCCASIONS_NOT_JOINABLE',
    );
    await advance(api, occasion, 'close');
    expect((await mine(second.talent)).state).toBe('WITHDRAWN');
  });
});

describe('where a host decides', () => {
  test('nobody is in before, and each is let in or declined with a reason', async () => {
    const occasion = await addOccasion(api, { talentAdmission: 'BY_ORGANISER', talentSeats: 1 });
    const [one, two, three] = [
      await joinTalent(api, occasion),
      await joinTalent(api, occasion),
      await joinTalent(api, occasion),
    ];
    expect(one.participation.state).toBe('APPLIED');
    const { employer } = await joinEmployer(api, occasion);
    for (const actor of [employer, one.talent])
      expect(await codeOf(actor, ADMIT, one.participation)).toBe(
        actor === employer ? 'OCCASIONS_PARTICIPATION_UNKNOWN' : 'ACCESS_FORBIDDEN',
      );
    expect(await codeOf(await addHostOrganisation(api), ADMIT, one.participation)).toBe(
      'OCCASIONS_PARTICIPATION_UNKNOWN',
    );
    const admitted = await api.ask(occasion.host, ADMIT, one.participation);
    expect(admitted.data).toMatchObject({ admitParticipation: { state: 'ADMITTED' } });
    expect(await codeOf(occasion.host, ADMIT, one.participation)).toBe('DATABASE_CHANGED_MEANWHILE');
    // Let in without a seat: the next free one is theirs.
    const queued = await api.ask(occasion.host, ADMIT, two.participation);
    expect(queued.data).toMatchObject({ admitParticipation: { state: 'WAITING', waitingPlace: 1 } });
    expect(await codeOf(occasion.host, DECLINE, { ...three.participation, reason: ' ' })).toBe(
      'LIVES_REASON_NEEDED',
    );
    await api.ask(occasion.host, DECLINE, { ...three.participation, reason: 'No French yet' });
    expect(await mine(three.talent)).toMatchObject({ state: 'DECLINED', reason: 'No French yet' });
    expect(await codeOf(three.talent, APPLY, { occasionId: occasion.id, input: {} })).toBe(
      'OCCASIONS_ALREADY_IN',
    );
    const { id, version } = await mine(one.talent);
    await api.ask(one.talent, WITHDRAW, { id, version });
    expect((await mine(two.talent)).state).toBe('ADMITTED');
  });

  test('those who have asked get in by themselves once the side is admitted automatically', async () => {
    const occasion = await addOccasion(api, { talentAdmission: 'BY_ORGANISER' });
    const { talent } = await joinTalent(api, occasion);
    await api.ask(
      occasion.host,
      `mutation ($id: ID!, $version: Int!, $input: OccasionInput!) { editOccasion(id: $id, version: $version, input: $input) { id } }`,
      { id: occasion.id, version: await versionOf(api, occasion), input: occasionInput() },
    );
    expect((await mine(talent)).state).toBe('ADMITTED');
  });
});

describe('an employer', () => {
  test('joins by itself, by its proxy, or by a host, which is then the one that brought it', async () => {
    const occasion = await addOccasion(api);
    const ministry = await addEmployer(api, { kind: 'MINISTRY' });
    const inn = await addEmployer(api, { representedById: ministry.rowId });
    const byProxy = await joinEmployer(api, occasion, { employer: inn, by: ministry });
    expect(byProxy.participation).toMatchObject({ state: 'ADMITTED', hostId: null });
    const byHost = await joinEmployer(api, occasion, { by: occasion.host });
    expect(byHost.participation).toMatchObject({ state: 'ADMITTED', hostId: occasion.host.rowId });
    // The proxy acts for it everywhere: it finds it among its own, and withdraws it.
    const { id, version } = await mine(ministry);
    expect(id).toBe(byProxy.participation.id);
    expect(await codeOf(ministry, WITHDRAW, { id, version })).toBeUndefined();
  });

  test('is joined by nobody who may not act for it', async () => {
    const occasion = await addOccasion(api);
    const employer = await addEmployer(api);
    const join = { occasionId: occasion.id, organisationId: employer.rowId, input: {} };
    for (const actor of [await addEmployer(api), await addTalent(api), await addHostOrganisation(api)])
      expect(await codeOf(actor, JOIN, join)).toBe('ACCESS_FORBIDDEN');
    expect(await codeOf(null, JOIN, join)).toBe('ACCESS_UNAUTHENTICATED');
    const draft = await addOccasion(api, { draft: true });
    expect(await codeOf(employer, JOIN, { ...join, occasionId: draft.id })).toBe('OCCASIONS_UNKNOWN');
    expect(await codeOf(draft.host, JOIN, { ...join, occasionId: draft.id })).toBe('OCCASIONS_NOT_JOINABLE');
  });

  test('joins once, while it has not left Tandem, brought by a host of the occasion', async () => {
    const occasion = await addOccasion(api);
    const { employer } = await joinEmployer(api, occasion);
    const join = { occasionId: occasion.id, organisationId: employer.rowId, input: {} };
    expect(await codeOf(employer, JOIN, join)).toBe('OCCASIONS_ALREADY_IN');
    const gone = await addEmployer(api);
    await withdrawOrganisation(api, gone.rowId);
    expect(await codeOf(gone, JOIN, { ...join, organisationId: gone.rowId })).toBe(
      'OCCASIONS_HOST_WITHDRAWN',
    );
    const other = await addEmployer(api);
    expect(await codeOf(other, JOIN, { ...join, organisationId: other.rowId, hostId: employer.rowId })).toBe(
      'OCCASIONS_NOT_A_HOST',
    );
  });

  test('brings open roles of its own only, and closed ones do not stand in its way later', async () => {
    const occasion = await addOccasion(api);
    const employer = await addEmployer(api);
    const theirs = await addRole(api, await addEmployer(api));
    const { errors } = await api.ask(employer, JOIN, {
      occasionId: occasion.id,
      organisationId: employer.rowId,
      input: { roleIds: [theirs] },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'OCCASIONS_ROLE_NOT_THEIRS',
      path: ['input', 'roleIds', 0],
    });
    const [kept, closed] = [await addRole(api, employer), await addRole(api, employer)];
    const { participation } = await joinEmployer(api, occasion, { employer, roleIds: [kept, closed] });
    await api.ask(employer, `mutation ($id: ID!) { withdrawRole(id: $id) { id } }`, { id: closed });
    const edited = await api.ask(employer, EDIT_EMPLOYER, {
      ...participation,
      input: { roleIds: [closed, kept], meetingsMax: 8 },
    });
    expect(edited.errors).toBeUndefined();
    // Others see what is open.
    const talent = await addTalent(api);
    expect((await seenBy(talent, occasion))[0]?.roles.map(({ id }) => id)).toEqual([kept]);
    expect((await seenBy(employer, occasion))[0]?.roles).toHaveLength(2);
  });

  test('sees itself and, once admitted, the admitted talents blind; never another employer', async () => {
    const occasion = await addOccasion(api, { employerSeats: 1, talentSeats: 1 });
    const { employer } = await joinEmployer(api, occasion);
    const waiting = await joinEmployer(api, occasion);
    const { talent } = await joinTalent(api, occasion, {
      talent: await addTalent(api, { segment: 'ACCOMPANYING_PARTNER' }),
      availability: { zone: 'Africa/Dakar', weekly: [{ day: 1, from: '09:00', to: '17:00' }] },
    });
    await joinTalent(api, occasion);
    const seen = await seenBy(employer, occasion);
    expect(
      seen.map(({ whole, organisation, talent: other }) => [whole, organisation?.id ?? other?.id]),
    ).toEqual([
      [true, employer.rowId],
      [false, talent.rowId],
    ]);
    expect(seen[1]).toMatchObject({
      talent: { name: null, identified: false, segment: null },
      askedAt: null,
      availability: null,
      meetingsMin: null,
    });
    expect((await seenBy(waiting.employer, occasion)).map(({ organisation }) => organisation?.id)).toEqual([
      waiting.employer.rowId,
    ]);
    expect(await seenBy(await addEmployer(api), occasion)).toEqual([]);
    await api.ask(
      talent,
      `mutation ($talentId: ID!, $organisationId: ID!) { discloseIdentity(talentId: $talentId, organisationId: $organisationId) { id } }`,
      { talentId: talent.rowId, organisationId: employer.rowId },
    );
    expect((await seenBy(employer, occasion))[1]).toMatchObject({
      talent: { name: 'Ada Sample', identified: true },
      whole: false,
    });
  });

  test('that leaves Tandem stays readable to hosts, and is shown to no talent', async () => {
    const occasion = await addOccasion(api);
    const { employer } = await joinEmployer(api, occasion);
    await withdrawOrganisation(api, employer.rowId);
    expect((await seenBy(occasion.host, occasion))[0]?.organisation?.id).toBe(employer.rowId);
    expect((await seenBy(employer, occasion))[0]?.organisation?.id).toBe(employer.rowId);
    expect(await seenBy(await addTalent(api), occasion)).toEqual([]);
  });
});

describe('a talent', () => {
  test('applies by themselves, with consent, and once', async () => {
    const occasion = await addOccasion(api);
    const apply = { occasionId: occasion.id, input: {} };
    for (const actor of [await addEmployer(api), occasion.host])
      expect(await codeOf(actor, APPLY, apply)).toBe('ACCESS_FORBIDDEN');
    expect(await codeOf(OPERATOR, APPLY, apply)).toBe('TALENTS_UNKNOWN');
    expect(await codeOf(await addTalent(api, {}, false), APPLY, apply)).toBe('ACCESS_CONSENT_NEEDED');
    const { talent } = await joinTalent(api, occasion);
    expect(await codeOf(talent, APPLY, apply)).toBe('OCCASIONS_ALREADY_IN');
  });

  test('says when they can meet, in their own zone', async () => {
    const occasion = await addOccasion(api);
    const { talent, participation } = await joinTalent(api, occasion);
    const availability = {
      zone: 'America/Bogota',
      weekly: [{ day: 1, from: '02:00', to: '06:00' }],
      exceptions: [{ date: '2027-03-09', hours: [] }],
    };
    const { data } = await api.ask(talent, EDIT_TALENT, {
      ...participation,
      input: { availability, meetingsMax: 4 },
    });
    expect(data).toEqual({
      editTalentParticipation: { version: expect.any(Number), meetingsMax: 4, availability },
    });
    for (const [changes, path] of [
      [{ meetingsMin: 3, meetingsMax: 2 }, ['input', 'meetingsMax']],
      [{ availability: { zone: 'Bogota', weekly: [] } }, ['input', 'availability', 'zone']],
      [
        { availability: { zone: 'UTC', weekly: [{ day: 8, from: '09:00', to: '10:00' }] } },
        ['input', 'availability', 'weekly', 0, 'day'],
      ],
      [
        { availability: { zone: 'UTC', weekly: [{ day: 1, from: '09:00', to: '09:00' }] } },
        ['input', 'availability', 'weekly', 0],
      ],
    ] as const) {
      const { id, version } = await mine(talent);
      const { errors } = await api.ask(talent, EDIT_TALENT, { id, version, input: changes });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', path });
    }
  });

  test('sees the admitted employers with their roles and not what they pay, and no other talent', async () => {
    const occasion = await addOccasion(api, {
      employerSeats: 1,
      packages: [{ name: 'Stand', amount: 1500, currency: 'EUR' }],
    });
    const { employer, roleIds } = await joinEmployer(api, occasion, {
      interviewers: [{ name: 'Ida Intern' }],
    });
    await joinEmployer(api, occasion);
    await joinTalent(api, occasion);
    const { talent } = await joinTalent(api, occasion);
    const seen = await seenBy(talent, occasion);
    expect(seen.map(({ organisation, talent: other }) => organisation?.id ?? other?.id)).toEqual([
      employer.rowId,
      talent.rowId,
    ]);
    expect(seen[0]).toMatchObject({
      whole: false,
      roles: [{ id: roleIds[0] }],
      fee: null,
      package: null,
      interviewers: [],
      hostId: null,
    });
    expect((await seenBy(employer, occasion))[0]).toMatchObject({
      fee: { amount: 1500 },
      package: { name: 'Stand' },
      interviewers: [{ name: 'Ida Intern' }],
    });
  });

  test('is out at once when their consent ends, and the next one is in', async () => {
    const occasion = await addOccasion(api, { talentSeats: 1 });
    const { employer } = await joinEmployer(api, occasion);
    const first = await joinTalent(api, occasion);
    const second = await joinTalent(api, occasion);
    await api.ask(first.talent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    expect((await mine(first.talent)).state).toBe('WITHDRAWN');
    expect((await mine(second.talent)).state).toBe('ADMITTED');
    const talents = await seenBy(employer, occasion, { side: 'TALENT' });
    expect(talents.map(({ talent }) => talent?.id)).toEqual([second.talent.rowId]);
  });

  test('is out of everything when they leave Tandem', async () => {
    const occasions = [await addOccasion(api), await addOccasion(api)];
    const { talent } = await joinTalent(api, occasions[0]!);
    await joinTalent(api, occasions[1]!, { talent });
    await api.ask(talent, `mutation ($id: ID!) { withdrawTalent(id: $id) { id } }`, { id: talent.rowId });
    for (const occasion of occasions)
      expect((await seenBy(occasion.host, occasion)).map(({ state }) => state)).toEqual(['WITHDRAWN']);
    expect(await codeOf(talent, APPLY, { occasionId: occasions[0]!.id, input: {} })).toBe(
      'ACCESS_CONSENT_NEEDED',
    );
  });

  test('whose consent ends while they apply is either refused or out', async () => {
    const occasion = await addOccasion(api);
    for (let round = 0; round < 5; round++) {
      const talent = await addTalent(api);
      await Promise.all([
        api.ask(talent, APPLY, { occasionId: occasion.id, input: {} }),
        api.ask(talent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`),
      ]);
    }
    const states = (await seenBy(occasion.host, occasion)).map(({ state }) => state);
    expect(states.filter((state) => state !== 'WITHDRAWN')).toEqual([]);
  });
});

describe('a participation', () => {
  test('is changed with the version that was read, by nobody else’s hand', async () => {
    const occasion = await addOccasion(api);
    const { talent, participation } = await joinTalent(api, occasion);
    const { employer } = await joinEmployer(api, occasion);
    const edit = { ...participation, input: { meetingsMax: 3 } };
    for (const actor of [employer, await addTalent(api), await addHostOrganisation(api)]) {
      expect(await codeOf(actor, EDIT_TALENT, edit)).toBe('OCCASIONS_PARTICIPATION_UNKNOWN');
      expect(await codeOf(actor, WITHDRAW, participation)).toBe('OCCASIONS_PARTICIPATION_UNKNOWN');
    }
    expect(await codeOf(talent, EDIT_EMPLOYER, { ...participation, input: {} })).toBe(
      'OCCASIONS_PARTICIPATION_UNKNOWN',
    );
    expect(await codeOf(talent, EDIT_TALENT, edit)).toBeUndefined();
    expect(await codeOf(occasion.host, EDIT_TALENT, edit)).toBe('DATABASE_CHANGED_MEANWHILE');
    const { id, version } = await mine(talent);
    await api.ask(talent, WITHDRAW, { id, version });
    const left = await mine(talent);
    expect(await codeOf(talent, EDIT_TALENT, { ...left, input: {} })).toBe('OCCASIONS_PARTICIPATION_OVER');
    expect(await codeOf(talent, WITHDRAW, left)).toBe('LIVES_ILLEGAL_MOVE');
  });

  test('leaves a trail of identifiers and states, without names or reasons', async () => {
    const occasion = await addOccasion(api);
    const { talent, participation } = await joinTalent(api, occasion);
    await api.ask(talent, WITHDRAW, { ...participation, reason: 'Ada Sample is ill' });
    const trail = await api
      .as('operator')
      .em.find(AuditRecordEntity, { subjectId: participation.id }, { orderBy: { id: 'asc' } });
    expect(trail.map(({ action, detail }) => [action, detail['to'] ?? detail['side']])).toEqual([
      ['participation:apply', 'TALENT'],
      ['participation:admit', 'WAITING'],
      ['participation:admit', 'ADMITTED'],
      ['participation:withdraw', 'WITHDRAWN'],
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/Ada|ill/);
  });

  test('is listed page by page, by side and state, all of them for hosts', async () => {
    const occasion = await addOccasion(api, { talentSeats: 2 });
    const { employer } = await joinEmployer(api, occasion);
    for (let count = 0; count < 3; count++) await joinTalent(api, occasion);
    const all = await seenBy(occasion.host, occasion);
    expect(all.map(({ side, state, whole }) => `${side} ${state} ${whole}`)).toEqual([
      'EMPLOYER ADMITTED true',
      'TALENT ADMITTED true',
      'TALENT ADMITTED true',
      'TALENT WAITING true',
    ]);
    expect(all[1]?.talent).toMatchObject({ name: 'Ada Sample', identified: true });
    expect(await seenBy(occasion.host, occasion, { side: 'EMPLOYER' })).toHaveLength(1);
    expect(await seenBy(occasion.host, occasion, { state: 'WAITING' })).toHaveLength(1);
    // Naming a state shows an employer nobody whom it would not see anyway.
    expect(await seenBy(employer, occasion, { state: 'WAITING' })).toEqual([]);
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo }: SeenPage = await pageSeenBy(occasion.host, occasion, { first: 3, after });
      ids.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(ids).toEqual(all.map(({ id }) => id));
  });
});
