import { defineLife } from '../lives/index.ts';
import type { OccasionKind, OccasionState } from './occasion.entity.ts';
import type { ParticipationState } from './participation.entity.ts';

/** A delegation that travels to its talents. */
export const missionLife = defineLife({
  subject: 'occasion',
  title: 'Mission (delegation)',
  states: {
    DRAFT: 'Only its hosts see it.',
    ANNOUNCED: 'Public; employers join with their roles.',
    RECRUITING: 'Talents apply and are screened; shortlists are made.',
    INTERVIEWING: 'Interview days are planned and held; nobody joins any more.',
    CLOSED: 'Interviews are over; offers and arrivals are followed.',
    CANCELLED: 'It does not take place.',
  },
  begins: 'DRAFT',
  moves: {
    announce: { from: ['DRAFT'], to: 'ANNOUNCED', action: 'occasion:advance' },
    recruit: {
      from: ['ANNOUNCED'],
      to: 'RECRUITING',
      action: 'occasion:advance',
      holds: 'an employer that takes part brings a role',
    },
    interview: {
      from: ['RECRUITING'],
      to: 'INTERVIEWING',
      action: 'occasion:advance',
      holds: 'it has sessions',
    },
    close: { from: ['INTERVIEWING'], to: 'CLOSED', action: 'occasion:advance' },
    cancel: {
      from: ['DRAFT', 'ANNOUNCED', 'RECRUITING', 'INTERVIEWING'],
      to: 'CANCELLED',
      action: 'occasion:cancel',
      reason: true,
    },
  },
});

/** Meetings online, for talents anywhere. */
export const eventLife = defineLife({
  subject: 'occasion',
  title: 'Event (online matchmaking)',
  states: {
    DRAFT: 'Only its hosts see it.',
    OPEN: 'Public; employers and talents register and ask for meetings.',
    PLANNED: 'A plan is published: everybody has their agenda.',
    LIVE: 'Meetings take place.',
    CLOSED: 'It is over; feedback and offers follow.',
    CANCELLED: 'It does not take place.',
  },
  begins: 'DRAFT',
  moves: {
    open: { from: ['DRAFT'], to: 'OPEN', action: 'occasion:advance', holds: 'it has sessions' },
    plan: { from: ['OPEN'], to: 'PLANNED', action: 'occasion:advance', holds: 'a run is published' },
    reopen: { from: ['PLANNED'], to: 'OPEN', action: 'occasion:advance' },
    start: { from: ['PLANNED'], to: 'LIVE', action: 'occasion:advance' },
    close: { from: ['LIVE'], to: 'CLOSED', action: 'occasion:advance' },
    cancel: {
      from: ['DRAFT', 'OPEN', 'PLANNED', 'LIVE'],
      to: 'CANCELLED',
      action: 'occasion:cancel',
      reason: true,
    },
  },
});

/** In which states employers and talents may join. */
export const JOINABLE: Record<OccasionKind, Record<'EMPLOYER' | 'TALENT', readonly OccasionState[]>> = {
  MISSION: { EMPLOYER: ['ANNOUNCED', 'RECRUITING'], TALENT: ['ANNOUNCED', 'RECRUITING'] },
  EVENT: { EMPLOYER: ['OPEN', 'PLANNED'], TALENT: ['OPEN', 'PLANNED'] },
};

/** Taking part, of an employer or a talent. */
export const participationLife = defineLife<ParticipationState, string>({
  subject: 'participation',
  title: 'Participation',
  states: {
    APPLIED: 'A host has yet to decide.',
    WAITING: 'On the waiting list: the first moves up when a seat is free.',
    ADMITTED: 'Takes part.',
    DECLINED: 'A host said no, with a reason.',
    WITHDRAWN: 'Left, or was taken out.',
  },
  begins: 'APPLIED',
  moves: {
    admit: { from: ['APPLIED'], to: 'ADMITTED', action: 'participation:decide', holds: 'a seat is free' },
    queue: { from: ['APPLIED'], to: 'WAITING', action: 'participation:admit', consequence: true },
    promote: {
      from: ['WAITING'],
      to: 'ADMITTED',
      action: 'participation:admit',
      holds: 'a seat is free, and nobody waits longer',
      consequence: true,
    },
    decline: {
      from: ['APPLIED', 'WAITING'],
      to: 'DECLINED',
      action: 'participation:decide',
      reason: true,
    },
    withdraw: {
      from: ['APPLIED', 'WAITING', 'ADMITTED'],
      to: 'WITHDRAWN',
      action: 'participation:withdraw',
    },
    drop: {
      from: ['APPLIED', 'WAITING', 'ADMITTED'],
      to: 'WITHDRAWN',
      action: 'participation:admit',
      holds: 'their consent, or the occasion, has ended',
      consequence: true,
    },
    rejoin: { from: ['WITHDRAWN'], to: 'APPLIED', action: 'participation:apply' },
  },
});
