import { defineLife } from '../../lives/index.ts';

/** Some weeks in which a cluster of employers seeks talents together. */
export const campaignLife = defineLife({
  subject: 'campaign',
  title: 'Campaign',
  states: {
    DRAFT: 'Its hosts and the employers that they invite see it; employers bring roles.',
    RUNNING: 'Public; talents sign up and are screened.',
    CLOSED: 'Nobody signs up any more; screening and shortlists go on.',
    CANCELLED: 'It does not take place.',
  },
  begins: 'DRAFT',
  moves: {
    run: {
      from: ['DRAFT'],
      to: 'RUNNING',
      action: 'campaign:advance',
      holds: 'an employer has brought a role',
    },
    close: { from: ['RUNNING'], to: 'CLOSED', action: 'campaign:advance' },
    cancel: { from: ['DRAFT', 'RUNNING'], to: 'CANCELLED', action: 'campaign:cancel', reason: true },
  },
});

/** A talent who has signed up for a campaign. Only people decide, and say why. */
export const signUpLife = defineLife({
  subject: 'sign-up',
  title: 'Sign-up for a campaign',
  states: {
    QUEUED: 'Waits to be screened: first come, first served.',
    CLAIMED: 'Somebody screens it.',
    LEAD: 'Fits roles of the campaign, and is handed to their shortlists.',
    POOL: 'Stays in the pool for later roles.',
    DECLINED: 'A person said no, with a reason that the talent may read.',
    WITHDRAWN: 'The talent withdrew, or ended their consent.',
  },
  begins: 'QUEUED',
  moves: {
    claim: {
      from: ['QUEUED', 'CLAIMED'],
      to: 'CLAIMED',
      action: 'signup:screen',
      holds: 'nobody has claimed it within the last two hours',
    },
    return: { from: ['CLAIMED'], to: 'QUEUED', action: 'signup:screen', holds: 'it is one’s own claim' },
    lead: {
      from: ['CLAIMED'],
      to: 'LEAD',
      action: 'signup:screen',
      holds: 'it is one’s own claim',
      reason: true,
    },
    pool: {
      from: ['CLAIMED'],
      to: 'POOL',
      action: 'signup:screen',
      holds: 'it is one’s own claim',
      reason: true,
    },
    decline: {
      from: ['CLAIMED'],
      to: 'DECLINED',
      action: 'signup:screen',
      holds: 'it is one’s own claim',
      reason: true,
    },
    reconsider: { from: ['POOL', 'DECLINED'], to: 'QUEUED', action: 'signup:screen' },
    withdraw: { from: ['QUEUED', 'CLAIMED', 'LEAD', 'POOL'], to: 'WITHDRAWN', action: 'signup:withdraw' },
    drop: {
      from: ['QUEUED', 'CLAIMED', 'LEAD', 'POOL'],
      to: 'WITHDRAWN',
      action: 'signup:drop',
      holds: 'the consent that it stood on has ended',
      consequence: true,
    },
  },
});
