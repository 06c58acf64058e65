/** What a salary is counted by. */
export const SALARY_PERIODS = ['HOUR', 'MONTH', 'YEAR'] as const;
export type SalaryPeriod = (typeof SALARY_PERIODS)[number];
