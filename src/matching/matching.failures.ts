import { defineFailure } from '../kernel/index.ts';

export const notYetEmbedded = defineFailure<{ kind: 'role' | 'talent'; id: string }>({
  code: 'MATCHING_NOT_YET_EMBEDDED',
  status: 503,
  message: ({ kind, id }) => `The text of the ${kind} ${id} is still being read by the model`,
  remedy: 'Ask again in a few seconds; `tandem doctor` shows how much is waiting.',
});
