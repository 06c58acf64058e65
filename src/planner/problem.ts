import { z } from 'zod';
import { parseInput } from '../kernel/index.ts';
import { checkReferences } from './check-references.ts';
import { isZone } from './zones.ts';

/** Seconds of search when the problem does not say. */
const DEFAULT_SECONDS = 10;

const id = z.string().min(1).max(200);
const count = z.int().min(0).max(1_000_000);

const slot = z.object({
  id: z.int(),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
});

const person = z.object({
  id,
  /** Any name for a side: `talent` and `employer`, or one for all in company-to-company events. */
  side: z.string().default(''),
  /** Whom the picture groups the person with: an interviewer's employer, say. */
  organisation: z.string().nullish(),
  /** Slots in which the person can meet; all of them if absent. */
  available: z.array(z.int()).nullish(),
  /** Meetings that the person is guaranteed. */
  min: count.default(0),
  max: count.nullish(),
  /** Meetings on one day of the person's own zone. */
  maxPerDay: count.nullish(),
  /** Slots of the same day that stay free between two meetings of the person. */
  rest: count.default(0),
  /** Where the person's day begins and ends. */
  zone: z.string().refine(isZone, 'is no time zone such as Europe/Stockholm').default('UTC'),
});

const pair = z.object({
  id,
  a: id,
  b: id,
  value: z.number().min(0).max(1e9).default(1),
  /** Must be placed, in whichever slot. */
  required: z.boolean().default(false),
  /** Must be placed in this slot. */
  fixed: z.int().nullish(),
  /** May be placed in these slots only. */
  slots: z.array(z.int()).nullish(),
});

/** Several people who share limits: the interviewers of one employer. */
const group = z.object({
  id,
  members: z.array(id),
  /** Meetings of all members together. */
  max: count.nullish(),
  /** Whether anybody meets at most one of the members. */
  once: z.boolean().default(false),
});

/** What several pairs share besides their people: interpreters, the rooms of one day. */
const shared = z.object({
  id,
  /** The pairs that need it; all of them if absent. */
  pairs: z.array(id).nullish(),
  /** How many of these pairs may be held in such slots, all together. */
  limits: z.array(z.object({ slots: z.array(z.int()), max: count })),
});

const schema = z.object({
  slots: z.array(slot).max(10_000),
  people: z.array(person).max(200_000),
  pairs: z.array(pair).max(500_000),
  groups: z.array(group).default([]),
  /** Rooms or tables in use at the same time; 0 or absent where meetings need none. */
  places: z.object({ count, home: z.record(z.string(), z.int().min(0)).default({}) }).nullish(),
  shared: z.array(shared).default([]),
  apart: z.array(z.tuple([id, id])).default([]),
  together: z.array(z.tuple([id, id])).default([]),
  precede: z.array(z.tuple([id, id])).default([]),
  objective: z.enum(['value', 'breaks']).default('value'),
  maxBreakSpread: count.nullish(),
  weights: z
    .object({
      /** Share of the value that may be given up to raise the worst-off. */
      fairness: z.number().min(0).max(1).default(0),
      /** Value that may be given up for each idle slot less. */
      idle: z.number().min(0).max(1e9).default(0),
    })
    .default({ fairness: 0, idle: 0 }),
  limits: z
    .object({
      seconds: z.number().min(0).max(86_400).default(DEFAULT_SECONDS),
      seed: z.int().default(1),
      /** Steps of search. With it the answer does not depend on the machine: `seconds` is not looked at. */
      work: z.int().min(0).nullish(),
    })
    .default({ seconds: DEFAULT_SECONDS, seed: 1 }),
});

/** Who could meet whom, and when: the file format of `tandem plan`, with its defaults filled in. */
export type Problem = z.output<typeof schema>;
/** The same as people write it. */
export type ProblemInput = z.input<typeof schema>;
export type Slot = Problem['slots'][number];
export type Person = Problem['people'][number];
export type Pair = Problem['pairs'][number];

/**
 * Checks a problem and fills in its defaults.
 * @throws INPUT_INVALID, or the PLANNER_ failure that names what does not fit together.
 */
export function readProblem(data: unknown): Problem {
  const problem = parseInput(schema, data, ['problem']);
  checkReferences(problem);
  // Breaks are compared between plans that hold every meeting.
  if (problem.objective === 'breaks') for (const each of problem.pairs) each.required = true;
  return problem;
}
