import { defineFailure } from '../../kernel/index.ts';

export const feedUnknown = defineFailure({
  code: 'OCCASIONS_FEED_UNKNOWN',
  status: 404,
  message: () => 'There is no agenda at this address, or it is not shared any more',
  remedy: 'Have a new address made with the mutation createAgendaFeed.',
});

export const tooManyFeeds = defineFailure<{ most: number }>({
  code: 'OCCASIONS_TOO_MANY_FEEDS',
  status: 409,
  message: ({ most }) => `The agenda is shared at ${most} addresses already`,
  remedy: 'Revoke one with the mutation revokeAgendaFeed.',
});

export const tooManyMeetings = defineFailure<{ meetings: number; most: number }>({
  code: 'OCCASIONS_TOO_MANY_MEETINGS',
  status: 413,
  message: ({ meetings, most }) => `${meetings} meetings are more than one file holds, ${most}`,
  remedy: 'Page through them with the query `meetings`.',
});

/** Also said of interviewers of other employers. */
export const interviewerUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_INTERVIEWER_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no interviewer ${id} of yours`,
  remedy: 'Take the identifier of an interviewer whom your organisation named.',
});
