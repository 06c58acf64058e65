import { defineFailure } from '../kernel/index.ts';

export const noMission = defineFailure<{ id: string }>({
  code: 'DELEGATIONS_NO_MISSION',
  status: 404,
  message: ({ id }) => `The occasion ${id} is an event, not a mission`,
  remedy: 'Take the identifier of an occasion of the kind MISSION.',
});

export const legUnknown = defineFailure<{ id: string }>({
  code: 'DELEGATIONS_LEG_UNKNOWN',
  status: 404,
  message: ({ id }) => `The mission has no leg ${id}`,
  remedy: 'Take one of `Occasion.legs`; leave `id` out for a new leg.',
});

export const legInUse = defineFailure<{ id: string; meetings: number }>({
  code: 'DELEGATIONS_LEG_IN_USE',
  status: 409,
  message: ({ id, meetings }) =>
    `The leg ${id} has ${meetings} published meeting(s) and cannot be taken away`,
  remedy: 'Send it among the legs with its `id`; its meetings keep their times until a new run is published.',
});

export const notAPartner = defineFailure<{ id: string; kind: string }>({
  code: 'DELEGATIONS_NOT_A_PARTNER',
  status: 409,
  message: ({ id, kind }) => `The organisation ${id} is of the kind ${kind} and takes no activity by itself`,
  remedy:
    'A host of the mission may give it one; service partners, ministries and development councils take them themselves.',
});

export const activityNotTaken = defineFailure<{ activity: string; organisationId: string }>({
  code: 'DELEGATIONS_ACTIVITY_NOT_TAKEN',
  status: 409,
  message: ({ activity, organisationId }) =>
    `The organisation ${organisationId} does not carry ${activity} for the mission`,
  remedy: 'Read `Occasion.coverage`, which says who carries what.',
});

export const noRolesToCompare = defineFailure({
  code: 'DELEGATIONS_NO_ROLES',
  status: 400,
  message: () => 'Markets are compared for one to ten open roles, or for a sector that has some',
  remedy: 'Send `roleIds` or `sector`, one of the two; the query `roles` lists the open ones.',
});

export const roleNotBrought = defineFailure<{ id: string }>({
  code: 'DELEGATIONS_ROLE_NOT_BROUGHT',
  status: 409,
  message: ({ id }) => `No employer that takes part brings the role ${id}`,
  remedy: 'Take one of the `roleIds` of an admitted employer’s participation.',
});

export const nothingBrought = defineFailure<{ id: string }>({
  code: 'DELEGATIONS_NOTHING_BROUGHT',
  status: 409,
  message: ({ id }) => `No employer that takes part in the mission ${id} brings a role`,
  remedy: 'Admit an employer with joinOccasion, or let one add roles with editEmployerParticipation.',
});

export const proposalUnknown = defineFailure<{ id: string }>({
  code: 'DELEGATIONS_PROPOSAL_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no proposal ${id} that you may see`,
  remedy: 'Take the identifier from `Occasion.proposals` or, as the talent, from myMissionProposals.',
});

export const noRubric = defineFailure<{ id: string }>({
  code: 'DELEGATIONS_NO_RUBRIC',
  status: 409,
  message: ({ id }) => `The mission ${id} has no rubric to screen by`,
  remedy: 'Set one with setRubric first.',
});

export const marksMisfit = defineFailure<{ problem: string; rubric: number }>({
  code: 'DELEGATIONS_MARKS_MISFIT',
  status: 400,
  message: ({ problem, rubric }) => `The marks do not fit version ${rubric} of the rubric: ${problem}`,
  remedy: 'Send one mark for each criterion of `Occasion.rubric`, from 0 to its scale.',
});

export const notApplied = defineFailure<{ talentId: string }>({
  code: 'DELEGATIONS_NOT_APPLIED',
  status: 409,
  message: ({ talentId }) => `The talent ${talentId} has not applied to the mission`,
  remedy: 'Talents apply with applyToOccasion, or accept a proposal; nobody is screened unasked.',
});

export const noPairs = defineFailure<{ legId: string; entries: number }>({
  code: 'DELEGATIONS_NO_PAIRS',
  status: 409,
  message: ({ legId, entries }) =>
    `Of ${entries} shortlist entries none is of somebody whom an employer could meet on the leg ${legId}`,
  remedy:
    'Make shortlists with shortlistMission, and admit talents of the leg’s country; rejected and withdrawn entries are not planned.',
});

export const promiseWithoutEntry = defineFailure<{ talentId: string; organisationId: string }>({
  code: 'DELEGATIONS_PROMISE_WITHOUT_ENTRY',
  status: 409,
  message: ({ talentId, organisationId }) =>
    `The talent ${talentId} stands on no shortlist of the employer ${organisationId} for this leg`,
  remedy: 'Put the talent on the list with addToShortlist first, or take the promise out.',
});

export const nothingPublished = defineFailure<{ legId: string }>({
  code: 'DELEGATIONS_NOTHING_PUBLISHED',
  status: 409,
  message: ({ legId }) => `No plan of the leg ${legId} is published that another could be based on`,
  remedy: 'Leave `replan` out: the first plan of a leg is made anew.',
});
