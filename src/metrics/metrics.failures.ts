import { defineFailure } from '../kernel/index.ts';

export const noPart = defineFailure<{ occasionId: string; employerId: string }>({
  code: 'METRICS_NO_PART',
  status: 404,
  message: ({ occasionId, employerId }) =>
    `The employer ${employerId} has no part in the occasion ${occasionId}`,
  remedy:
    'Name an employer that was admitted to the occasion, or leave it out to see the whole of what you host.',
});
