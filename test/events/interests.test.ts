import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, addTalent, NOW, useApi, type Owned } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  advance,
  joinEmployer,
  joinTalent,
  type StagedOccasion,
} from '../testkit/occasions.ts';

let now = NOW;
const api = useApi({ clock: () => now });
let event: StagedOccasion;
let employer: Owned;
let roleIds: string[];

beforeAll(async () => {
  event = await addOccasion(api);
  ({ employer, roleIds } = await joinEmployer(api, event));
});

const newTalent = async (): Promise<Owned> => (await joinTalent(api, event)).talent;

const FIELDS = 'id state askedBy declinedBy version roleId';
interface Interest {
  id: string;
  state: string;
  askedBy: string;
  declinedBy: string | null;
  version: number;
}
const ask = (by: Owned, input: Record<string, string>, eventId = event.id) =>
  api.ask<{ askForMeeting: Interest }>(
    by,
    `mutation ($eventId: ID!, $input: AskInput!) { askForMeeting(eventId: $eventId, input: $input) { ${FIELDS} } }`,
    { eventId, input },
  );
const answer = (by: Owned, { id, version }: Pick<Interest, 'id' | 'version'>, said: string) =>
  api.ask<{ answerInterest: Interest }>(
    by,
    `mutation ($id: ID!, $version: Int!, $said: InterestAnswer!) {
      answerInterest(id: $id, version: $version, answer: $said) { ${FIELDS} } }`,
    { id, version, said },
  );
const promise = (by: Owned, input: Record<string, string>) =>
  api.ask<{ promiseMeeting: Interest }>(
    by,
    `mutation ($eventId: ID!, $input: AskInput!) { promiseMeeting(eventId: $eventId, input: $input) { ${FIELDS} } }`,
    { eventId: event.id, input },
  );
const listed = async (by: Owned, filter: object = {}) =>
  (
    await api.ask<{ interests: { edges: { node: Interest & { talent: { name: string | null } } }[] } }>(
      by,
      `query ($eventId: ID!, $filter: InterestFilter) { interests(eventId: $eventId, first: 100, filter: $filter) {
        edges { node { ${FIELDS} talent { name } employer { name } role { title } } } } }`,
      { eventId: event.id, filter },
    )
  ).data.interests.edges.map(({ node }) => node);
const codeOf = async (asked: Promise<{ errors?: { extensions: { code: string } }[] }>) =>
  (await asked).errors?.[0]?.extensions.code;

describe('asking for a meeting', () => {
  test('waits for the other side, and is accepted by an answer or by asking back', async () => {
    const [one, two] = [await newTalent(), await newTalent()];
    const first = (await ask(one, { organisationId: employer.rowId })).data.askForMeeting;
    expect(first).toMatchObject({ state: 'ASKED', askedBy: 'TALENT' });
    expect((await answer(employer, first, 'ACCEPT')).data.answerInterest.state).toBe('ACCEPTED');

    await ask(employer, { talentId: two.rowId, roleId: roleIds[0]! });
    expect((await ask(two, { organisationId: employer.rowId })).data.askForMeeting).toMatchObject({
      state: 'ACCEPTED',
      askedBy: 'EMPLOYER',
      roleId: roleIds[0],
    });
  });

  test('twice changes nothing', async () => {
    const talent = await newTalent();
    const first = (await ask(talent, { organisationId: employer.rowId })).data.askForMeeting;
    expect((await ask(talent, { organisationId: employer.rowId })).data.askForMeeting).toEqual(first);
  });

  test('by both sides at once makes one interest that both want', async () => {
    const talent = await newTalent();
    await Promise.all([
      ask(talent, { organisationId: employer.rowId }),
      ask(employer, { talentId: talent.rowId }),
      ask(talent, { organisationId: employer.rowId }),
    ]);
    expect(await listed(talent)).toMatchObject([{ state: 'ACCEPTED' }]);
  });

  test('again after a refusal is up to the side that refused', async () => {
    const talent = await newTalent();
    const first = (await ask(talent, { organisationId: employer.rowId })).data.askForMeeting;
    const declined = (await answer(employer, first, 'DECLINE')).data.answerInterest;
    expect(declined).toMatchObject({ state: 'DECLINED', declinedBy: 'EMPLOYER' });
    expect(await codeOf(ask(talent, { organisationId: employer.rowId }))).toBe('EVENTS_NOT_YOUR_MOVE');
    expect((await ask(employer, { talentId: talent.rowId })).data.askForMeeting).toMatchObject({
      state: 'ASKED',
      askedBy: 'EMPLOYER',
      declinedBy: null,
    });
  });

  test('runs out when nobody answers in time, and can be asked again', async () => {
    const talent = await newTalent();
    const first = (await ask(talent, { organisationId: employer.rowId })).data.askForMeeting;
    now = new Date(NOW.getTime() + 73 * 3_600_000);
    try {
      expect(await listed(talent)).toMatchObject([{ state: 'EXPIRED' }]);
      expect(await codeOf(answer(employer, first, 'ACCEPT'))).toBe('LIVES_ILLEGAL_MOVE');
      expect((await ask(talent, { organisationId: employer.rowId })).data.askForMeeting.state).toBe('ASKED');
    } finally {
      now = NOW;
    }
  });

  test('is limited to as many as the rules of the event allow', async () => {
    const host = await addHostOrganisation(api);
    const small = await addOccasion(api, { host });
    const { errors } = await api.ask(
      host,
      `mutation ($eventId: ID!) { setEventRules(eventId: $eventId, version: 0,
        input: { answerHours: 24, talentAsks: 1, employerAsks: 5, suggestions: 2 }) { version } }`,
      { eventId: small.id },
    );
    expect(errors).toBeUndefined();
    const { talent } = await joinTalent(api, small);
    const [one, two] = [await joinEmployer(api, small), await joinEmployer(api, small)];
    await ask(talent, { organisationId: one.employer.rowId }, small.id);
    expect(await codeOf(ask(talent, { organisationId: two.employer.rowId }, small.id))).toBe(
      'EVENTS_TOO_MANY_ASKS',
    );
  });

  test.each([
    [
      'a role that the employer does not bring',
      async (talent: Owned) => ask(talent, { organisationId: employer.rowId, roleId: newId() }),
      'EVENTS_ROLE_NOT_BROUGHT',
    ],
    [
      'an employer that does not take part',
      async (talent: Owned) => ask(talent, { organisationId: (await addEmployer(api)).rowId }),
      'EVENTS_NOT_TAKING_PART',
    ],
    [
      'a talent who does not take part',
      async () => ask(employer, { talentId: (await addTalent(api)).rowId }),
      'EVENTS_NOT_TAKING_PART',
    ],
    [
      'an event that there is not',
      async (talent: Owned) => ask(talent, { organisationId: employer.rowId }, newId()),
      'OCCASIONS_UNKNOWN',
    ],
    ['somebody in no form', async () => ask(employer, { talentId: 'nobody' }), 'INPUT_INVALID'],
  ] as const)('of %s is refused', async (_, asked, code) => {
    expect(await codeOf(asked(await newTalent()))).toBe(code);
  });

  test('is over with the event', async () => {
    const over = await addOccasion(api);
    const { talent } = await joinTalent(api, over);
    const { employer: other } = await joinEmployer(api, over);
    await advance(api, over, 'cancel');
    expect(await codeOf(ask(talent, { organisationId: other.rowId }, over.id))).toBe('EVENTS_NOT_ASKING');
  });
});

describe('an interest', () => {
  test('is seen by its two sides and the hosts, and by nobody else', async () => {
    const talent = await newTalent();
    await ask(talent, { organisationId: employer.rowId });
    const { employer: rival } = await joinEmployer(api, event);
    expect(await listed(talent)).toHaveLength(1);
    expect(await listed(event.host, { talentId: talent.rowId })).toHaveLength(1);
    expect(await listed(rival, { talentId: talent.rowId })).toEqual([]);
    expect(await listed(await newTalent())).toEqual([]);
    expect(await listed(await addHostOrganisation(api))).toEqual([]);
    // The employer knows that somebody asks, not who.
    expect(await listed(employer, { talentId: talent.rowId })).toMatchObject([{ talent: { name: null } }]);
  });

  test('is answered by the side that was asked alone', async () => {
    const talent = await newTalent();
    const first = (await ask(talent, { organisationId: employer.rowId })).data.askForMeeting;
    const { employer: rival } = await joinEmployer(api, event);
    expect(await codeOf(answer(talent, first, 'ACCEPT'))).toBe('EVENTS_NOT_YOUR_MOVE');
    expect(await codeOf(answer(event.host, first, 'ACCEPT'))).toBe('EVENTS_NOT_YOUR_MOVE');
    expect(await codeOf(answer(rival, first, 'ACCEPT'))).toBe('EVENTS_INTEREST_UNKNOWN');
    expect(await codeOf(answer(await newTalent(), first, 'DECLINE'))).toBe('EVENTS_INTEREST_UNKNOWN');
    expect(await codeOf(answer(employer, first, 'TAKE_BACK'))).toBe('EVENTS_NOT_YOUR_MOVE');
    expect((await answer(talent, first, 'TAKE_BACK')).data.answerInterest.state).toBe('TAKEN_BACK');
  });

  test('answered from an old version is refused', async () => {
    const talent = await newTalent();
    const first = (await ask(talent, { organisationId: employer.rowId })).data.askForMeeting;
    await answer(employer, first, 'ACCEPT');
    expect(await codeOf(answer(talent, first, 'DECLINE'))).toBe('DATABASE_CHANGED_MEANWHILE');
  });

  test('of an employer is its proxy’s too', async () => {
    const proxy = await addHostOrganisation(api, { kind: 'MINISTRY' });
    const { employer: small } = await joinEmployer(api, event, {
      employer: await addEmployer(api, { representedById: proxy.rowId }),
    });
    const talent = await newTalent();
    const first = (await ask(proxy, { talentId: talent.rowId, organisationId: small.rowId })).data
      .askForMeeting;
    expect(first).toMatchObject({ state: 'ASKED', askedBy: 'EMPLOYER' });
    expect(await listed(proxy)).toHaveLength(1);
  });

  test('ends at once with the consent of the talent, and employers no longer see it', async () => {
    const talent = await newTalent();
    const first = (await ask(talent, { organisationId: employer.rowId })).data.askForMeeting;
    await answer(employer, first, 'ACCEPT');
    await api.ask(talent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    expect(await listed(employer, { talentId: talent.rowId })).toEqual([]);
    expect(await listed(talent)).toMatchObject([{ state: 'TAKEN_BACK' }]);
  });
});

describe('a promise', () => {
  test('is made by a host, whoever asked or nobody, and either side may still decline', async () => {
    const talent = await newTalent();
    const input = { talentId: talent.rowId, organisationId: employer.rowId };
    const promised = (await promise(event.host, input)).data.promiseMeeting;
    expect(promised).toMatchObject({ state: 'PROMISED', askedBy: 'HOST' });
    expect((await answer(talent, promised, 'DECLINE')).data.answerInterest).toMatchObject({
      state: 'DECLINED',
      declinedBy: 'TALENT',
    });
  });

  test('is not made by anybody else', async () => {
    const talent = await newTalent();
    const input = { talentId: talent.rowId, organisationId: employer.rowId };
    expect(await codeOf(promise(talent, input))).toBe('ACCESS_FORBIDDEN');
    expect(await codeOf(promise(employer, input))).toBe('ACCESS_FORBIDDEN');
    expect(await codeOf(promise(await addHostOrganisation(api), input))).toBe('ACCESS_FORBIDDEN');
  });
});
