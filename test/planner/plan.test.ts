import { describe, expect, it } from 'vitest';
import { calendarOf, pictureOf, plan, readProblem, type Progress } from '../../src/planner/index.ts';
import { generated } from '../bench/planner/families.ts';
import { pair, people, slots } from './problems.ts';

const event = generated({
  employers: 30,
  talents: 200,
  dates: ['2026-09-14'],
  hours: ['09:00', '13:00'],
  wishes: [6, 12],
  max: 4,
  presence: 0.5,
  seed: 6,
});
const tiny = {
  slots: slots(2),
  people: people('t', 'e;x'),
  pairs: [pair('m', 't', 'e;x')],
  places: { count: 1 },
};

describe('the library call', () => {
  it('plans, and tells how far it has come', async () => {
    const told: Progress[] = [];
    const made = await plan(
      { ...event, limits: { seed: 1, work: 1_500 } },
      { progress: (each) => told.push(each) },
    );
    expect(made.gap).toBeLessThan(0.02);
    expect(told.length).toBeGreaterThan(2);
    for (const { value, bound } of told) expect(bound).toBeGreaterThanOrEqual(value - 1e-9);
  });

  it('called off, answers with the best plan so far', async () => {
    const called = new AbortController();
    const made = await plan(
      { ...event, limits: { seconds: 60, seed: 1 } },
      { signal: called.signal, progress: () => called.abort() },
    );
    expect(made.meetings.length).toBeGreaterThan(0);
    expect(made.seconds).toBeLessThan(20);
  });

  it('refuses what cannot be read', async () => {
    await expect(plan({ ...tiny, pairs: [pair('m', 't', 'x')] })).rejects.toMatchObject({
      code: 'PLANNER_UNKNOWN_REFERENCE',
    });
  });
});

describe('what a plan is shown as', () => {
  it('a calendar in which commas and semicolons are what they are', async () => {
    const made = await plan(tiny);
    const calendar = calendarOf(readProblem(tiny), made, 't', new Date('2026-09-01T00:00:00Z'));
    expect(calendar.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Tandem//Planner//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:m@tandem',
      'SEQUENCE:0',
      'DTSTAMP:20260901T000000Z',
      'DTSTART:20260914T070000Z',
      'DTEND:20260914T072000Z',
      'SUMMARY:Meeting with e\\;x',
      'LOCATION:Place 1',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('a picture with a row for each who meets', async () => {
    const made = await plan(tiny);
    const picture = pictureOf(readProblem(tiny), made);
    expect(picture).toContain('1 meetings, value 1.00, proven best; 0 pairs not placed');
    expect(picture.match(/tspan class="small">@1/g)).toHaveLength(2);
  });
});
