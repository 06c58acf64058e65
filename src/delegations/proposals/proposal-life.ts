import { defineLife } from '../../lives/index.ts';

/** From a place in a ranking to somebody's own word. */
export const proposalLife = defineLife({
  subject: 'mission-proposal',
  title: 'Proposal of a talent for a mission',
  states: {
    PROPOSED: 'On the hosts’ list; the talent knows nothing of it.',
    ASKED: 'The talent has been asked.',
    ACCEPTED: 'The talent has applied by their own word.',
    REFUSED: 'The talent does not want to; they are not asked again for this mission.',
    DISMISSED: 'A host took them off the list before they were asked.',
    LAPSED: 'The consent to be matched has ended.',
  },
  begins: 'PROPOSED',
  moves: {
    ask: { from: ['PROPOSED'], to: 'ASKED', action: 'proposal:ask', holds: 'talents can join the mission' },
    dismiss: { from: ['PROPOSED'], to: 'DISMISSED', action: 'proposal:dismiss' },
    accept: {
      from: ['ASKED'],
      to: 'ACCEPTED',
      action: 'proposal:answer',
      holds: 'talents can join the mission',
    },
    refuse: { from: ['ASKED'], to: 'REFUSED', action: 'proposal:answer' },
    lapse: {
      from: ['PROPOSED', 'ASKED'],
      to: 'LAPSED',
      action: 'proposal:lapse',
      holds: 'the consent that it stood on has ended',
      consequence: true,
    },
  },
});
