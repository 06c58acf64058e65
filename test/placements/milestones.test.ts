import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { MILESTONES, milestoneProblem, monthsAfter, type Reached } from '../../src/placements/index.ts';
import { addEmployer, addRole, addTalent, useApi } from '../testkit/index.ts';
import { addMission, offerStage } from './stage.ts';

const START = new Date('2026-11-21T12:00:00Z');
let now = START;
const api = useApi({ clock: () => now });
const stage = offerStage(api);
beforeEach(() => {
  now = START;
});

const hire = async (more: object = {}) => {
  const made = await stage.offered(1, more);
  const { offer } = await stage.answer(made.talent, made.offer.id, 'ACCEPT');
  return { ...made, offer: offer! };
};

describe('a hire', () => {
  test('comes through its milestones to the end of its first year, each told to both sides', async () => {
    const { employer, talent, offer } = await hire({ startsOn: '2027-01-15' });
    now = new Date('2028-02-01T12:00:00Z');
    let latest = offer;
    for (const [actor, kind, onDate] of [
      [employer, 'PERMIT', '2027-01-04'],
      [talent, 'ARRIVAL', '2027-01-11'],
      [employer, 'THREE_MONTHS', '2027-04-11'],
      [employer, 'ONE_YEAR', '2028-01-11'],
    ] as const) {
      const told = await stage.record(actor, latest, kind, onDate);
      expect(told).toMatchObject({ offer: { state: 'ACCEPTED', version: latest.version + 1 } });
      latest = told.offer!;
    }
    expect(latest.milestones.map(({ kind }) => kind)).toEqual(MILESTONES);
    for (const actor of [employer, talent])
      expect(await stage.heard(actor)).toEqual([
        ...Array.from({ length: 4 }, () => 'placement.milestone'),
        'offer.accepted',
        'offer.made',
      ]);
  });

  test('of somebody who needs no permit goes on without one', async () => {
    const { employer, offer } = await hire();
    expect(await stage.record(employer, offer, 'ARRIVAL', '2026-11-21')).toMatchObject({
      code: 'PLACEMENTS_MILESTONE_REFUSED',
      message: expect.stringContaining('PERMIT comes first'),
    });
    const { offer: later } = await stage.record(employer, offer, 'PERMIT', null);
    expect(later!.milestones.at(-1)).toEqual({ kind: 'PERMIT', onDate: null });
    expect((await stage.record(employer, later!, 'ARRIVAL', '2026-11-21')).offer).toBeDefined();
  });

  test('is followed by the employer and hosts; the talent records the arrival, others nothing', async () => {
    const employer = await addEmployer(api);
    const mission = await addMission(api, employer);
    const guest = await addTalent(api);
    const roleId = await addRole(api, employer);
    const { offer: ofMission } = await stage.make(employer, roleId, guest, { occasionId: mission.id });
    const { offer: accepted } = await stage.answer(guest, ofMission!.id, 'ACCEPT');
    expect((await stage.record(mission.host, accepted!, 'PERMIT', null)).offer).toBeDefined();
    const { talent, offer } = await hire();
    expect(await stage.record(talent, offer, 'PERMIT', null)).toMatchObject({ code: 'ACCESS_FORBIDDEN' });
    for (const actor of [await addEmployer(api), await addTalent(api), mission.host])
      expect(await stage.record(actor, offer, 'PERMIT', null)).toMatchObject({
        code: 'PLACEMENTS_OFFER_UNKNOWN',
      });
  });

  test('that has not been accepted has no milestones, nor has one that ended', async () => {
    const { employer, talent, offer } = await stage.offered();
    expect(await stage.record(employer, offer, 'PERMIT', null)).toMatchObject({ code: 'LIVES_ILLEGAL_MOVE' });
    await stage.answer(talent, offer.id, 'ACCEPT');
    expect((await stage.end(talent, offer.id, '2026-11-21', 'PARTNER_WITHOUT_WORK')).offer).toMatchObject({
      state: 'ENDED',
      endedOn: '2026-11-21',
      endReason: 'PARTNER_WITHOUT_WORK',
    });
    const { offer: ended } = await stage.read(employer, offer.id);
    expect(await stage.record(employer, ended!, 'PERMIT', null)).toMatchObject({
      code: 'LIVES_ILLEGAL_MOVE',
    });
    expect(await stage.end(employer, offer.id, '2026-11-21')).toMatchObject({ code: 'LIVES_ILLEGAL_MOVE' });
    expect(await stage.heard(employer)).toContain('placement.ended');
  });

  test('that two people record at once is not overwritten', async () => {
    const { employer, offer } = await hire();
    const answers = await Promise.all([
      stage.record(employer, offer, 'PERMIT', '2026-11-21'),
      stage.record(employer, offer, 'PERMIT', null),
    ]);
    expect(answers.map(({ code }) => code ?? 'recorded').sort()).toEqual([
      'DATABASE_CHANGED_MEANWHILE',
      'recorded',
    ]);
  });

  test('does not end, nor reach anything, on a day that has not come anywhere', async () => {
    const { employer, offer } = await hire();
    expect(await stage.record(employer, offer, 'PERMIT', '2026-11-23')).toMatchObject({
      code: 'PLACEMENTS_MILESTONE_REFUSED',
    });
    expect(await stage.end(employer, offer.id, '2026-11-23')).toMatchObject({
      code: 'PLACEMENTS_MILESTONE_REFUSED',
    });
    // On the Line Islands it is tomorrow: UTC+14.
    expect((await stage.record(employer, offer, 'PERMIT', '2026-11-22')).offer).toBeDefined();
  });

  test('has milestones of these kinds only', async () => {
    const { employer, offer } = await hire();
    expect(await stage.record(employer, offer, 'ACCEPTED', '2026-11-21')).toMatchObject({
      code: 'INPUT_INVALID',
    });
  });
});

describe('milestones', () => {
  const begun: Reached[] = [
    { kind: 'OFFER', onDate: '2026-11-01' },
    { kind: 'ACCEPTED', onDate: '2026-11-10' },
  ];
  const at: { today: string; startsOn: string | null } = { today: '2028-01-01', startsOn: null };
  const problem = (reached: Reached[], kind: Reached['kind'], onDate: string | null, when = at) =>
    milestoneProblem([...begun, ...reached], { kind, onDate }, when);

  test('keep their order in time, also when one is corrected', () => {
    expect(problem([], 'PERMIT', '2026-11-09')).toBe(
      'PERMIT (2026-11-09) would be before ACCEPTED (2026-11-10)',
    );
    const arrived: Reached[] = [
      { kind: 'PERMIT', onDate: '2026-12-01' },
      { kind: 'ARRIVAL', onDate: '2027-01-10' },
    ];
    expect(problem(arrived, 'PERMIT', '2026-12-24')).toBeNull();
    expect(problem(arrived, 'PERMIT', '2027-01-11')).toBe(
      'ARRIVAL (2027-01-10) would be before PERMIT (2027-01-11)',
    );
  });

  test('count months from the arrival, or from the first day of work where none is needed', () => {
    const lives: Reached[] = [
      { kind: 'PERMIT', onDate: null },
      { kind: 'ARRIVAL', onDate: null },
    ];
    expect(problem(lives, 'THREE_MONTHS', '2027-02-09')).toMatch('2027-02-10 at the earliest');
    expect(problem(lives, 'THREE_MONTHS', '2027-02-10')).toBeNull();
    const later = { ...at, startsOn: '2027-01-31' };
    expect(problem(lives, 'THREE_MONTHS', '2027-04-29', later)).toMatch('2027-04-30 at the earliest');
    expect(problem(lives, 'ONE_YEAR', '2028-01-01')).toBe('THREE_MONTHS comes first');
  });

  test('cannot all be done without', () => {
    expect(problem([], 'THREE_MONTHS', null)).toBe('it is always needed');
  });

  test('months later is the same day, or the last of a shorter month', () => {
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2027-11-30', 3)).toBe('2028-02-29');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 36 }),
        (date, months) => {
          const from = date.toISOString().slice(0, 10);
          const to = monthsAfter(from, months);
          const [year, month, day] = from.split('-').map(Number) as [number, number, number];
          const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number];
          expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
          expect(toDay).toBe(Math.min(day, new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()));
        },
      ),
    );
  });

  test('however they are tried, are recorded in order or refused', () => {
    const dates = fc.option(
      fc
        .date({ min: new Date('2026-10-01'), max: new Date('2028-06-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    );
    const tries = fc.array(fc.record({ kind: fc.constantFrom(...MILESTONES), onDate: dates }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(tries, (all) => {
        let reached = begun;
        for (const next of all)
          if (milestoneProblem(reached, next, at) === null)
            reached = [...reached.filter(({ kind }) => kind !== next.kind), next].sort(
              (one, other) => MILESTONES.indexOf(one.kind) - MILESTONES.indexOf(other.kind),
            );
        expect(reached.map(({ kind }) => kind)).toEqual(MILESTONES.slice(0, reached.length));
        const known = reached.flatMap(({ onDate }) => onDate ?? []);
        expect(known).toEqual(known.toSorted());
      }),
    );
  });
});
