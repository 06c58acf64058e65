import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableSlots, instantsOfHours, slotsOf } from '../../src/planner/index.ts';
import { wallClock } from '../../src/planner/zones.ts';

const iso = (instants: { start: number; end: number }[]) =>
  instants.map(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()]);

describe('hours of the wall become instants', () => {
  it('in summer and in winter time', () => {
    const hours = (date: string) =>
      instantsOfHours([{ date, from: '09:00', to: '10:00' }], 'Europe/Stockholm');
    expect(iso(hours('2026-07-01'))).toEqual([['2026-07-01T07:00:00.000Z', '2026-07-01T08:00:00.000Z']]);
    expect(iso(hours('2026-12-01'))).toEqual([['2026-12-01T08:00:00.000Z', '2026-12-01T09:00:00.000Z']]);
  });

  it('the hour that comes twice in October is in twice', () => {
    const night = instantsOfHours([{ date: '2026-10-25', from: '02:00', to: '03:00' }], 'Europe/Stockholm');
    expect(iso(night)).toEqual([['2026-10-25T00:00:00.000Z', '2026-10-25T02:00:00.000Z']]);
  });

  it('half of that hour is two half hours, an hour apart', () => {
    const night = instantsOfHours([{ date: '2026-10-25', from: '02:00', to: '02:30' }], 'Europe/Stockholm');
    expect(iso(night)).toEqual([
      ['2026-10-25T00:00:00.000Z', '2026-10-25T00:30:00.000Z'],
      ['2026-10-25T01:00:00.000Z', '2026-10-25T01:30:00.000Z'],
    ]);
  });

  it('the hour that March skips is in none', () => {
    expect(instantsOfHours([{ date: '2026-03-29', from: '02:00', to: '03:00' }], 'Europe/Stockholm')).toEqual(
      [],
    );
    const night = instantsOfHours([{ date: '2026-03-29', from: '01:00', to: '04:00' }], 'Europe/Stockholm');
    expect(iso(night)).toEqual([['2026-03-29T00:00:00.000Z', '2026-03-29T02:00:00.000Z']]);
  });

  it('an end before its start is on the next day', () => {
    const night = instantsOfHours([{ date: '2026-07-01', from: '22:00', to: '02:00' }], 'UTC');
    expect(iso(night)).toEqual([['2026-07-01T22:00:00.000Z', '2026-07-02T02:00:00.000Z']]);
  });

  it('an unknown zone is refused', () => {
    expect(() => instantsOfHours([], 'Mars/Olympus')).toThrow("'Mars/Olympus' is no time zone");
  });
});

const zone = fc.constantFrom(
  'Europe/Stockholm',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Asia/Manila',
  'UTC',
);
/** Days around the changes of clocks of both hemispheres, and some others. */
const date = fc.constantFrom(
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-27',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2026-07-15',
);
const time = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const hours = fc.record({ date, from: time, to: time });
const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

describe('available slots', () => {
  it('never fall outside the hours that the person wrote down, on the clock of the person', () => {
    fc.assert(
      fc.property(
        zone,
        hours,
        zone,
        hours,
        fc.constantFrom(15, 20, 45),
        (host, hosting, home, own, minutes) => {
          const slots = slotsOf({ zone: host, hours: [hosting], minutes });
          const available = new Set(availableSlots(slots, { zone: home, hours: [own] }));
          const inside = (instant: number): boolean => {
            const since = (wallClock(instant, home) - Date.parse(`${own.date}T00:00:00Z`)) / 60_000;
            const [from, to] = [minuteOf(own.from), minuteOf(own.to)];
            return since >= from && since < (to > from ? to : to + 24 * 60);
          };
          for (const { id, start, end } of slots) {
            const [first, last] = [Date.parse(start), Date.parse(end)];
            let all = true;
            for (let at = first; at < last; at += 5 * 60_000) all &&= inside(at);
            expect(available.has(id)).toBe(all);
          }
        },
      ),
      { numRuns: 200, seed: 20261025 },
    );
  });

  it('do not touch what is taken', () => {
    const day = { zone: 'UTC', hours: [{ date: '2026-07-01', from: '09:00', to: '11:00' }] };
    const slots = slotsOf({ ...day, minutes: 30 });
    const busy = [{ start: '2026-07-01T09:45:00Z', end: '2026-07-01T10:00:00Z' }];
    expect(availableSlots(slots, { ...day, busy })).toEqual([0, 2, 3]);
  });
});

describe('slots', () => {
  it('are cut with a pause between them, and what is left over is no slot', () => {
    const slots = slotsOf({
      zone: 'Asia/Kathmandu',
      hours: [{ date: '2026-07-01', from: '09:00', to: '10:00' }],
      minutes: 20,
      pause: 5,
    });
    expect(slots).toEqual([
      { id: 0, start: '2026-07-01T03:15:00.000Z', end: '2026-07-01T03:35:00.000Z' },
      { id: 1, start: '2026-07-01T03:40:00.000Z', end: '2026-07-01T04:00:00.000Z' },
    ]);
  });
});
