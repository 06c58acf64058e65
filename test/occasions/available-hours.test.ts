import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availableHours, type Availability } from '../../src/occasions/index.ts';
import { availableSlots, slotsOf } from '../../src/planner/index.ts';

const ZONES = ['Europe/Stockholm', 'America/Bogota', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns'];

const weekdays = (from: string, to: string): Availability['weekly'] =>
  [1, 2, 3, 4, 5].map((day) => ({ day, from, to }));

const slotsWithin = (zone: string, date: string, from: string, to: string, availability: Availability) => {
  const slots = slotsOf({ zone, hours: [{ date, from, to }], minutes: 30 });
  const ids = new Set(availableSlots(slots, availableHours(availability, [date])));
  return slots.filter(({ id }) => ids.has(id)).map(({ start }) => start);
};

describe('the hours in which someone can meet', () => {
  test('are those of the week, in their own zone', () => {
    const free = slotsWithin('Europe/Stockholm', '2027-03-08', '14:00', '18:00', {
      zone: 'America/Bogota',
      weekly: weekdays('09:00', '11:00'),
      exceptions: [],
    });
    // 09:00 in Bogotá is 14:00 UTC, 15:00 in Stockholm.
    expect(free).toEqual([
      '2027-03-08T14:00:00.000Z',
      '2027-03-08T14:30:00.000Z',
      '2027-03-08T15:00:00.000Z',
      '2027-03-08T15:30:00.000Z',
    ]);
  });

  test('are found where it is already the next day', () => {
    // 18:00 on Sunday in Stockholm is 06:00 on Monday in Auckland.
    const free = slotsWithin('Europe/Stockholm', '2027-03-07', '18:00', '19:00', {
      zone: 'Pacific/Auckland',
      weekly: [{ day: 1, from: '06:00', to: '07:00' }],
      exceptions: [],
    });
    expect(free).toHaveLength(2);
  });

  test('go on past midnight, but not into a date with hours of its own', () => {
    const night = (exceptions: Availability['exceptions']) =>
      slotsWithin('UTC', '2027-03-09', '00:00', '03:00', {
        zone: 'UTC',
        weekly: [{ day: 1, from: '22:00', to: '02:00' }],
        exceptions,
      });
    expect(night([])).toHaveLength(4);
    expect(night([{ date: '2027-03-09', hours: [] }])).toEqual([]);
    expect(night([{ date: '2027-03-09', hours: [{ from: '02:00', to: '03:00' }] }])).toHaveLength(2);
    // An exception on the evening before takes its night away too.
    expect(night([{ date: '2027-03-08', hours: [] }])).toEqual([]);
  });

  test('hold both of the hour that comes twice in October', () => {
    const free = slotsWithin('UTC', '2026-10-25', '00:00', '03:00', {
      zone: 'Europe/Stockholm',
      weekly: [{ day: 7, from: '02:00', to: '03:00' }],
      exceptions: [],
    });
    expect(free).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);
const hours = fc
  .record({ from: time, to: fc.oneof(time, fc.constant('24:00')) })
  .filter(({ from, to }) => from !== to);
const dates = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28'];
const availabilities: fc.Arbitrary<Availability> = fc.record({
  zone: fc.constantFrom(...ZONES),
  weekly: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), hours).map(([day, each]) => ({ day, ...each })),
    { maxLength: 8 },
  ),
  exceptions: fc.uniqueArray(
    fc.record({ date: fc.constantFrom(...dates), hours: fc.array(hours, { maxLength: 2 }) }),
    { selector: ({ date }) => date, maxLength: 4 },
  ),
});

describe('whatever the pattern, a slot is open to someone', () => {
  test('exactly if the clock on their own wall shows an hour of theirs all through it', () => {
    fc.assert(
      fc.property(
        availabilities,
        fc.constantFrom(...ZONES),
        fc.constantFrom('2026-10-24', '2026-10-25', '2027-03-28'),
        (availability, zone, date) => {
          const slots = slotsOf({ zone, hours: [{ date, from: '00:00', to: '24:00' }], minutes: 30 });
          const open = new Set(availableSlots(slots, availableHours(availability, [date])));
          for (const { id, start } of slots) {
            // Half an hour in steps of a quarter: no pattern and no change of clocks is finer than that here.
            const throughout = [0, 15].every((minute) =>
              isOpen(availability, new Date(Date.parse(start) + minute * 60_000)),
            );
            expect(open.has(id), `${start} in ${availability.zone}`).toBe(throughout);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** By the wall clock of the moment alone, without any arithmetic on zones. */
function isOpen({ zone, weekly, exceptions }: Availability, moment: Date): boolean {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment);
  const [date = '', clock = ''] = wall.split(' ');
  const before = new Date(Date.parse(`${date}T12:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
  const exceptionOn = (day: string) => exceptions.find((exception) => exception.date === day);
  const patternOf = (day: string) =>
    exceptionOn(day)?.hours ??
    weekly.filter((each) => each.day === (new Date(`${day}T12:00:00Z`).getUTCDay() || 7));
  const today = patternOf(date).some(({ from, to }) => from <= clock && (clock < to || to < from));
  const sinceYesterday =
    !exceptionOn(date) && patternOf(before).some(({ from, to }) => to < from && clock < to);
  return today || sinceYesterday;
}
