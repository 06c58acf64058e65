import { defineFailure } from '../kernel/index.ts';

export const unknownReference = defineFailure<{ place: string; id: string; kind: string }>({
  code: 'PLANNER_UNKNOWN_REFERENCE',
  status: 400,
  message: ({ place, id, kind }) => `${place} names ${kind} '${id}', which the problem does not list`,
  remedy: 'Add it to the problem, or take the reference out.',
});

export const duplicateId = defineFailure<{ id: string; kind: string }>({
  code: 'PLANNER_DUPLICATE_ID',
  status: 400,
  message: ({ id, kind }) => `Two ${kind} have the id '${id}'`,
  remedy: 'Give each its own id.',
});

export const slotsOutOfOrder = defineFailure<{ earlier: number; later: number }>({
  code: 'PLANNER_SLOTS_OUT_OF_ORDER',
  status: 400,
  message: ({ earlier, later }) =>
    `Slot ${later} does not begin at or after the end of slot ${earlier}, which stands before it`,
  remedy: 'List the slots by their start; no two may overlap.',
});

export const emptySlot = defineFailure<{ slot: number }>({
  code: 'PLANNER_EMPTY_SLOT',
  status: 400,
  message: ({ slot }) => `Slot ${slot} ends when it begins, or before`,
  remedy: 'Give it an end after its start.',
});

export const selfMeeting = defineFailure<{ pair: string; person: string }>({
  code: 'PLANNER_SELF_MEETING',
  status: 400,
  message: ({ pair, person }) => `Pair '${pair}' lets '${person}' meet themselves`,
  remedy: 'Name two different people.',
});

export const apartAndTogether = defineFailure<{ first: string; second: string }>({
  code: 'PLANNER_APART_AND_TOGETHER',
  status: 400,
  message: ({ first, second }) => `'${first}' and '${second}' are to be both apart and together`,
  remedy: 'Keep one of the two wishes; those together with one person are together with each other.',
});

export const togetherTooMany = defineFailure<{ person: string; choices: number; most: number }>({
  code: 'PLANNER_TOGETHER_TOO_MANY',
  status: 400,
  message: ({ person, choices, most }) =>
    `Those together with '${person}' have ${choices} combinations of meetings, more than ${most}`,
  remedy: 'Put fewer people together, or list fewer pairs for them.',
});

export const problemTooLarge = defineFailure<{ options: number; most: number }>({
  code: 'PLANNER_TOO_LARGE',
  status: 413,
  message: ({ options, most }) => `Pairs and slots make ${options} possible meetings, more than ${most}`,
  remedy: 'Plan by day or by park, or list fewer pairs.',
});

export const minimumAboveMaximum = defineFailure<{ person: string; min: number; max: number }>({
  code: 'PLANNER_MINIMUM_ABOVE_MAXIMUM',
  status: 400,
  message: ({ person, min, max }) => `'${person}' is promised ${min} meetings but may have ${max} at most`,
  remedy: 'Lower `min` or raise `max`.',
});

export const unknownZone = defineFailure<{ zone: string }>({
  code: 'PLANNER_UNKNOWN_ZONE',
  status: 400,
  message: ({ zone }) => `'${zone}' is no time zone`,
  remedy: 'Use a name of the IANA time zone database, such as Europe/Stockholm.',
});

export const plannerLost = defineFailure<{ reason: string }>({
  code: 'PLANNER_LOST',
  status: 503,
  message: ({ reason }) => `The process that makes the plan ended: ${reason}`,
  remedy: 'Try again; for a very large problem, plan by day or by park.',
});

export const fileUnreadable = defineFailure<{ file: string; reason: string }>({
  code: 'PLANNER_FILE_UNREADABLE',
  status: 400,
  message: ({ file, reason }) => `${file} cannot be read as JSON: ${reason}`,
  remedy: 'Name a file that exists and holds one JSON document in UTF-8.',
});
