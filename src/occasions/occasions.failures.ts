import { defineFailure } from '../kernel/index.ts';

/** Also said of drafts to those who do not host them. */
export const occasionUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no occasion ${id} that you may see`,
  remedy: 'Look the identifier up with the query `occasions`; drafts are seen by their hosts only.',
});
