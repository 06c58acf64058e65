import { defineLife } from '../lives/index.ts';
import type { OfferState } from './offer.entity.ts';

/** An offer, and the hire that comes of it. */
export const offerLife = defineLife<OfferState, OfferMove>({
  subject: 'offer',
  title: 'Offer and hire',
  states: {
    OFFERED: 'The talent has yet to answer.',
    ACCEPTED: 'A hire; how far it has come its milestones say.',
    DECLINED: 'The talent said no.',
    WITHDRAWN: 'Taken back before an answer.',
    EXPIRED: 'Not answered in time.',
    ENDED: 'The hire ended early.',
  },
  begins: 'OFFERED',
  moves: {
    accept: {
      from: ['OFFERED'],
      to: 'ACCEPTED',
      action: 'offer:answer',
      holds: 'its time is not over; the role has an opening left',
    },
    decline: { from: ['OFFERED'], to: 'DECLINED', action: 'offer:answer', holds: 'its time is not over' },
    withdraw: { from: ['OFFERED'], to: 'WITHDRAWN', action: 'offer:withdraw', holds: 'its time is not over' },
    release: {
      from: ['OFFERED'],
      to: 'WITHDRAWN',
      action: 'offer:lapse',
      holds: 'the consent to be matched has ended',
      consequence: true,
    },
    expire: {
      from: ['OFFERED'],
      to: 'EXPIRED',
      action: 'offer:lapse',
      holds: 'its time is over',
      consequence: true,
    },
    reach: {
      from: ['ACCEPTED'],
      to: 'ACCEPTED',
      action: 'placement:record',
      holds: 'the milestones before are recorded, or not needed',
    },
    arrive: {
      from: ['ACCEPTED'],
      to: 'ACCEPTED',
      action: 'placement:arrive',
      holds: 'the permit is recorded, or not needed',
    },
    end: { from: ['ACCEPTED'], to: 'ENDED', action: 'placement:end' },
  },
});

type OfferMove = 'accept' | 'decline' | 'withdraw' | 'release' | 'expire' | 'reach' | 'arrive' | 'end';
