import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Session } from './session.entity.ts';

@ObjectType('Session', { description: 'A stretch of one day in which meetings take place.' })
export class SessionType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Sessions with the same one are planned together: a leg of a mission.',
  })
  legId!: string | null;

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

  @Field(() => Int, { description: 'Minutes after each meeting.' })
  pause!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Rooms or tables in use at the same time; null for video.',
  })
  places!: number | null;
}

/** The public shape of a stored session. */
export const toSessionType = (session: Session): SessionType => ({
  id: session.id,
  legId: session.legId ?? null,
  zone: session.zone,
  date: session.date,
  fromTime: session.fromTime,
  toTime: session.toTime,
  minutes: session.minutes,
  pause: session.pause,
  places: session.places ?? null,
});
