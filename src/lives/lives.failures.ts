import { defineFailure } from '../kernel/index.ts';

export const illegalMove = defineFailure<{
  kind: string;
  id: string;
  state: string;
  move: string;
  legal: readonly string[];
}>({
  code: 'LIVES_ILLEGAL_MOVE',
  status: 409,
  message: ({ kind, id, state, move, legal }) =>
    `The ${kind} ${id} is ${state} and cannot ${move}; ${legal.length > 0 ? `it can: ${legal.join(', ')}` : 'nothing can be done with it any more'}`,
  remedy: 'Read it again, and choose one of the moves that its state allows; docs/states.md shows them all.',
});

export const reasonNeeded = defineFailure<{ kind: string; move: string }>({
  code: 'LIVES_REASON_NEEDED',
  status: 400,
  message: ({ kind, move }) => `To ${move} a ${kind} needs a reason`,
  remedy: 'Send `reason`: whoever is concerned may read it.',
});
