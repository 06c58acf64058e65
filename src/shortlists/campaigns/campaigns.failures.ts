import { defineFailure } from '../../kernel/index.ts';

export const campaignUnknown = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_CAMPAIGN_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no campaign ${id}`,
  remedy: 'Take the identifier from the query `campaigns`; a draft is shown to its hosts only.',
});
