import { CITIZENSHIPS } from '../kernel/index.ts';
import { graphqlEnum } from './graphql-enum.ts';

export const CitizenshipEnum = graphqlEnum(
  'Citizenship',
  CITIZENSHIPS,
  'Which rules of free movement apply: only the group is kept, never the nationality.',
  {
    EU_EEA_SWISS: 'Citizen of an EU or EEA country or of Switzerland: needs no permit there.',
    THIRD_COUNTRY: 'Citizen of another country.',
  },
);
