import { SALARY_PERIODS } from '../kernel/index.ts';
import { graphqlEnum } from './graphql-enum.ts';

export const SalaryPeriodEnum = graphqlEnum('SalaryPeriod', SALARY_PERIODS, 'What a salary is counted by.');
