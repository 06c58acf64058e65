import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beganOn, lasted } from '../../src/metrics/hire.ts';

const hire = (changes: Partial<Parameters<typeof lasted>[0]> = {}) => ({
  milestones: { ACCEPTED: '2026-01-10', PERMIT: null, ARRIVAL: '2026-02-01' },
  startsOn: null,
  endedOn: null,
  ...changes,
});

describe('when a hire begins', () => {
  test('with the arrival, and not before it is recorded', () => {
    expect(beganOn(hire())).toBe('2026-02-01');
    expect(beganOn(hire({ milestones: { ACCEPTED: '2026-01-10' }, startsOn: '2026-01-20' }))).toBeNull();
  });

  test('where no arrival is needed, on the later of acceptance and agreed first day', () => {
    const milestones = { ACCEPTED: '2026-01-10', PERMIT: null, ARRIVAL: null };
    expect(beganOn(hire({ milestones, startsOn: '2026-03-01' }))).toBe('2026-03-01');
    expect(beganOn(hire({ milestones, startsOn: '2026-01-01' }))).toBe('2026-01-10');
    expect(beganOn(hire({ milestones }))).toBe('2026-01-10');
  });
});

describe('whether a hire has lasted', () => {
  test('nobody can tell before the day, and from it on everybody', () => {
    expect(lasted(hire(), 3, '2026-04-30')).toBeNull();
    expect(lasted(hire(), 3, '2026-05-01')).toBe(true);
  });

  test('it has when it ended on the day or later', () => {
    expect(lasted(hire({ endedOn: '2026-05-01' }), 3, '2026-06-01')).toBe(true);
    expect(lasted(hire({ endedOn: '2026-04-30' }), 3, '2026-06-01')).toBe(false);
  });

  test('what lasted a year lasted three months', () => {
    const day = fc.date({ min: new Date('2026-02-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.option(day), day, (ended, today) => {
        const one = hire({ endedOn: ended && ended.toISOString().slice(0, 10) });
        const on = today.toISOString().slice(0, 10);
        expect(lasted(one, 12, on) !== true || lasted(one, 3, on) === true).toBe(true);
      }),
    );
  });
});
