import { defineFailure } from '../kernel/index.ts';

export const roleUnknown = defineFailure<{ id: string }>({
  code: 'ROLES_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no role ${id}`,
  remedy: 'Look the identifier up with the query `roles`.',
});

export const employerWithdrawn = defineFailure<{ id: string }>({
  code: 'ROLES_EMPLOYER_WITHDRAWN',
  status: 409,
  message: ({ id }) => `The employer ${id} has left Tandem`,
  remedy: 'Ask an operator to bring the organisation back, or name another employer.',
});
