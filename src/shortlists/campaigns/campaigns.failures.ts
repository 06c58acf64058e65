import { defineFailure } from '../../kernel/index.ts';

export const campaignUnknown = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_CAMPAIGN_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no campaign ${id}`,
  remedy:
    'Take the identifier from the query `campaigns`; a draft is shown to its hosts and those they invite.',
});

export const unusualLength = defineFailure<{ weeks: string; shortest: number; longest: number }>({
  code: 'SHORTLISTS_CAMPAIGN_LENGTH',
  status: 400,
  message: ({ weeks, shortest, longest }) =>
    `The campaign would take ${weeks} weeks; campaigns take ${shortest} to ${longest}`,
  remedy: 'Correct the dates, or send `unusualLength: true` if they are meant so.',
});

export const campaignNotOpen = defineFailure<{ id: string; state: string }>({
  code: 'SHORTLISTS_CAMPAIGN_NOT_OPEN',
  status: 409,
  message: ({ id, state }) =>
    `The campaign ${id} is ${state}, or its last day is over: this is not open any more`,
  remedy:
    'Roles are brought to a draft or running campaign; talents sign up while it runs, until its last day.',
});

export const notInvited = defineFailure<{ campaignId: string; employerId: string }>({
  code: 'SHORTLISTS_NOT_INVITED',
  status: 403,
  message: ({ campaignId, employerId }) =>
    `The employer ${employerId} is not invited to the campaign ${campaignId}`,
  remedy: 'Ask a host of the campaign, who invites with `inviteToCampaign`.',
});

export const noRoles = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_CAMPAIGN_NO_ROLES',
  status: 409,
  message: ({ id }) => `Nobody has brought a role to the campaign ${id} yet`,
  remedy: 'Invite employers; each brings its roles with `bringRoles`.',
});

export const signUpExists = defineFailure<{ campaignId: string }>({
  code: 'SHORTLISTS_SIGN_UP_EXISTS',
  status: 409,
  message: ({ campaignId }) => `You have signed up for the campaign ${campaignId} already`,
  remedy: 'See how it stands with the query `mySignUps`.',
});

export const signUpUnknown = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_SIGN_UP_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no sign-up ${id}`,
  remedy: 'Read the queue again: sign-ups of talents who end their consent disappear at once.',
});

export const claimedByAnother = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_CLAIMED_BY_ANOTHER',
  status: 409,
  message: ({ id }) => `The sign-up ${id} is not claimed by you`,
  remedy: 'Take the next one with `claimNextSignUp`; a claim ends after two hours.',
});

export const noLead = defineFailure<{ id: string; state: string }>({
  code: 'SHORTLISTS_NO_LEAD',
  status: 409,
  message: ({ id, state }) => `The sign-up ${id} is ${state}: only a lead is handed to shortlists`,
  remedy: 'Screen it first, and decide that it is a lead.',
});
