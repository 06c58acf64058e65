import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/index.ts';
import { HostEntity } from '../../src/occasions/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  stageEvent,
  takePart,
  useApi,
  type Owned,
} from '../testkit/index.ts';
import { castOver, count, FEW, reportsOver, share } from './stage.ts';

const api = useApi();
const reports = reportsOver(api);
const cast = castOver(api);

const NOVEMBER = { territory: 'SE-AC', from: '2026-11-01', to: '2026-11-30', zone: 'Europe/Stockholm' };

/**
 * Two events hosted from SE-AC in November, one of them with a second host elsewhere; a draft, a cancelled one, one in
 * December, and one hosted from SE-BD. Six talents are hired in SE-AC, one of them by an offer of the night before
 * November in Stockholm; one is hired in SE-BD.
 */
let employer: Owned & { roleId: string };
const talents: Owned[] = [];

beforeAll(async () => {
  const one = await stageEvent(api);
  const joint = await stageEvent(api);
  const { em } = api.as('operator');
  const elsewhere = await addEmployer(api, { kind: 'HOST_PARK', region: 'SE-BD' });
  em.create(HostEntity, {
    id: newId(),
    occasionId: joint.occasion.id,
    organisationId: elsewhere.rowId,
    leads: false,
  });
  await stageEvent(api, { state: 'DRAFT' });
  await stageEvent(api, { state: 'CANCELLED' });
  await stageEvent(api, { startsOn: '2026-12-01', endsOn: '2026-12-02' });
  const north = await stageEvent(api);
  const host = await em.findOneOrFail(HostEntity, { occasionId: north.occasion.id });
  host.organisationId = elsewhere.rowId;
  await em.flush();

  const added = await addEmployer(api, { employees: 249 });
  employer = {
    ...added,
    roleId: await addRole(api, added, { openings: 20, occupation: '2221', englishAccepted: true }),
  };
  await takePart(api, one, employer, { roleIds: [employer.roleId] });
  for (let at = 0; at < 8; at += 1) {
    talents.push(await addTalent(api));
    await takePart(api, one, talents[at]!);
  }
  for (let at = 0; at < 5; at += 1)
    await cast.offer(talents[at]!, employer, at < 4 ? { occasionId: one.occasion.id } : {});
  // 22:30 UTC on 31 October is 23:30 in Stockholm; 23:30 UTC is 00:30 in November.
  await cast.offer(talents[5]!, employer, { madeAt: new Date('2026-10-31T22:30:00Z') });
  await cast.offer(talents[6]!, employer, { madeAt: new Date('2026-10-31T23:30:00Z') });
  const there = await addEmployer(api, { region: 'SE-BD' });
  const thereRole = { ...there, roleId: await addRole(api, there, { region: 'SE-BD' }) };
  await cast.offer(talents[7]!, thereRole);
});

describe('the report of a region', () => {
  test('counts its activities of the period, and the joint ones', async () => {
    const { report } = await reports.region(OPERATOR, NOVEMBER);
    expect(report).toMatchObject({ activities: 2, joint: share(1, 2), employers: 1, smes: share(1, 1) });
  });

  test('counts offers made on days of the period, by the calendar of the zone', async () => {
    expect((await reports.region(OPERATOR, NOVEMBER)).report.hires).toEqual(count(6));
    expect((await reports.region(OPERATOR, { ...NOVEMBER, zone: 'UTC' })).report.hires).toEqual(count(5));
  });

  test('counts a country with all its regions', async () => {
    const { report } = await reports.region(OPERATOR, { ...NOVEMBER, territory: 'SE' });
    expect([report.hires, report.activities, report.englishAccepted]).toEqual([count(7), 3, share(1, 2)]);
  });

  test('attributes hires to occasions and campaigns', async () => {
    const { report } = await reports.region(OPERATOR, NOVEMBER);
    expect(report.attribution).toEqual({
      occasions: count(4),
      campaigns: count(0),
      both: count(0),
      neither: count(2),
    });
    expect(report.coverage).toEqual(share(6, 20));
  });

  test('withholds from organisers what is about fewer than five people, and what would give it away', async () => {
    const { report } = await reports.region(ORGANISER, NOVEMBER);
    expect(report).toMatchObject({
      guarded: true,
      hires: count(6),
      attribution: { occasions: FEW, campaigns: count(0), both: count(0), neither: FEW },
      returning: share(0, 6),
    });
    const { report: less } = await reports.region(ORGANISER, { ...NOVEMBER, territory: 'SE-BD' });
    expect(less.hires).toEqual(FEW);
    expect(less.coverage).toMatchObject({ value: null, numerator: null, withheld: 'FEW_PEOPLE' });
  });

  test('is for organisers and operators alone', async () => {
    const codes = [];
    for (const actor of [employer, talents[0]!, null])
      codes.push((await reports.region(actor, NOVEMBER)).code);
    expect(codes).toEqual(['ACCESS_FORBIDDEN', 'ACCESS_FORBIDDEN', 'ACCESS_UNAUTHENTICATED']);
  });

  test.each([
    [{ territory: 'Sweden' }],
    [{ from: '2026-13-01' }],
    [{ from: '2026-12-01' }],
    [{ from: '2016-11-01' }],
    [{ zone: 'Mars/Olympus' }],
  ])('refuses %j', async (wrong) => {
    expect((await reports.region(OPERATOR, { ...NOVEMBER, ...wrong })).code).toBe('INPUT_INVALID');
  });

  test('has no rates where nothing took place', async () => {
    const { report } = await reports.region(OPERATOR, { ...NOVEMBER, territory: 'NO' });
    const rates = [report.joint, report.smes, report.matchRate, report.coverage, report.meetings.shareHeld];
    expect(rates).toEqual(rates.map(() => share(0, 0)));
  });
});
