import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Leg } from './leg.entity.ts';

@ObjectType('Leg', { description: 'A stop of a mission with its interview days, all in local time.' })
export class LegType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The market: ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String)
  city!: string;

  @Field(() => String, { nullable: true, description: 'Where in the city; null while it is not known.' })
  venue!: string | null;

  @Field(() => String, { description: 'IANA time zone.' })
  zone!: string;

  @Field(() => [String], { description: 'The interview days, YYYY-MM-DD, in order.' })
  days!: string[];

  @Field(() => String, { description: 'HH:MM: when the first interview of a day begins.' })
  fromTime!: string;

  @Field(() => String, { description: 'HH:MM: when the last one has ended.' })
  toTime!: string;

  @Field(() => String, { nullable: true, description: 'HH:MM; null without a lunch break.' })
  lunchFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM.' })
  lunchTo!: string | null;

  @Field(() => Int, { description: 'Length of an interview.' })
  minutes!: number;

  @Field(() => Int, { description: 'Minutes after each interview.' })
  pause!: number;

  @Field(() => Int, { description: 'Rooms or tables in use at the same time.' })
  rooms!: number;
}

/** The public shape of a stored leg. */
export const toLegType = (leg: Leg): LegType => ({
  id: leg.id,
  country: leg.country,
  city: leg.city,
  venue: leg.venue ?? null,
  zone: leg.zone,
  days: leg.days,
  fromTime: leg.fromTime,
  toTime: leg.toTime,
  lunchFrom: leg.lunchFrom ?? null,
  lunchTo: leg.lunchTo ?? null,
  minutes: leg.minutes,
  pause: leg.pause,
  rooms: leg.rooms,
});
