/** How far a planning run has come. */
export interface Progress {
  stage: 'first plan' | 'bound' | 'improving' | 'proving' | 'finishing';
  value: number;
  breaks: number;
  bound: number;
  /** As in the plan. */
  gap: number;
  seconds: number;
}

/**
 * How far an objective value may be from the best possible: (bound − value) / bound for a value to be raised,
 * (breaks − bound) / max(1, breaks) for breaks to be lowered.
 */
export const gapOf = (objective: 'value' | 'breaks', reached: number, bound: number): number =>
  objective === 'value'
    ? Math.max(0, bound - reached) / Math.max(bound, 1e-9)
    : Math.max(0, reached - bound) / Math.max(reached, 1);
