import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { campaignFee, isUsualLength, weekOf, weeksOf } from '../../src/shortlists/index.ts';

const cents = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => amount / 100);
const plan = fc.record({
  baseAmount: cents,
  baseJobs: fc.integer({ min: 1, max: 20 }),
  furtherJobAmount: cents,
});
const jobs = fc.integer({ min: 1, max: 200 });

describe('the fee of a campaign', () => {
  test.each([
    [0, 0],
    [1, 30_000],
    [3, 30_000],
    [4, 35_000],
    [7, 50_000],
  ])('of Copenhagen Capacity is for %i jobs DKK %i', (many, fee) => {
    expect(campaignFee({ baseAmount: 30_000, baseJobs: 3, furtherJobAmount: 5_000 }, many)).toBe(fee);
  });

  test('is the base up to its jobs, and grows by the same amount with each further one', () => {
    fc.assert(
      fc.property(plan, jobs, (price, many) => {
        const fee = campaignFee(price, many);
        const step = Math.round((campaignFee(price, many + 1) - fee) * 100);
        expect(fee >= price.baseAmount).toBe(true);
        expect(step).toBe(many < price.baseJobs ? 0 : Math.round(price.furtherJobAmount * 100));
      }),
    );
  });

  test('is a whole number of cents', () => {
    fc.assert(
      fc.property(plan, jobs, (price, many) => {
        const fee = campaignFee(price, many);
        expect(Number(fee.toFixed(2))).toBe(fee);
      }),
    );
  });
});

describe('the length of a campaign', () => {
  test('counts both its first and its last day', () => {
    expect(weeksOf('2027-01-04', '2027-03-14')).toBe(10);
    expect(weeksOf('2027-01-04', '2027-01-04')).toBeCloseTo(1 / 7);
  });

  test.each([
    ['2027-01-04', '2027-02-28', true],
    ['2027-01-04', '2027-01-31', true],
    ['2027-01-04', '2027-01-30', false],
    ['2027-01-04', '2027-04-25', true],
    ['2027-01-04', '2027-04-26', false],
  ])('from %s to %s is usual: %s', (startsOn, endsOn, usual) => {
    expect(isUsualLength(startsOn, endsOn)).toBe(usual);
  });
});

test('a week begins on Monday, and every instant lies in the one that its Monday begins', () => {
  expect(weekOf(new Date('2026-11-22T23:59:59Z'))).toBe('2026-11-16');
  expect(weekOf(new Date('2026-11-23T00:00:00Z'))).toBe('2026-11-23');
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (at) => {
        const monday = Date.parse(weekOf(at));
        expect(new Date(monday).getUTCDay()).toBe(1);
        const since = at.getTime() - monday;
        expect(since >= 0 && since < 7 * 24 * 3_600_000).toBe(true);
      },
    ),
  );
});
