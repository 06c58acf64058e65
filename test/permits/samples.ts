/** A permit rule as an operator sends it, for tests that change one thing about it. */
export const ruleInput = (changes: Record<string, unknown> = {}) => ({
  territory: 'SE',
  permit: 'work permit',
  citizenship: 'THIRD_COUNTRY',
  salaryFloor: { amount: 30000.5, currency: 'SEK', period: 'MONTH' },
  validFrom: '2026-01-01',
  source: 'A law',
  consultedOn: '2026-11-21',
  ...changes,
});
