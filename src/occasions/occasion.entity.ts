import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What an occasion is: a delegation that travels to its talents, or an online event. */
export const OCCASION_KINDS = ['MISSION', 'EVENT'] as const;
export type OccasionKind = (typeof OCCASION_KINDS)[number];

/** Every state of a mission or an event; which of them follow each other is in `occasion-lives.ts`. */
export type OccasionState =
  | 'DRAFT'
  | 'ANNOUNCED'
  | 'RECRUITING'
  | 'INTERVIEWING'
  | 'OPEN'
  | 'PLANNED'
  | 'LIVE'
  | 'CLOSED'
  | 'CANCELLED';

/** How a side gets in: AUTOMATIC: while there are seats. BY_ORGANISER: a host decides on each. */
export const ADMISSIONS = ['AUTOMATIC', 'BY_ORGANISER'] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** What missions and events share: who hosts, who takes part, for what fee, when, and with whom they meet. */
export const OccasionEntity = defineEntity({
  name: 'Occasion',
  tableName: 'occasions',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<OccasionKind>(),
    name: p.string(),
    summary: p.string(),
    /** The zone in which its dates are meant: `America/Toronto`. */
    zone: p.string(),
    /** The first and the last day, `YYYY-MM-DD`. */
    startsOn: p.date(),
    endsOn: p.date(),
    state: p.string().$type<OccasionState>(),
    /** How many are admitted of each side; null without limit. */
    employerSeats: p.integer().nullable(),
    talentSeats: p.integer().nullable(),
    employerAdmission: p.string().$type<Admission>(),
    talentAdmission: p.string().$type<Admission>(),
    /** Address of a video meeting with `{meeting}` in it; null where people meet in a room. */
    linkTemplate: p.string().nullable(),
    version: p.integer().version(),
  },
});

export type Occasion = InferEntity<typeof OccasionEntity>;
