import { defineFailure } from '../kernel/index.ts';

export const noEvent = defineFailure<{ id: string }>({
  code: 'EVENTS_NO_EVENT',
  status: 409,
  message: ({ id }) => `The occasion ${id} is a delegation, where nobody asks for meetings`,
  remedy: 'Interests belong to online events; a delegation plans from its shortlists.',
});

export const notTakingPart = defineFailure<{ who: 'talent' | 'employer'; id: string }>({
  code: 'EVENTS_NOT_TAKING_PART',
  status: 409,
  message: ({ who, id }) => `The ${who} ${id} does not take part in this event`,
  remedy: 'Ask those who are admitted; the field `participations` of the event lists whom you may see.',
});

export const notAsking = defineFailure<{ id: string; state: string }>({
  code: 'EVENTS_NOT_ASKING',
  status: 409,
  message: ({ id, state }) => `The event ${id} is ${state}: nobody asks or answers now`,
  remedy: 'Meetings are asked for while the event is OPEN or PLANNED.',
});

export const tooManyAsks = defineFailure<{ most: number }>({
  code: 'EVENTS_TOO_MANY_ASKS',
  status: 409,
  message: ({ most }) => `${most} of your requests stand already, as many as this event allows`,
  remedy: 'Take one back with answerInterest, or wait for answers.',
});

export const roleNotBrought = defineFailure<{ id: string }>({
  code: 'EVENTS_ROLE_NOT_BROUGHT',
  status: 409,
  message: ({ id }) => `The employer does not bring the role ${id} to this event`,
  remedy: 'Name one of the roles of its participation, or none.',
});

export const interestUnknown = defineFailure<{ id: string }>({
  code: 'EVENTS_INTEREST_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no interest ${id} that you may see`,
  remedy: 'Take the identifier from the list `interests` of the event.',
});

export const notYours = defineFailure<{ move: string; side: string }>({
  code: 'EVENTS_NOT_YOUR_MOVE',
  status: 409,
  message: ({ move, side }) => `To ${move} is up to the other side: here, ${side}`,
  remedy: 'Whoever asked can take it back; whoever was asked can accept or decline.',
});
