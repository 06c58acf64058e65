import { defineFailure } from '../kernel/index.ts';

export const shortlistUnknown = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no shortlist ${id}`,
  remedy: 'Take the identifier from the query `shortlists`, which lists those of your organisation.',
});

export const entryUnknown = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_ENTRY_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no shortlist entry ${id}`,
  remedy: 'Read the list again: entries of talents who end their consent disappear at once.',
});

export const entryExists = defineFailure<{ shortlistId: string; talentId: string }>({
  code: 'SHORTLISTS_ENTRY_EXISTS',
  status: 409,
  message: ({ shortlistId, talentId }) => `The talent ${talentId} is on the shortlist ${shortlistId} already`,
  remedy: 'Find the entry in the list; the move `reconsider` brings one back that was rejected or released.',
});

export const shortlistClosed = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_CLOSED',
  status: 409,
  message: ({ id }) => `The shortlist ${id} is closed`,
  remedy: 'Open it again with `reopenShortlist`, or make another list.',
});

export const shortlistFull = defineFailure<{ id: string; limit: number }>({
  code: 'SHORTLISTS_FULL',
  status: 409,
  message: ({ id, limit }) => `The shortlist ${id} has ${limit} entries, the most that a list holds`,
  remedy: 'Make another list: nobody looks through a longer one.',
});

export const roleElsewhere = defineFailure<{ roleId: string; of: 'occasion' | 'campaign' }>({
  code: 'SHORTLISTS_ROLE_ELSEWHERE',
  status: 409,
  message: ({ roleId, of }) => `The role ${roleId} is not part of this ${of}`,
  remedy: 'Its employer brings it along first; then a list of the mission, event or campaign can be for it.',
});

export const occasionUnknown = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_OCCASION_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no occasion ${id}`,
  remedy: 'Name a mission or an event that exists, or leave it out.',
});

export const roleNeeded = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_ROLE_NEEDED',
  status: 400,
  message: ({ id }) => `The shortlist ${id} is for several roles, and you may act for more than one of them`,
  remedy: 'Send `roleId`: the role for which you do it.',
});

export const roleNotYours = defineFailure<{ roleId: string }>({
  code: 'SHORTLISTS_ROLE_NOT_YOURS',
  status: 403,
  message: ({ roleId }) => `You may not act for the role ${roleId} on this list`,
  remedy: 'Name a role of the list whose employer you are or represent.',
});

export const notYourTurn = defineFailure<{ who: string; until: string | null }>({
  code: 'SHORTLISTS_NOT_YOUR_TURN',
  status: 409,
  message: ({ who, until }) =>
    until === null
      ? `${who} is in contact with the talent`
      : `${who} has the right of first contact until ${until}`,
  remedy: 'Wait until the entry is passed on or its window ends; you are told when it is your turn.',
});

export const othersWait = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_OTHERS_WAIT',
  status: 409,
  message: ({ id }) => `Other employers of the list have not had their turn with the entry ${id}`,
  remedy: 'Pass it on with the move `pass`; only a host ends an entry for all.',
});

export const nobodyNext = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_NOBODY_NEXT',
  status: 409,
  message: ({ id }) => `There is no other employer to whom the entry ${id} could be passed on`,
  remedy: 'Release it, or reject it with a reason.',
});

export const orderIncomplete = defineFailure<{ id: string }>({
  code: 'SHORTLISTS_ORDER_INCOMPLETE',
  status: 400,
  message: ({ id }) => `The order names entries that are not on the shortlist ${id}, or one of them twice`,
  remedy: 'Name each entry once; entries that are left out keep their order behind those named.',
});
