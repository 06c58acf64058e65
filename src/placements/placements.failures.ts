import { defineFailure } from '../kernel/index.ts';

/** Also said of offers that the caller may not know of. */
export const offerUnknown = defineFailure<{ id: string }>({
  code: 'PLACEMENTS_OFFER_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no offer ${id} that you may see`,
  remedy: 'Look the identifier up with the query `offers`.',
});

export const offerStands = defineFailure<{ id: string; roleId: string }>({
  code: 'PLACEMENTS_OFFER_STANDS',
  status: 409,
  message: ({ id, roleId }) => `The talent has an offer for the role ${roleId} already: ${id}`,
  remedy: 'Wait for the answer, or withdraw that offer with the mutation withdrawOffer.',
});

export const offerExpired = defineFailure<{ id: string; answerBy: Date }>({
  code: 'PLACEMENTS_OFFER_EXPIRED',
  status: 409,
  message: ({ id, answerBy }) => `The offer ${id} could be answered before ${answerBy.toISOString()}`,
  remedy: 'Ask the employer for a new offer.',
});

export const noOpening = defineFailure<{ roleId: string; openings: number }>({
  code: 'PLACEMENTS_NO_OPENING',
  status: 409,
  message: ({ roleId, openings }) => `All ${openings} openings of the role ${roleId} are taken`,
  remedy: 'The employer can raise `openings` with the mutation editRole.',
});

export const roleClosed = defineFailure<{ roleId: string }>({
  code: 'PLACEMENTS_ROLE_CLOSED',
  status: 409,
  message: ({ roleId }) => `The role ${roleId} is closed`,
  remedy: 'Offer a role that is open.',
});

export const originUnknown = defineFailure<{ occasionId: string }>({
  code: 'PLACEMENTS_ORIGIN_UNKNOWN',
  status: 400,
  message: ({ occasionId }) => `The employer does not take part in an occasion ${occasionId}`,
  remedy: 'Name an occasion in which the employer was admitted, or leave `occasionId` out.',
});

export const milestoneRefused = defineFailure<{ kind: string; problem: string }>({
  code: 'PLACEMENTS_MILESTONE_REFUSED',
  status: 409,
  message: ({ kind, problem }) => `The milestone ${kind} cannot be recorded: ${problem}`,
  remedy: 'Record the milestones in order, each with its own date, or as not needed.',
});
