import type { EmployerFact } from './facts/employers.ts';
import type { MeetingFact, PlanFact, RequestFact } from './facts/meetings.ts';
import type { CoupleFact, OfferFact, RoleFact } from './facts/placements.ts';
import { FEWEST_PEOPLE, type CountFigure } from './figures/guard.ts';
import type { AboutTalent } from './figures/tally.ts';

/** Everything that a report is made of. */
export interface Facts {
  employers: readonly EmployerFact[];
  leads: readonly AboutTalent[];
  requests: readonly RequestFact[];
  meetings: readonly MeetingFact[];
  plans: readonly PlanFact[];
  shortlisted: readonly AboutTalent[];
  offers: readonly OfferFact[];
  couples: readonly CoupleFact[];
  roles: readonly RoleFact[];
}

/** When and for whom a report is made. */
export interface Reading {
  now: Date;
  /** The zone by whose calendar days are counted. */
  zone: string;
  /** Whether figures about fewer than five people are withheld. */
  guarded: boolean;
  /** Whether it is one employer's part. */
  part: boolean;
}

/** What the figures of a report go by. */
export interface Rules extends Pick<Reading, 'now' | 'zone' | 'part'> {
  /** The date of the report. */
  today: string;
  /** The fewest people that a figure may be about. */
  least: number;
}

/** The fewest people that a figure may be about. */
export const leastOf = ({ guarded }: Pick<Reading, 'guarded'>): number => (guarded ? FEWEST_PEOPLE : 0);

/** The same for what is said of hires: where their number is withheld, all that would give it away is. */
export const leastOfHires = (hires: CountFigure, least: number): number =>
  hires.withheld ? Infinity : least;

/** Whether something holds of a row, as words to count by. */
export const YES_OR_NO = ['yes', 'no'] as const;
