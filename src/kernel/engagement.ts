/** Kinds of work that a role offers and a talent may wish for. LOAN: a specialist lent by one employer to another. */
export const ENGAGEMENTS = ['PERMANENT', 'FIXED_TERM', 'INTERNSHIP', 'THESIS', 'LOAN'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];
