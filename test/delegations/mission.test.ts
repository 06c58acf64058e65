import { describe, expect, test } from 'vitest';
import { MessageEntity } from '../../src/messages/index.ts';
import { addEmployer, addTalent, OPERATOR, ORGANISER, useApi } from '../testkit/index.ts';
import {
  addMission,
  addPartner,
  askMission,
  bringRole,
  codeIn,
  legInput,
  SET_LEGS,
  setLegs,
} from '../testkit/missions.ts';
import { addHostOrganisation, addOccasion, joinTalent, versionOf } from '../testkit/occasions.ts';

const api = useApi();

const READ = `query ($missionId: ID!) {
  mission(id: $missionId) {
    id kind state sectors legs { id city } funders { name organisationId amount currency }
    coverage { activity title covered partners { id } }
  }
}`;
const SET = `mutation ($missionId: ID!, $version: Int!, $input: MissionInput!) {
  setMission(missionId: $missionId, version: $version, input: $input) { version sectors funders { name amount } }
}`;
const TAKE = (verb: 'takeActivity' | 'dropActivity') =>
  `mutation ($missionId: ID!, $activity: MissionActivity!, $organisationId: ID!) {
    ${verb}(missionId: $missionId, activity: $activity, organisationId: $organisationId) {
      coverage { activity covered partners { id } }
    }
  }`;
const ADVANCE = `mutation ($missionId: ID!, $version: Int!, $move: OccasionMove!) {
  advanceMission(missionId: $missionId, version: $version, move: $move) { state }
}`;
const BOGOTA = { country: 'CO', city: 'Bogotá', zone: 'America/Bogota', days: ['2027-03-11'] };

interface Covered {
  coverage: { activity: string; covered: boolean; partners: { id: string }[] }[];
}

describe('a mission', () => {
  test('has sectors, legs, funders and seven activities beside its occasion', async () => {
    const mission = await addMission(api);
    const ministry = await addPartner(api, 'MINISTRY');
    await askMission(api, mission.host, mission, SET, {
      input: {
        sectors: ['HEALTH_CARE', 'IT'],
        funders: [
          { name: 'Ministry', organisationId: ministry.rowId, amount: 120000.5, currency: 'CAD' },
          { name: 'Federal state', amount: 30000, currency: 'CAD' },
        ],
      },
    });
    await setLegs(api, mission, [legInput(), legInput(BOGOTA)]);
    const { data } = await askMission(api, mission.host, mission, READ);
    expect(data).toMatchObject({
      mission: {
        kind: 'MISSION',
        state: 'ANNOUNCED',
        sectors: ['HEALTH_CARE', 'IT'],
        legs: [{ city: 'São Paulo' }, { city: 'Bogotá' }],
        funders: [
          { name: 'Federal state', organisationId: null, amount: 30000, currency: 'CAD' },
          { name: 'Ministry', organisationId: ministry.rowId, amount: 120000.5, currency: 'CAD' },
        ],
      },
    });
  });

  test('shows others who pays, and not how much', async () => {
    const mission = await addMission(api);
    await askMission(api, mission.host, mission, SET, {
      input: { sectors: [], funders: [{ name: 'City', amount: 5000, currency: 'CAD' }] },
    });
    for (const actor of [await addEmployer(api), await addTalent(api), await addPartner(api, 'MINISTRY')]) {
      const { data } = await askMission<{ mission: { funders: object[] } }>(api, actor, mission, READ);
      expect(data.mission.funders).toEqual([
        { name: 'City', organisationId: null, amount: null, currency: 'CAD' },
      ]);
    }
  });

  test('is no event, and an event is no mission', async () => {
    const event = await addOccasion(api);
    expect(codeIn(await askMission(api, event.host, event, READ))).toBe('DELEGATIONS_NO_MISSION');
    expect(codeIn(await askMission(api, event.host, event, SET_LEGS, { legs: [] }))).toBe(
      'DELEGATIONS_NO_MISSION',
    );
  });

  test('is changed by its hosts only, and as a draft does not exist for others', async () => {
    const mission = await addMission(api);
    const draft = await addMission(api, { draft: true });
    const input = { sectors: [], funders: [] };
    for (const actor of [
      await addEmployer(api),
      await addTalent(api),
      await addHostOrganisation(api),
      ORGANISER,
    ]) {
      expect(codeIn(await askMission(api, actor, mission, SET, { input }))).toBe('ACCESS_FORBIDDEN');
      expect(codeIn(await askMission(api, actor, mission, SET_LEGS, { legs: [legInput()] }))).toBe(
        'ACCESS_FORBIDDEN',
      );
      expect(codeIn(await askMission(api, actor, draft, READ))).toBe('OCCASIONS_UNKNOWN');
    }
  });

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const mission = await addMission(api);
    const version = await versionOf(api, mission);
    await setLegs(api, mission, [legInput()]);
    const late = { version, input: { sectors: ['IT'], funders: [] } };
    expect(codeIn(await askMission(api, mission.host, mission, SET, late))).toBe(
      'DATABASE_CHANGED_MEANWHILE',
    );
  });

  test('recruits once an employer that takes part brings a role', async () => {
    const mission = await addMission(api);
    const advance = (move: string) => askMission(api, mission.host, mission, ADVANCE, { move });
    expect(codeIn(await advance('recruit'))).toBe('DELEGATIONS_NOTHING_BROUGHT');
    await bringRole(api, mission, await addEmployer(api));
    expect((await advance('recruit')).data).toEqual({ advanceMission: { state: 'RECRUITING' } });
    expect(codeIn(await advance('interview'))).toBe('OCCASIONS_NO_SESSIONS');
    await setLegs(api, mission, [legInput()]);
    expect((await advance('interview')).data).toEqual({ advanceMission: { state: 'INTERVIEWING' } });
    const stranger = await addHostOrganisation(api);
    expect(codeIn(await askMission(api, stranger, mission, ADVANCE, { move: 'close' }))).toBe(
      'ACCESS_FORBIDDEN',
    );
  });
});

describe('the legs of a mission', () => {
  test('become sessions in local time, with lunch as the gap and rooms as places', async () => {
    const mission = await addMission(api);
    const { data } = await askMission<{ setLegs: { legs: { id: string }[]; sessions: object[] } }>(
      api,
      mission.host,
      mission,
      SET_LEGS,
      { legs: [legInput({ days: ['2027-03-09', '2027-03-08'] })] },
    );
    const session = {
      legId: data.setLegs.legs[0]!.id,
      zone: 'America/Sao_Paulo',
      minutes: 30,
      pause: 0,
      places: 3,
    };
    expect(data.setLegs.sessions).toEqual([
      { ...session, date: '2027-03-08', fromTime: '09:00', toTime: '12:00' },
      { ...session, date: '2027-03-08', fromTime: '13:00', toTime: '17:00' },
      { ...session, date: '2027-03-09', fromTime: '09:00', toTime: '12:00' },
      { ...session, date: '2027-03-09', fromTime: '13:00', toTime: '17:00' },
    ]);
  });

  test('keep their identifiers when sent with them, and go when left out', async () => {
    const mission = await addMission(api);
    const [first, second] = await setLegs(api, mission, [legInput(), legInput(BOGOTA)]);
    const left = await setLegs(api, mission, [legInput({ ...BOGOTA, id: second!.id, city: 'Medellín' })]);
    expect(left).toMatchObject([{ id: second!.id, city: 'Medellín' }]);
    const again = await askMission(api, mission.host, mission, SET_LEGS, {
      legs: [legInput({ id: first!.id })],
    });
    expect(codeIn(again)).toBe('DELEGATIONS_LEG_UNKNOWN');
  });

  test.each([
    ['lunch outside the day', { lunchFrom: '08:00', lunchTo: '09:30' }, 'INPUT_INVALID'],
    ['lunch without an end', { lunchTo: null }, 'INPUT_INVALID'],
    ['a day twice', { days: ['2027-03-08', '2027-03-08'] }, 'INPUT_INVALID'],
    ['no such zone', { zone: 'America/Atlantis' }, 'INPUT_INVALID'],
    ['an end before the begin', { fromTime: '18:00' }, 'INPUT_INVALID'],
    ['a day outside the mission', { days: ['2027-04-01'] }, 'OCCASIONS_SESSION_OUTSIDE'],
    ['no time for a meeting', { minutes: 480 }, 'OCCASIONS_SESSION_TOO_SHORT'],
  ])('are refused with %s, and nothing is changed', async (_what, changes, code) => {
    const mission = await addMission(api);
    const before = await versionOf(api, mission);
    const answer = await askMission(api, mission.host, mission, SET_LEGS, { legs: [legInput(changes)] });
    expect(codeIn(answer)).toBe(code);
    expect(await versionOf(api, mission)).toBe(before);
    const { data } = await askMission<{ mission: { legs: object[] } }>(api, mission.host, mission, READ);
    expect(data.mission.legs).toEqual([]);
  });

  test('are told to whoever takes part, the employer’s proxy too, and not while the mission is a draft', async () => {
    const mission = await addMission(api, { talentAdmission: 'AUTOMATIC' });
    const proxy = await addPartner(api, 'MINISTRY');
    const employer = await addEmployer(api, { representedById: proxy.rowId });
    await bringRole(api, mission, employer);
    const { talent } = await joinTalent(api, mission);
    await setLegs(api, mission, [legInput()]);
    const draft = await addMission(api, { draft: true });
    await setLegs(api, draft, [legInput()]);
    const told = await api.as('operator').em.find(MessageEntity, { template: 'mission.days' });
    const of = (id: string) => told.filter(({ parameters }) => parameters['occasionId'] === id);
    expect(
      of(mission.id)
        .map(({ recipientId }) => recipientId)
        .toSorted(),
    ).toEqual([proxy.rowId, employer.rowId, talent.rowId].toSorted());
    expect(of(draft.id)).toEqual([]);
  });
});

describe('the seven activities', () => {
  test('are nobody’s at first, and each says so', async () => {
    const mission = await addMission(api);
    const { data } = await askMission<{ mission: Covered }>(api, await addTalent(api), mission, READ);
    expect(data.mission.coverage.map(({ activity }) => activity)).toEqual([
      'FINANCING',
      'RECRUITMENT_SUPPORT',
      'PARTICIPATION_FEES',
      'PROMOTION_ABROAD',
      'WORK_PERMITS',
      'ARRIVAL_SERVICES',
      'STUDENT_SERVICES',
    ]);
    expect(data.mission.coverage.every(({ covered }) => !covered)).toBe(true);
  });

  test('are taken by partners themselves and by hosts for them, and dropped again', async () => {
    const mission = await addMission(api);
    const change = (verb: 'takeActivity' | 'dropActivity', actor: typeof mission.host, variables: object) =>
      askMission<Record<typeof verb, Covered>>(api, actor, mission, TAKE(verb), { ...variables });
    const [ministry, council, lawyers] = [
      await addPartner(api, 'MINISTRY'),
      await addPartner(api, 'DEVELOPMENT_COUNCIL'),
      await addPartner(api, 'SERVICE_PARTNER'),
    ];
    const permits = { activity: 'WORK_PERMITS', organisationId: lawyers.rowId };
    await change('takeActivity', lawyers, permits);
    await change('takeActivity', lawyers, permits);
    await change('takeActivity', mission.host, { ...permits, organisationId: ministry.rowId });
    await change('takeActivity', council, {
      activity: 'RECRUITMENT_SUPPORT',
      organisationId: council.rowId,
    });
    const { data } = await change('takeActivity', mission.host, {
      activity: 'PARTICIPATION_FEES',
      organisationId: mission.host.rowId,
    });
    expect(data.takeActivity.coverage.filter(({ covered }) => covered)).toEqual([
      { activity: 'RECRUITMENT_SUPPORT', covered: true, partners: [{ id: council.rowId }] },
      { activity: 'PARTICIPATION_FEES', covered: true, partners: [{ id: mission.host.rowId }] },
      { activity: 'WORK_PERMITS', covered: true, partners: [{ id: lawyers.rowId }, { id: ministry.rowId }] },
    ]);
    const dropped = await change('dropActivity', lawyers, permits);
    expect(dropped.data.dropActivity.coverage[4]).toEqual({
      activity: 'WORK_PERMITS',
      covered: true,
      partners: [{ id: ministry.rowId }],
    });
    expect(codeIn(await change('dropActivity', lawyers, permits))).toBe('DELEGATIONS_ACTIVITY_NOT_TAKEN');
  });

  test('are not given away by strangers, employers or talents', async () => {
    const mission = await addMission(api);
    const partner = await addPartner(api, 'SERVICE_PARTNER');
    const park = await addPartner(api, 'HOST_PARK');
    const take = async (actor: Parameters<typeof askMission>[1], organisationId: string) =>
      codeIn(
        await askMission(api, actor, mission, TAKE('takeActivity'), {
          activity: 'FINANCING',
          organisationId,
        }),
      );
    const notAsOrganiser = { ...partner, kind: 'employer' as const };
    for (const actor of [park, await addEmployer(api), await addTalent(api), notAsOrganiser])
      expect(await take(actor, partner.rowId)).toBe('ACCESS_FORBIDDEN');
    expect(await take(park, park.rowId)).toBe('DELEGATIONS_NOT_A_PARTNER');
    expect(await take(OPERATOR, park.rowId)).toBeUndefined();
    expect(await take(null, partner.rowId)).toBe('ACCESS_UNAUTHENTICATED');
  });
});
