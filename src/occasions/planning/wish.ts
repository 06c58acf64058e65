import { z } from 'zod';

const uuid = z.uuid();
const instant = z.iso.datetime({ offset: true });

/** What the planner may plan: a talent and an employer who would meet, as the room above judges it. */
const pairWish = z.strictObject({
  talentId: uuid,
  organisationId: uuid,
  roleId: uuid.nullish(),
  /** What the meeting is worth, in any unit that is the same for all wishes of a run. */
  value: z.number().min(0).max(1e6),
  /** Both were told that they will meet: placed before anything else. */
  promised: z.boolean().default(false),
  /** The instants at which it may begin; any, if absent. */
  slots: z.array(instant).max(1000).optional(),
});

/** What a run of the planner is asked for. */
export const planRequest = z
  .strictObject({
    /** Who would meet whom; a pair that is not here is not planned. */
    wishes: z.array(pairWish).max(100_000),
    /** Couples who asked not to meet employers at the same time. */
    apart: z
      .array(z.tuple([uuid, uuid]))
      .max(10_000)
      .default([]),
    /** Meetings that stay where they are, besides those that are pinned already. */
    pinnedMeetingIds: z.array(uuid).max(10_000).default([]),
    /**
     * The published run, to be changed as little as possible; or another run, whose pinned proposals stay.
     */
    basedOnRunId: uuid.nullish(),
    /** What may be given up for fairness (a share of the value) and for each idle slot less (value). */
    weights: z
      .strictObject({ fairness: z.number().min(0).max(1), idle: z.number().min(0).max(1e6) })
      .default({ fairness: 0, idle: 0 }),
    seconds: z.number().min(1).max(3600).default(30),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31)
      .default(1),
    /** Steps of search instead of seconds: the same plan on every machine. */
    work: z.int().min(1).max(1_000_000).nullish(),
  })
  .refine(
    ({ wishes }) =>
      new Set(wishes.map(({ talentId, organisationId }) => `${talentId} ${organisationId}`)).size ===
      wishes.length,
    { path: ['wishes'], error: 'names a talent and an employer twice: unite their wishes' },
  );

export type PlanRequest = z.output<typeof planRequest>;
/** The same as rooms above write it. */
export type PlanRequestInput = z.input<typeof planRequest>;
export type PairWish = z.output<typeof pairWish>;
