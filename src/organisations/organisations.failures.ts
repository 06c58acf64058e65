import { defineFailure } from '../kernel/index.ts';

export const organisationUnknown = defineFailure<{ id: string }>({
  code: 'ORGANISATIONS_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no organisation ${id}`,
  remedy: 'Look the identifier up with the query `organisations`.',
});

export const representationCircle = defineFailure<{ id: string }>({
  code: 'ORGANISATIONS_REPRESENTATION_CIRCLE',
  status: 400,
  message: ({ id }) => `Organisation ${id} cannot represent itself or one that represents it`,
  remedy: 'Name an organisation that is not itself represented by this one, or none.',
});
