import { defineFailure } from '../../kernel/index.ts';

/** Who or what a meeting takes up. */
export const BUSY = ['TALENT', 'EMPLOYER', 'INTERVIEWER', 'INTERPRETER', 'ROOM'] as const;
export type Busy = (typeof BUSY)[number];

/** Also said of meetings that the caller may not see. */
export const meetingUnknown = defineFailure<{ id: string }>({
  code: 'OCCASIONS_MEETING_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no meeting ${id} that you may see`,
  remedy: 'Take the identifier from myMeetings or, as a host, from the query `meetings`.',
});

export const doubleBooked = defineFailure<{ who: readonly Busy[] }>({
  code: 'OCCASIONS_DOUBLE_BOOKED',
  status: 409,
  message: ({ who }) =>
    `At that time there is another meeting of: ${who.length > 0 ? who.join(', ') : 'one of those who meet'}`,
  remedy: 'Choose another time, or somebody else; the query `meetings` shows what is taken.',
});

export const notTakingPart = defineFailure<{
  who: 'TALENT' | 'EMPLOYER' | 'INTERVIEWER' | 'INTERPRETER' | 'ROLE';
}>({
  code: 'OCCASIONS_NOT_TAKING_PART',
  status: 409,
  message: ({ who }) => `The ${who} is none of this occasion, or does not take part in it now`,
  remedy:
    'Name an admitted talent whose consent stands, an admitted employer, one of its interviewers and open roles, and an interpreter of the occasion.',
});

export const meetAlready = defineFailure<{ id: string }>({
  code: 'OCCASIONS_MEET_ALREADY',
  status: 409,
  message: ({ id }) => `The two have a meeting at this occasion already: ${id}`,
  remedy: 'Move that one with moveMeeting.',
});

export const meetingBegun = defineFailure<{ id: string }>({
  code: 'OCCASIONS_MEETING_BEGUN',
  status: 409,
  message: ({ id }) => `The meeting ${id} has begun`,
  remedy: 'Record with recordMeeting whether it was held.',
});

export const meetingNotBegun = defineFailure<{ id: string }>({
  code: 'OCCASIONS_MEETING_NOT_BEGUN',
  status: 409,
  message: ({ id }) => `The meeting ${id} has not begun`,
  remedy: 'Wait until it has, or cancel it with cancelMeeting.',
});

export const meetingNotHeld = defineFailure<{ id: string; state: string }>({
  code: 'OCCASIONS_MEETING_NOT_HELD',
  status: 409,
  message: ({ id, state }) => `The meeting ${id} is ${state}: there is nothing to say of it`,
  remedy: 'Give feedback on a meeting that took place.',
});
