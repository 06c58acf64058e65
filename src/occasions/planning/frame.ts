import type { LocalHours } from '../../planner/index.ts';
import type { Session } from '../session.entity.ts';
import type { PlanRequest } from './wish.ts';

/** When somebody can meet. */
export interface Presence {
  zone: string;
  /** In the zone; null: whenever there are sessions. */
  hours: readonly LocalHours[] | null;
  /** Other meetings, wherever they are. */
  busy: readonly { start: string; end: string }[];
}

/** How many meetings somebody gets: guaranteed, at most, and at most on one of their days. */
export interface Quota {
  min: number;
  max: number | null;
  perDay: number | null;
}

export interface FrameTalent extends Presence, Quota {
  id: string;
  /** ISO 639-1 codes of what they speak well enough to be interviewed in; empty when nothing is known. */
  languages: readonly string[];
}

/** An interviewer or an interpreter. */
export interface FrameStaff extends Presence {
  id: string;
  languages: readonly string[];
  max: number | null;
}

export interface FrameEmployer extends Presence, Quota {
  /** The organisation's. */
  id: string;
  /** Who meets for it; the employer itself meets where nobody is named. */
  interviewers: readonly FrameStaff[];
}

/** A meeting of the sessions that are planned, as it is in the agendas of both. */
export interface StandingMeeting {
  id: string;
  version: number;
  talentId: string;
  organisationId: string;
  interviewerId: string | null;
  interpreterId: string | null;
  roleId: string | null;
  start: string;
  end: string;
  place: number | null;
  /** Begun, or pinned: it stays where it is. */
  fixed: boolean;
}

/** A proposal of an earlier run that an organiser pinned. */
export interface PinnedProposal {
  talentId: string;
  organisationId: string;
  interviewerId: string | null;
  start: string;
}

/** Everything that a planning run goes by, as data. */
export interface Frame {
  now: string;
  sessions: readonly Pick<
    Session,
    'zone' | 'date' | 'fromTime' | 'toTime' | 'minutes' | 'pause' | 'places'
  >[];
  talents: readonly FrameTalent[];
  employers: readonly FrameEmployer[];
  interpreters: readonly FrameStaff[];
  standing: readonly StandingMeeting[];
  proposals: readonly PinnedProposal[];
  /** Pairs of talent and employer of whom one called their meeting off: they are not put together again. */
  calledOff: readonly { talentId: string; organisationId: string }[];
  /**
   * The people who lost a meeting since the plan was published, once for each; with it the run changes what stands as
   * little as possible. Null for a plan made anew.
   */
  lost: readonly string[] | null;
  request: Pick<PlanRequest, 'wishes' | 'apart' | 'weights' | 'seconds' | 'seed' | 'work'>;
}
