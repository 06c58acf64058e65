import { graphqlEnum } from '../../graph/index.ts';
import { CANDIDATE_ORDERS } from './order.ts';

export const CandidateOrderEnum = graphqlEnum(
  'CandidateOrder',
  CANDIDATE_ORDERS,
  'How a ranking of talents is put in order.',
  {
    RELEVANCE: 'By score alone.',
    SPREAD:
      'By score, lowered by up to a fifth for those who had much attention from other roles in the last 14 days: nobody stands at a place with less than four fifths of the score that belongs there.',
  },
);
