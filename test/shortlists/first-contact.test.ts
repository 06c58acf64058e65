import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/planner/index.ts';
import { turnAt, windowEnd, type InTurn, type WindowRule } from '../../src/shortlists/index.ts';

const DAY = 24 * 60 * 60_000;
const ZONES = [
  'Europe/Stockholm',
  'Europe/Copenhagen',
  'America/Toronto',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
const days = fc.integer({ min: 1, max: 60 });

describe('a window of first contact', () => {
  test.each([
    // Clocks go back on 25 October 2026 in Stockholm: two whole days are 49 hours.
    ['2026-10-23T15:00:00Z', 2, 'Europe/Stockholm', '2026-10-25T23:00:00.000Z'],
    ['2027-03-26T15:00:00Z', 2, 'Europe/Stockholm', '2027-03-28T22:00:00.000Z'],
    // A window that begins at midnight has its days and no more.
    ['2026-10-22T22:00:00Z', 3, 'Europe/Stockholm', '2026-10-25T23:00:00.000Z'],
    // In Havana the day on which clocks go forward begins at one o’clock: 8 March 2026.
    ['2026-03-06T17:00:00Z', 1, 'America/Havana', '2026-03-08T05:00:00.000Z'],
    ['2026-11-23T12:00:00Z', 1, 'Asia/Kolkata', '2026-11-24T18:30:00.000Z'],
  ])('that begins at %s and lasts %i days in %s ends at %s', (begins, many, where, ends) => {
    expect(windowEnd(new Date(begins), many, where).toISOString()).toBe(ends);
  });

  test('ends when a day begins in the zone of the list, after as many whole days', () => {
    fc.assert(
      fc.property(instant, days, zone, (begins, many, where) => {
        const end = windowEnd(begins, many, where).getTime();
        const [last, next] = [localDate(end - 1, where), localDate(end, where)];
        expect(last < next).toBe(true);
        // Clocks shift by an hour at most, and what is left of a day is less than 25 hours.
        expect(end - begins.getTime()).toBeGreaterThanOrEqual(many * DAY - DAY / 24);
        expect(end - begins.getTime()).toBeLessThanOrEqual((many + 1) * DAY + DAY / 24);
      }),
    );
  });

  test('is no shorter for whoever is told later on the same day', () => {
    fc.assert(
      fc.property(instant, days, zone, (begins, many, where) => {
        const end = windowEnd(begins, many, where);
        const again = windowEnd(end, many, where);
        expect(localDate(again.getTime() - 1, where)).toBe(
          new Date(Date.parse(localDate(end.getTime() - 1, where)) + many * DAY).toISOString().slice(0, 10),
        );
      }),
    );
  });
});

describe('the turn of an entry', () => {
  const employers = ['one', 'two', 'three', 'four'];
  const order = fc.record({
    turns: fc.shuffledSubarray(employers, { minLength: 2 }),
    passed: fc.shuffledSubarray(employers, { maxLength: 2 }),
    turn: fc.constant(0),
    turnEndsAt: instant,
  });
  const rule: fc.Arbitrary<WindowRule> = fc.record({
    zone,
    windowDays: days,
    releaseTo: fc.constantFrom('NEXT', 'ALL'),
  });

  test('never goes back, and comes out the same whether it was written down on the way or not', () => {
    fc.assert(
      fc.property(
        order,
        rule,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (entry: InTurn, how, soon, later) => {
          const at = (hours: number) => new Date(entry.turnEndsAt!.getTime() + (hours - 48) * 3_600_000);
          const [first, second] = [at(soon), at(soon + later)];
          const written = turnAt(entry, how, first);
          expect(turnAt({ ...entry, ...written }, how, second)).toEqual(turnAt(entry, how, second));
          expect(turnAt(entry, how, second).turn).toBeGreaterThanOrEqual(written.turn);
          expect(written.turnEndsAt === null || written.turnEndsAt > first).toBe(true);
        },
      ),
    );
  });

  test('skips whoever has passed, and ends with everybody', () => {
    fc.assert(
      fc.property(order, rule, (entry: InTurn, how) => {
        const much = new Date(entry.turnEndsAt!.getTime() + 5 * 62 * DAY);
        expect(turnAt(entry, how, much)).toEqual({ turn: entry.turns.length, turnEndsAt: null });
        const next = turnAt(entry, how, entry.turnEndsAt!);
        expect(entry.passed).not.toContain(entry.turns[next.turn]);
      }),
    );
  });
});
