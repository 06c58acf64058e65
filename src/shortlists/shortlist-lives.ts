import { defineLife } from '../lives/index.ts';

/** A list, while people are put on it. */
export const shortlistLife = defineLife({
  subject: 'shortlist',
  title: 'Shortlist',
  states: {
    OPEN: 'Talents are put on it.',
    CLOSED: 'Nobody is put on it any more; what was begun with its entries goes on.',
  },
  begins: 'OPEN',
  moves: {
    close: { from: ['OPEN'], to: 'CLOSED', action: 'shortlist:edit' },
    reopen: { from: ['CLOSED'], to: 'OPEN', action: 'shortlist:edit' },
  },
});

/**
 * A talent put forward for a role. Nothing rejects by itself: only people do, with a reason (Regulation (EU)
 * 2024/1689, article 14, human oversight).
 */
export const entryLife = defineLife({
  subject: 'shortlist-entry',
  title: 'Shortlist entry',
  states: {
    PROPOSED: 'Put forward; nobody has written to the talent yet.',
    CONTACTED: 'An employer is in contact with the talent.',
    INTERVIEW: 'They meet, or have met.',
    OFFER: 'The employer has made an offer.',
    HIRED: 'The talent has accepted.',
    REJECTED: 'A person said no, with a reason that the talent may read.',
    WITHDRAWN: 'The talent took themselves out, or ended their consent.',
    RELEASED: 'Let go without a judgement of the talent: the role was filled or closed.',
  },
  begins: 'PROPOSED',
  moves: {
    contact: {
      from: ['PROPOSED'],
      to: 'CONTACTED',
      action: 'shortlist:advance',
      holds: 'it is the employer’s turn, or everybody’s',
    },
    interview: { from: ['CONTACTED'], to: 'INTERVIEW', action: 'shortlist:advance' },
    offer: { from: ['CONTACTED', 'INTERVIEW'], to: 'OFFER', action: 'shortlist:advance' },
    hire: { from: ['OFFER'], to: 'HIRED', action: 'shortlist:advance' },
    reject: {
      from: ['PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER'],
      to: 'REJECTED',
      action: 'shortlist:reject',
      holds: 'no other employer of the list waits for their turn, or a host says it for all',
      reason: true,
    },
    pass: {
      from: ['PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER'],
      to: 'PROPOSED',
      action: 'shortlist:release',
      holds: 'another employer of the list has not passed it on yet',
    },
    release: {
      from: ['PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER'],
      to: 'RELEASED',
      action: 'shortlist:release',
      holds: 'no other employer of the list waits for their turn, or a host says it for all',
      reason: true,
    },
    reconsider: { from: ['REJECTED', 'RELEASED'], to: 'PROPOSED', action: 'shortlist:advance' },
    withdraw: {
      from: ['PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER'],
      to: 'WITHDRAWN',
      action: 'standing:withdraw',
    },
    drop: {
      from: ['PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER'],
      to: 'WITHDRAWN',
      action: 'shortlist:drop',
      holds: 'the consent that it stood on has ended',
      consequence: true,
    },
  },
});

export type EntryMove = keyof typeof entryLife.moves;

/** The moves that parties of a list make, as they are named in the API. */
export const ENTRY_MOVES = [
  'contact',
  'interview',
  'offer',
  'hire',
  'reject',
  'pass',
  'release',
  'reconsider',
] as const satisfies readonly EntryMove[];
export type PartyMove = (typeof ENTRY_MOVES)[number];
