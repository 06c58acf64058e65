import { defineFailure } from '../../kernel/index.ts';

export const nothingToPlan = defineFailure({
  code: 'OCCASIONS_NOTHING_TO_PLAN',
  status: 409,
  message: () => 'There are no slots to plan meetings in',
  remedy: 'Set the sessions of the occasion, or of this leg, each long enough for a meeting.',
});

export const planRunUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_RUN_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no run of the planner ${id}`,
  remedy: 'Look the identifier up with the query `planRuns`.',
});

export const planRunState = defineFailure<{ id: string; state: string; needed: string }>({
  code: 'OCCASIONS_RUN_STATE',
  status: 409,
  message: ({ id, state, needed }) => `The run ${id} is ${state}; only one that is ${needed} can do this`,
  remedy: 'Read the run again with the query `planRuns`.',
});

export const planRunOutdated = defineFailure<{ id: string; meetings: readonly string[] }>({
  code: 'OCCASIONS_RUN_OUTDATED',
  status: 409,
  message: ({ id, meetings }) =>
    `Since the run ${id} was asked for, meetings were booked or moved: ${meetings.join(', ')}`,
  remedy: 'Run the planner again, based on the published run; it leaves standing what can stand.',
});

export const proposalUnknown = defineFailure<{ runId: string }>({
  code: 'OCCASIONS_PROPOSAL_UNKNOWN',
  status: 404,
  message: ({ runId }) => `The run ${runId} proposes no such meeting`,
  remedy: 'Take the identifier from `meetings` of the run.',
});

export const runsIncomparable = defineFailure<{ one: string; other: string }>({
  code: 'OCCASIONS_RUNS_INCOMPARABLE',
  status: 400,
  message: ({ one, other }) => `The runs ${one} and ${other} plan different sessions`,
  remedy: 'Compare two finished runs of one occasion, or of one leg.',
});

/** Kept with a run that was called off before it began. */
export const planRunCalledOff = defineFailure({
  code: 'OCCASIONS_RUN_CALLED_OFF',
  status: 409,
  message: () => 'The run was called off before it began',
  remedy: 'Ask for another run.',
});
