import { defineLife } from '../lives/index.ts';

export const TANDEM_STATES = ['PROPOSED', 'STANDING', 'DECLINED', 'WITHDRAWN', 'ENDED'] as const;
export type TandemState = (typeof TANDEM_STATES)[number];

/** Of two talents who are searched for together. */
export const tandemLife = defineLife({
  subject: 'tandem',
  title: 'Tandem (two partners)',
  states: {
    PROPOSED: 'One has an invitation code for the other; after its last day it opens nothing.',
    STANDING: 'The two are searched for together.',
    DECLINED: 'Whoever got the code said no.',
    WITHDRAWN: 'The invitation was taken back or replaced.',
    ENDED: 'One of the two ended it, or a consent that it stood on ended.',
  },
  begins: 'PROPOSED',
  moves: {
    join: {
      from: ['PROPOSED'],
      to: 'STANDING',
      action: 'tandem:answer',
      holds: 'both consent to MATCHING and TANDEM, neither is in another, and the code has not run out',
    },
    decline: {
      from: ['PROPOSED'],
      to: 'DECLINED',
      action: 'tandem:answer',
      holds: 'the code has not run out',
    },
    withdraw: { from: ['PROPOSED'], to: 'WITHDRAWN', action: 'tandem:end' },
    lapse: {
      from: ['PROPOSED'],
      to: 'WITHDRAWN',
      action: 'tandem:lapse',
      holds: 'whoever invited has invited anew, joined another, left, or ended a consent',
      consequence: true,
    },
    end: { from: ['STANDING'], to: 'ENDED', action: 'tandem:end' },
    dissolve: {
      from: ['STANDING'],
      to: 'ENDED',
      action: 'tandem:lapse',
      holds: 'one of the two has left or ended a consent',
      consequence: true,
    },
  },
});
