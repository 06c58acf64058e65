import { expect, test } from 'vitest';
import { planApart } from '../../../src/occasions/planning/plan-apart.ts';

/** An event of 500 talents and 60 employers, in which every talent would meet ten. */
const large = () => ({
  slots: Array.from({ length: 24 }, (_, id) => ({
    id,
    start: new Date(Date.UTC(2027, 2, 8, 8, id * 20)).toISOString(),
    end: new Date(Date.UTC(2027, 2, 8, 8, id * 20 + 20)).toISOString(),
  })),
  people: [
    ...Array.from({ length: 500 }, (_, n) => ({ id: `talent ${n}`, side: 'talent' })),
    ...Array.from({ length: 60 }, (_, n) => ({ id: `employer ${n}`, side: 'employer' })),
  ],
  pairs: Array.from({ length: 5000 }, (_, n) => ({
    id: `pair ${n}`,
    a: `talent ${n % 500}`,
    b: `employer ${(n * 7 + Math.floor(n / 500)) % 60}`,
    value: 0.5,
  })),
  limits: { work: 1, seed: 1 },
});

test('a plan of an event of usual size comes whole out of the process that made it', async () => {
  const plan = await planApart(large(), null, {
    signal: new AbortController().signal,
    progress: () => {},
  });
  expect(plan.meetings.length).toBeGreaterThan(1000);
  expect(plan.meetings.length + plan.unplaced.length).toBe(5000);
});
