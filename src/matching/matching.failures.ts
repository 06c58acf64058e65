import { defineFailure } from '../kernel/index.ts';
import type { Segment } from '../talents/index.ts';

export const notYetEmbedded = defineFailure<{ kind: 'role' | 'talent'; id: string }>({
  code: 'MATCHING_NOT_YET_EMBEDDED',
  status: 503,
  message: ({ kind, id }) => `The text of the ${kind} ${id} is still being read by the model`,
  remedy: 'Ask again in a few seconds; `tandem doctor` shows how much is waiting.',
});

export const familyHidden = defineFailure<{ segment: Segment }>({
  code: 'MATCHING_FAMILY_HIDDEN',
  status: 403,
  message: ({ segment }) => `An employer may not narrow by ${segment}, which tells of a family`,
  remedy: 'Leave the segment out of the filter; organisers may narrow by it.',
});
