import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { checks, isId } from '../../kernel/index.ts';
import { isZone } from '../../planner/index.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time such as 09:00');

/** Interview days of one leg: two weeks. */
const MOST_DAYS = 14;

/** What must hold of the legs of a mission, from whichever side they come. */
export const legsData = z
  .array(
    z
      .object({
        id: z.string().refine(isId, 'is no UUID').nullish(),
        country: checks.country,
        city: z.string().trim().min(1, 'is empty').max(100),
        venue: z.string().trim().max(300).nullish(),
        zone: z.string().max(60).refine(isZone, 'is no time zone such as America/Sao_Paulo'),
        days: z
          .array(checks.date)
          .min(1, 'names no day')
          .max(MOST_DAYS)
          .refine((days) => new Set(days).size === days.length, 'names a day twice')
          .transform((days) => days.toSorted()),
        fromTime: timeOfDay,
        toTime: timeOfDay,
        lunchFrom: timeOfDay.nullish(),
        lunchTo: timeOfDay.nullish(),
        minutes: z.int().min(5).max(480),
        pause: z.int().min(0).max(240).default(0),
        rooms: z.int().min(1).max(1000),
      })
      .refine(({ fromTime, toTime }) => fromTime < toTime, {
        error: 'is not after fromTime',
        path: ['toTime'],
      })
      .refine(({ lunchFrom, lunchTo }) => (lunchFrom == null) === (lunchTo == null), {
        error: 'comes with lunchFrom or not at all',
        path: ['lunchTo'],
      })
      .refine(
        ({ fromTime, toTime, lunchFrom, lunchTo }) =>
          lunchFrom == null || (fromTime < lunchFrom && lunchFrom < lunchTo! && lunchTo! < toTime),
        { error: 'lies not within the day', path: ['lunchFrom'] },
      ),
  )
  .max(20);

export type LegData = z.output<typeof legsData>[number];

@InputType('LegInput', { description: 'A stop of a mission with its interview days, all in local time.' })
export class LegInput {
  @Field(() => ID, { nullable: true, description: 'Of a leg that is there already; left out for a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'The market: ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String)
  city!: string;

  @Field(() => String, { nullable: true, description: 'Where in the city.' })
  venue?: string | null;

  @Field(() => String, { description: 'IANA time zone, such as America/Sao_Paulo.' })
  zone!: string;

  @Field(() => [String], { description: 'The interview days, YYYY-MM-DD, within the dates of the mission.' })
  days!: string[];

  @Field(() => String, { description: 'HH:MM: when the first interview of a day begins.' })
  fromTime!: string;

  @Field(() => String, { description: 'HH:MM: when the last one has ended.' })
  toTime!: string;

  @Field(() => String, { nullable: true, description: 'HH:MM; left out, there is no lunch break.' })
  lunchFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM.' })
  lunchTo?: string | null;

  @Field(() => Int, { description: 'Length of an interview.' })
  minutes!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Minutes after each interview.' })
  pause!: number;

  @Field(() => Int, { description: 'Rooms or tables in use at the same time.' })
  rooms!: number;
}
