import { describe, expect, test } from 'vitest';
import { addEmployer, addTalent, OPERATOR, useApi } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  advance,
  joinEmployer,
  joinTalent,
  occasionInput,
  versionOf,
} from '../testkit/occasions.ts';

const api = useApi();

const CREATE = `mutation ($input: OccasionInput!, $leadId: ID) { createOccasion(input: $input, leadId: $leadId) { id state version hosts { leads organisation { id } } moves linkTemplate } }`;
const EDIT = `mutation ($id: ID!, $version: Int!, $input: OccasionInput!) { editOccasion(id: $id, version: $version, input: $input) { name version } }`;
const READ = `query ($id: ID!) { occasion(id: $id) { id name kind state zone startsOn endsOn linkTemplate moves } }`;
const LIST = `query ($filter: OccasionFilter, $first: Int! = 100, $after: String) { occasions(filter: $filter, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
const ADVANCE = `mutation ($id: ID!, $version: Int!, $move: OccasionMove!, $reason: String) { advanceOccasion(id: $id, version: $version, move: $move, reason: $reason) { state version } }`;
const HOST = (name: string) =>
  `mutation ($occasionId: ID!, $organisationId: ID!) { ${name}(occasionId: $occasionId, organisationId: $organisationId) { version hosts { leads organisation { id } } } }`;

const codeOf = async (...request: Parameters<typeof api.ask>) =>
  (await api.ask(...request)).errors?.[0]?.extensions.code;

const listed = async (actor: Parameters<typeof api.ask>[0], filter: object) => {
  const { data } = await api.ask<{ occasions: { edges: { node: { id: string } }[] } }>(actor, LIST, {
    filter,
  });
  return data.occasions.edges.map(({ node }) => node.id);
};

describe('an occasion', () => {
  test('begins as a draft, led by the organiser’s organisation', async () => {
    const host = await addHostOrganisation(api);
    const { data } = await api.ask(host, CREATE, { input: occasionInput() });
    expect(data).toEqual({
      createOccasion: {
        id: expect.any(String),
        state: 'DRAFT',
        version: 1,
        hosts: [{ leads: true, organisation: { id: host.rowId } }],
        moves: ['open', 'cancel'],
        linkTemplate: 'https://meet.example.org/{meeting}',
      },
    });
  });

  test('is led by whom an operator names, and by nobody else', async () => {
    const host = await addHostOrganisation(api);
    const led = await api.ask<{ createOccasion: { hosts: { organisation: { id: string } }[] } }>(
      OPERATOR,
      CREATE,
      { input: occasionInput(), leadId: host.rowId },
    );
    expect(led.data.createOccasion.hosts[0]?.organisation.id).toBe(host.rowId);
    expect(await codeOf(OPERATOR, CREATE, { input: occasionInput() })).toBe('OCCASIONS_LEAD_NEEDED');
    const stranger = await addHostOrganisation(api);
    expect(await codeOf(stranger, CREATE, { input: occasionInput(), leadId: host.rowId })).toBe(
      'ACCESS_FORBIDDEN',
    );
  });

  test('is begun neither by an employer nor by a talent nor by nobody', async () => {
    for (const actor of [await addEmployer(api), await addTalent(api)])
      expect(await codeOf(actor, CREATE, { input: occasionInput() })).toBe('ACCESS_FORBIDDEN');
    expect(await codeOf(null, CREATE, { input: occasionInput() })).toBe('ACCESS_UNAUTHENTICATED');
  });

  test('as a draft exists for its hosts only', async () => {
    const occasion = await addOccasion(api, { draft: true });
    const { id, host } = occasion;
    expect((await api.ask(host, READ, { id })).data).toMatchObject({ occasion: { state: 'DRAFT' } });
    expect(await listed(host, { hostId: host.rowId })).toEqual([id]);
    for (const actor of [
      await addEmployer(api),
      await addTalent(api),
      await addHostOrganisation(api),
      // Someone who speaks for the host, but not as an organiser.
      { ...host, kind: 'employer' as const },
    ]) {
      expect(await codeOf(actor, READ, { id })).toBe('OCCASIONS_UNKNOWN');
      expect(await codeOf(actor, EDIT, { id, version: 1, input: occasionInput() })).toBe('OCCASIONS_UNKNOWN');
      expect(await listed(actor, { hostId: host.rowId })).toEqual([]);
    }
  });

  test('is public once it is open, without what only the hosts need', async () => {
    const { id, host } = await addOccasion(api);
    const { data } = await api.ask(await addTalent(api), READ, { id });
    expect(data).toEqual({
      occasion: {
        id,
        name: 'Nordic Meeting Days',
        kind: 'EVENT',
        state: 'OPEN',
        zone: 'Europe/Stockholm',
        startsOn: '2027-03-08',
        endsOn: '2027-03-10',
        linkTemplate: null,
        moves: null,
      },
    });
    expect(await listed(await addTalent(api), { hostId: host.rowId })).toEqual([id]);
  });

  test('is listed by its first day, page by page, narrowed by kind, state and days', async () => {
    const host = await addHostOrganisation(api);
    const april = await addOccasion(api, {
      host,
      kind: 'MISSION',
      startsOn: '2027-04-05',
      endsOn: '2027-04-09',
      sessions: [],
    });
    const march = await addOccasion(api, { host });
    const talent = await addTalent(api);
    expect(await listed(talent, { hostId: host.rowId })).toEqual([march.id, april.id]);
    expect(await listed(talent, { hostId: host.rowId, kind: 'MISSION' })).toEqual([april.id]);
    expect(await listed(talent, { hostId: host.rowId, state: 'OPEN' })).toEqual([march.id]);
    expect(await listed(talent, { hostId: host.rowId, from: '2027-03-10' })).toEqual([march.id, april.id]);
    expect(await listed(talent, { hostId: host.rowId, from: '2027-03-11' })).toEqual([april.id]);
    expect(await listed(talent, { hostId: host.rowId, to: '2027-04-04' })).toEqual([march.id]);
    const filter = { hostId: host.rowId };
    const page = await api.ask<{ occasions: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
      talent,
      LIST,
      { filter, first: 1 },
    );
    expect(page.data.occasions.pageInfo.hasNextPage).toBe(true);
    const next = await api.ask(talent, LIST, {
      filter,
      first: 1,
      after: page.data.occasions.pageInfo.endCursor,
    });
    expect(next.data).toMatchObject({ occasions: { edges: [{ node: { id: april.id } }] } });
    for (const place of [
      ['x', april.id],
      ['2027-03-08', 'x'],
    ])
      expect(
        await codeOf(talent, LIST, { after: Buffer.from(JSON.stringify(place)).toString('base64url') }),
      ).toBe('PAGE_INVALID_CURSOR');
  });

  test('is changed by its hosts, with the version that they have read', async () => {
    const { id, host } = await addOccasion(api);
    const version = await versionOf(api, { id, host });
    const edit = { id, version, input: occasionInput({ name: 'Meeting Days' }) };
    expect((await api.ask(host, EDIT, edit)).data).toEqual({
      editOccasion: { name: 'Meeting Days', version: version + 1 },
    });
    expect(await codeOf(host, EDIT, edit)).toBe('DATABASE_CHANGED_MEANWHILE');
    for (const actor of [await addEmployer(api), await addTalent(api), await addHostOrganisation(api)])
      expect(await codeOf(actor, EDIT, { ...edit, version: version + 1 })).toBe('ACCESS_FORBIDDEN');
  });

  test('keeps its kind, and days that hold its sessions', async () => {
    const { id, host } = await addOccasion(api);
    const version = await versionOf(api, { id, host });
    expect(await codeOf(host, EDIT, { id, version, input: occasionInput({ kind: 'MISSION' }) })).toBe(
      'OCCASIONS_KIND_STAYS',
    );
    expect(await codeOf(host, EDIT, { id, version, input: occasionInput({ startsOn: '2027-03-09' }) })).toBe(
      'OCCASIONS_SESSION_OUTSIDE',
    );
  });

  test.each([
    [{ name: ' ' }, ['input', 'name']],
    [{ zone: 'Mars/Olympus' }, ['input', 'zone']],
    [{ endsOn: '2027-03-07' }, ['input', 'endsOn']],
    [{ startsOn: '2027-02-30' }, ['input', 'startsOn']],
    [{ talentSeats: -1 }, ['input', 'talentSeats']],
    [{ linkTemplate: 'http://meet.example.org/{meeting}' }, ['input', 'linkTemplate']],
    [{ linkTemplate: 'https://meet.example.org/room' }, ['input', 'linkTemplate']],
    [{ linkTemplate: 'https://{meeting}.example.org/' }, ['input', 'linkTemplate']],
    [{ linkTemplate: 'https://meet.example.org/#{meeting}' }, ['input', 'linkTemplate']],
    [{ linkTemplate: 'https://user@meet.example.org/{meeting}' }, ['input', 'linkTemplate']],
  ])('with %j is refused with the path', async (changes, path) => {
    const { errors } = await api.ask(await addHostOrganisation(api), CREATE, {
      input: occasionInput(changes),
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', path });
  });

  test.each(['Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'America/St_Johns'])(
    'can be in the zone %s, by whichever name',
    async (zone) => {
      const { errors } = await api.ask(await addHostOrganisation(api), CREATE, {
        input: occasionInput({ zone }),
      });
      expect(errors).toBeUndefined();
    },
  );
});

describe('hosting', () => {
  test('is shared by the leading host, and by it alone ended', async () => {
    const { id, host } = await addOccasion(api, { draft: true });
    const second = await addHostOrganisation(api);
    const third = await addHostOrganisation(api);
    const add = { occasionId: id, organisationId: second.rowId };
    const { data } = await api.ask(host, HOST('addHost'), add);
    expect(data).toMatchObject({
      addHost: {
        hosts: [
          { leads: true, organisation: { id: host.rowId } },
          { leads: false, organisation: { id: second.rowId } },
        ],
      },
    });
    // A host sees the draft and changes it, but decides on no host.
    expect(await codeOf(second, READ, { id })).toBeUndefined();
    expect(await codeOf(second, HOST('addHost'), { occasionId: id, organisationId: third.rowId })).toBe(
      'ACCESS_FORBIDDEN',
    );
    expect(await codeOf(second, HOST('removeHost'), { occasionId: id, organisationId: host.rowId })).toBe(
      'ACCESS_FORBIDDEN',
    );
    expect(await codeOf(third, HOST('addHost'), add)).toBe('OCCASIONS_UNKNOWN');
    expect(await codeOf(host, HOST('removeHost'), { occasionId: id, organisationId: host.rowId })).toBe(
      'OCCASIONS_LEAD_STAYS',
    );
    expect(await codeOf(host, HOST('removeHost'), { occasionId: id, organisationId: third.rowId })).toBe(
      'OCCASIONS_NOT_A_HOST',
    );
    expect(await codeOf(host, HOST('removeHost'), add)).toBeUndefined();
    expect(await codeOf(second, READ, { id })).toBe('OCCASIONS_UNKNOWN');
  });
});

describe('the life of an occasion', () => {
  test('takes an event from draft to open only with sessions', async () => {
    const { id, host } = await addOccasion(api, { draft: true, sessions: [] });
    const step = { id, version: 1, move: 'open' };
    expect(await codeOf(host, ADVANCE, step)).toBe('OCCASIONS_NO_SESSIONS');
    expect(await codeOf(host, ADVANCE, { ...step, move: 'plan' })).toBe('LIVES_ILLEGAL_MOVE');
    expect(await codeOf(host, ADVANCE, { ...step, move: 'announce' })).toBe('LIVES_ILLEGAL_MOVE');
    expect(await codeOf(host, ADVANCE, { ...step, version: 7 })).toBe('DATABASE_CHANGED_MEANWHILE');
  });

  test('takes an event to planned only with a published plan', async () => {
    const { id, host } = await addOccasion(api);
    const version = await versionOf(api, { id, host });
    expect(await codeOf(host, ADVANCE, { id, version, move: 'plan' })).toBe('OCCASIONS_NO_PLAN');
  });

  test('takes a mission from draft to its end', async () => {
    const occasion = await addOccasion(api, { kind: 'MISSION', draft: true });
    await advance(api, occasion, 'announce');
    await joinEmployer(api, occasion);
    await advance(api, occasion, 'recruit', 'interview', 'close');
    const { data } = await api.ask(occasion.host, READ, { id: occasion.id });
    expect(data).toMatchObject({ occasion: { state: 'CLOSED', moves: [] } });
    const version = await versionOf(api, occasion);
    expect(
      await codeOf(occasion.host, EDIT, {
        id: occasion.id,
        version,
        input: occasionInput({ kind: 'MISSION' }),
      }),
    ).toBe('OCCASIONS_OVER');
  });

  test('is moved by its hosts only', async () => {
    const { id } = await addOccasion(api);
    for (const actor of [await addEmployer(api), await addTalent(api), await addHostOrganisation(api)])
      expect(await codeOf(actor, ADVANCE, { id, version: 1, move: 'cancel', reason: 'no' })).toBe(
        'ACCESS_FORBIDDEN',
      );
  });

  test('ends for everybody when it is cancelled, with a reason, and stays known to those who were in it', async () => {
    const occasion = await addOccasion(api);
    const { employer } = await joinEmployer(api, occasion);
    const { talent } = await joinTalent(api, occasion);
    const version = await versionOf(api, occasion);
    const step = { id: occasion.id, version, move: 'cancel' };
    expect(await codeOf(occasion.host, ADVANCE, step)).toBe('LIVES_REASON_NEEDED');
    await advance(api, occasion, 'cancel');
    for (const actor of [employer, talent]) {
      const { data } = await api.ask(
        actor,
        `{ myParticipations { edges { node { state reason occasion { state } } } } }`,
      );
      expect(data).toEqual({
        myParticipations: {
          edges: [
            {
              node: {
                state: 'WITHDRAWN',
                reason: 'because the test says so',
                occasion: { state: 'CANCELLED' },
              },
            },
          ],
        },
      });
      expect(await listed(actor, { hostId: occasion.host.rowId })).toEqual([occasion.id]);
    }
    expect(await codeOf(await addTalent(api), READ, { id: occasion.id })).toBe('OCCASIONS_UNKNOWN');
    expect(await listed(await addEmployer(api), { hostId: occasion.host.rowId })).toEqual([]);
  });
});
