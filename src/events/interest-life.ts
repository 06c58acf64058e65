import { defineLife } from '../lives/index.ts';

/** That a talent and an employer would like to meet at an event. */
export const interestLife = defineLife({
  subject: 'interest',
  title: 'Interest in a meeting',
  states: {
    ASKED: 'One side would like to meet. It blocks no time of anybody.',
    ACCEPTED: 'Both sides would: the planner places it if it can.',
    PROMISED: 'A host has promised it: the planner places it before all others.',
    DECLINED: 'The other side said no: the two are not planned together.',
    EXPIRED: 'The other side did not answer in time.',
    TAKEN_BACK: 'Whoever wanted it no longer does.',
  },
  begins: 'ASKED',
  moves: {
    accept: {
      from: ['ASKED'],
      to: 'ACCEPTED',
      action: 'interest:answer',
      holds: 'the other side does it, in time',
    },
    decline: {
      from: ['ASKED', 'ACCEPTED', 'PROMISED'],
      to: 'DECLINED',
      action: 'interest:answer',
      holds: 'while only asked, the other side does it',
    },
    takeBack: {
      from: ['ASKED', 'ACCEPTED'],
      to: 'TAKEN_BACK',
      action: 'interest:ask',
      holds: 'the side that asked does it',
    },
    askAgain: {
      from: ['TAKEN_BACK', 'EXPIRED', 'DECLINED'],
      to: 'ASKED',
      action: 'interest:ask',
      holds: 'once declined, the side that declined does it',
    },
    promise: { from: ['ASKED', 'ACCEPTED'], to: 'PROMISED', action: 'interest:promise' },
    breakPromise: { from: ['PROMISED'], to: 'ACCEPTED', action: 'interest:promise' },
    expire: {
      from: ['ASKED'],
      to: 'EXPIRED',
      action: 'interest:end',
      holds: 'the time to answer is over',
      consequence: true,
    },
    end: {
      from: ['ASKED', 'ACCEPTED', 'PROMISED'],
      to: 'TAKEN_BACK',
      action: 'interest:end',
      holds: 'the talent’s consent, or the participation of either, has ended',
      consequence: true,
    },
  },
});

export type InterestState = keyof typeof interestLife.states;

/** The states in which the planner looks at it. */
export const LIVE_STATES: readonly InterestState[] = ['ASKED', 'ACCEPTED', 'PROMISED'];
