import type { SalaryPeriod } from '../../kernel/index.ts';

/** Pay of one period. */
export interface Pay {
  amount: number;
  currency: string;
  period: SalaryPeriod;
}

/** Weeks that are paid in a year. */
const WEEKS = 52;

/**
 * Pay counted up to a year, in halves of a cent: whole numbers, so that code and database compare alike. An hour
 * counts `weeklyHours` times 52 weeks, a month twelve times.
 */
export function yearly({ amount, period }: Omit<Pay, 'currency'>, weeklyHours: number): number {
  const periods = { HOUR: weeklyHours * WEEKS, MONTH: 12, YEAR: 1 }[period];
  return Math.round(amount * 100) * Math.round(periods * 2);
}

/** How often a period goes into a year, in SQL, over a column with the period and one with the weekly hours. */
export const periodsInYear = (period: string, weeklyHours: string): string =>
  `CASE ${period} WHEN 'HOUR' THEN ${weeklyHours} * ${WEEKS} WHEN 'MONTH' THEN 12 ELSE 1 END`;

const PERIODS: Readonly<Record<SalaryPeriod, string>> = { HOUR: 'an hour', MONTH: 'a month', YEAR: 'a year' };
const amounts = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  trailingZeroDisplay: 'stripIfInteger',
});

/** `SEK 29,680 a month`. */
export const payWords = ({ amount, currency, period }: Pay): string =>
  `${currency} ${amounts.format(amount)} ${PERIODS[period]}`;

/** The pay, with what it makes in another period and how that was counted: `CAD 28.50 an hour (CAD 4,940 a month …)`. */
export function payWordsIn(pay: Pay, period: SalaryPeriod, weeklyHours: number): string {
  if (pay.period === period) return payWords(pay);
  const one = yearly({ amount: 0.01, period }, weeklyHours);
  const amount = yearly(pay, weeklyHours) / one / 100;
  const hours = [pay.period, period].includes('HOUR')
    ? `, at ${weeklyHours} hours a week and ${WEEKS} weeks a year`
    : '';
  return `${payWords(pay)} (${payWords({ ...pay, amount, period })}${hours})`;
}
