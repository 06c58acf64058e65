import { defineFailure } from '../kernel/index.ts';
import type { OccasionState } from './occasion.entity.ts';

/** Also said of drafts to those who do not host them. */
export const occasionUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no occasion ${id} that you may see`,
  remedy: 'Look the identifier up with the query `occasions`; drafts are seen by their hosts only.',
});

export const occasionOver = defineFailure<{ id: string; state: OccasionState }>({
  code: 'OCCASIONS_OVER',
  status: 409,
  message: ({ id, state }) => `The occasion ${id} is ${state}: it does not change any more`,
  remedy: 'Create a new occasion.',
});

export const kindStays = defineFailure<{ id: string; kind: string }>({
  code: 'OCCASIONS_KIND_STAYS',
  status: 400,
  message: ({ id, kind }) => `The occasion ${id} is of the kind ${kind} and stays so`,
  remedy: 'Send the kind that it has; for another kind create a new occasion.',
});

export const leadNeeded = defineFailure({
  code: 'OCCASIONS_LEAD_NEEDED',
  status: 400,
  message: () => 'The occasion would be led by nobody: your token names no organisation',
  remedy: 'Send `leadId`, or act for the organisation that leads.',
});

export const hostWithdrawn = defineFailure<{ id: string }>({
  code: 'OCCASIONS_HOST_WITHDRAWN',
  status: 409,
  message: ({ id }) => `The organisation ${id} has left Tandem and can neither host nor take part`,
  remedy: 'Name another organisation, or ask an operator to bring it back.',
});

export const notAHost = defineFailure<{ id: string }>({
  code: 'OCCASIONS_NOT_A_HOST',
  status: 400,
  message: ({ id }) => `The organisation ${id} does not host the occasion`,
  remedy: 'Name one of `Occasion.hosts`, or have the leading host add it with addHost.',
});

export const leadStays = defineFailure<{ id: string }>({
  code: 'OCCASIONS_LEAD_STAYS',
  status: 409,
  message: ({ id }) => `The organisation ${id} leads the occasion and cannot leave it`,
  remedy: 'Remove another host, or cancel the occasion.',
});

export const noSessions = defineFailure<{ id: string }>({
  code: 'OCCASIONS_NO_SESSIONS',
  status: 409,
  message: ({ id }) => `The occasion ${id} has no sessions: nobody would know when people meet`,
  remedy: 'Set them with setSessions first.',
});

export const nothingBrought = defineFailure<{ id: string }>({
  code: 'OCCASIONS_NOTHING_BROUGHT',
  status: 409,
  message: ({ id }) => `No employer that takes part in the occasion ${id} brings a role`,
  remedy: 'Admit an employer with joinOccasion, or let one add roles with editEmployerParticipation.',
});

export const noPlan = defineFailure<{ id: string }>({
  code: 'OCCASIONS_NO_PLAN',
  status: 409,
  message: ({ id }) => `The occasion ${id} has no published plan`,
  remedy: 'Run the planner and publish one of its runs first.',
});

export const sessionOutside = defineFailure<{ date: string; startsOn: string; endsOn: string }>({
  code: 'OCCASIONS_SESSION_OUTSIDE',
  status: 400,
  message: ({ date, startsOn, endsOn }) => `The session on ${date} is not within ${startsOn} to ${endsOn}`,
  remedy: 'Move the session, or change the dates of the occasion first.',
});

export const sessionTooShort = defineFailure<{ date: string; from: string; to: string; zone: string }>({
  code: 'OCCASIONS_SESSION_TOO_SHORT',
  status: 400,
  message: ({ date, from, to, zone }) =>
    `On ${date} from ${from} to ${to} in ${zone} there is no time for a single meeting`,
  remedy:
    'End it later, or make meetings shorter; on the day on which clocks go forward an hour does not exist.',
});

export const sessionsOverlap = defineFailure<{ first: string; second: string }>({
  code: 'OCCASIONS_SESSIONS_OVERLAP',
  status: 400,
  message: ({ first, second }) => `The sessions '${first}' and '${second}' of the same leg overlap`,
  remedy:
    'End the first before the second begins; what runs side by side belongs to different legs or places.',
});

export const packageUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_PACKAGE_UNKNOWN',
  status: 404,
  message: ({ id }) => `The occasion has no package ${id}`,
  remedy: 'Take one of `Occasion.packages`.',
});

export const packageInUse = defineFailure<{ id: string }>({
  code: 'OCCASIONS_PACKAGE_IN_USE',
  status: 409,
  message: ({ id }) => `Employers have joined with the package ${id}: it cannot be taken away`,
  remedy: 'Send it among the packages with its `id`; what those who joined pay does not change.',
});

export const packageChoiceNeeded = defineFailure<{ packages: readonly string[] }>({
  code: 'OCCASIONS_PACKAGE_CHOICE_NEEDED',
  status: 400,
  message: ({ packages }) => `The employer has the choice between the packages ${packages.join(', ')}`,
  remedy: 'Send `packageId`. An employer whose head count is known sees only those for its size.',
});

export const packageDoesNotFit = defineFailure<{ id: string; employees: number }>({
  code: 'OCCASIONS_PACKAGE_DOES_NOT_FIT',
  status: 400,
  message: ({ id, employees }) => `The package ${id} is not for an employer of ${employees} employees`,
  remedy:
    'Leave `packageId` out, or choose a package for that size; the head count is set with editOrganisation.',
});

export const noPackageFits = defineFailure<{ employees: number }>({
  code: 'OCCASIONS_NO_PACKAGE_FITS',
  status: 409,
  message: ({ employees }) => `No package is for an employer of ${employees} employees`,
  remedy: 'Ask the leading host, who adds one with setPackages.',
});

export const tooManyRoles = defineFailure<{ roles: number; included: number }>({
  code: 'OCCASIONS_TOO_MANY_ROLES',
  status: 400,
  message: ({ roles, included }) => `The package is for ${included} roles, not for ${roles}`,
  remedy: 'Bring fewer roles, or choose a package with more of them.',
});

export const notJoinable = defineFailure<{ id: string; state: OccasionState }>({
  code: 'OCCASIONS_NOT_JOINABLE',
  status: 409,
  message: ({ id, state }) => `The occasion ${id} is ${state}: nobody joins it`,
  remedy: 'Missions are joined while announced or recruiting, events while open or planned.',
});

export const alreadyIn = defineFailure<{ id: string; state: string }>({
  code: 'OCCASIONS_ALREADY_IN',
  status: 409,
  message: ({ id, state }) => `There is the participation ${id} already, and it is ${state}`,
  remedy: 'Change it with editEmployerParticipation or editTalentParticipation.',
});

export const roleNotTheirs = defineFailure<{ id: string }>({
  code: 'OCCASIONS_ROLE_NOT_THEIRS',
  status: 400,
  message: ({ id }) => `The role ${id} is no open role of the employer`,
  remedy: 'Bring roles of that employer that are not closed; the query `roles` lists them.',
});

/** Also said of participations that the caller may not read. */
export const participationUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_PARTICIPATION_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no participation ${id} that you may see`,
  remedy: 'Take the identifier from myParticipations or, as a host, from `Occasion.participations`.',
});

/** Also said of staff that the caller may not change. */
export const staffUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_STAFF_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no interviewer or interpreter ${id} that you may see`,
  remedy: 'Take the identifier from `Participation.interviewers` or `Occasion.interpreters`.',
});

export const staffInMeetings = defineFailure<{ id: string; meetings: number }>({
  code: 'OCCASIONS_STAFF_IN_MEETINGS',
  status: 409,
  message: ({ id, meetings }) => `${meetings} meeting(s) name the interviewer or interpreter ${id}`,
  remedy: 'Set `meetingsMax` to 0 instead: they get no further meeting, and what took place stays on record.',
});

export const participationOver = defineFailure<{ id: string; state: string }>({
  code: 'OCCASIONS_PARTICIPATION_OVER',
  status: 409,
  message: ({ id, state }) => `The participation ${id} is ${state} and cannot be changed`,
  remedy:
    'Whoever withdrew joins again with joinOccasion or applyToOccasion; who was declined asks the hosts.',
});
