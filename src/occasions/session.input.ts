import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { checks, isId } from '../kernel/index.ts';
import { endOfHours, timeOfDay } from './availability.ts';
import { zoneData } from './zone.ts';

/** What must hold of a list of sessions, from whichever side it comes. */
export const sessionsData = z
  .array(
    z.object({
      legId: z.string().refine(isId, 'is no UUID').nullish(),
      zone: zoneData,
      date: checks.date,
      fromTime: timeOfDay,
      toTime: endOfHours,
      minutes: z.int().min(5).max(480),
      pause: z.int().min(0).max(240).default(0),
      places: z.int().min(1).max(1000).nullish(),
    }),
  )
  .max(200);

@InputType({
  description: 'A stretch of one day in which meetings take place; lunch is the gap between two.',
})
export class SessionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Sessions with the same one are planned together: a leg of a mission.',
  })
  legId?: string | null;

  @Field(() => String, { description: 'In which the times are meant, such as America/Sao_Paulo.' })
  zone!: string;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => String, { description: 'HH:MM on the wall of the zone.' })
  fromTime!: string;

  @Field(() => String, { description: 'HH:MM on the same day, or 24:00.' })
  toTime!: string;

  @Field(() => Int, { description: 'Length of a meeting.' })
  minutes!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Minutes after each meeting.' })
  pause!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Rooms or tables in use at the same time; left out for video.',
  })
  places?: number | null;
}
