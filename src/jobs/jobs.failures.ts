import { defineFailure } from '../kernel/index.ts';

export const malformedJob = defineFailure<{ name: string; reason: string }>({
  code: 'JOBS_MALFORMED',
  status: 500,
  message: ({ name, reason }) => `The payload of a job ${name} does not keep its contract: ${reason}`,
  remedy: 'This is a defect in Tandem: report it with the log line.',
});
