import { defineLife } from '../../lives/index.ts';

/** A meeting, from when it is published to both sides. */
export const meetingLife = defineLife({
  subject: 'meeting',
  title: 'Meeting',
  states: {
    PUBLISHED: 'In the agendas of both.',
    HELD: 'It took place.',
    MISSED: 'Someone did not come.',
    CANCELLED: 'It does not take place; the time is free again.',
  },
  begins: 'PUBLISHED',
  moves: {
    shift: { from: ['PUBLISHED'], to: 'PUBLISHED', action: 'meeting:move', holds: 'everybody is free' },
    pin: {
      from: ['PUBLISHED'],
      to: 'PUBLISHED',
      action: 'meeting:move',
    },
    hold: { from: ['PUBLISHED', 'MISSED'], to: 'HELD', action: 'meeting:record', holds: 'it has begun' },
    miss: { from: ['PUBLISHED', 'HELD'], to: 'MISSED', action: 'meeting:record', holds: 'it has begun' },
    cancel: { from: ['PUBLISHED'], to: 'CANCELLED', action: 'meeting:cancel', reason: true },
    release: {
      from: ['PUBLISHED'],
      to: 'CANCELLED',
      action: 'meeting:release',
      holds: 'a participant, the consent, the occasion or the plan that it stood on has ended',
      consequence: true,
    },
  },
});
