/** Why people call a meeting off: codes, so that nobody writes about another's health or character. */
export const CANCEL_REASONS = ['CANNOT_COME', 'NOT_INTERESTED', 'POSITION_FILLED', 'OTHER'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What else ends a meeting before it is held. */
export const RELEASE_REASONS = [
  'CONSENT_ENDED',
  'PARTICIPATION_ENDED',
  'OCCASION_CANCELLED',
  'PLAN_CHANGED',
] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

/** Reasons after which the two are not put together again by a later run. */
export const CALLED_OFF_BY_PEOPLE: ReadonlySet<string> = new Set(CANCEL_REASONS);
