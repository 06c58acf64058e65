import { Field, InputType, Int, ObjectType } from 'type-graphql';

@InputType('LocalHoursInput', {
  description: 'Hours on a wall clock; an end before the begin is on the next day.',
})
@ObjectType('LocalHours', {
  description: 'Hours on a wall clock; an end before the begin is on the next day.',
})
export class LocalHoursType {
  @Field(() => String, { description: 'HH:MM.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, or 24:00.' })
  to!: string;
}

@InputType('WeeklyHoursInput', { description: 'Hours that come every week.' })
@ObjectType('WeeklyHours', { description: 'Hours that come every week.' })
export class WeeklyHoursType extends LocalHoursType {
  @Field(() => Int, { description: '1 is Monday, 7 Sunday.' })
  day!: number;
}

@InputType('HoursOnDateInput', { description: 'Other hours on a single date.' })
@ObjectType('HoursOnDate', { description: 'Other hours on a single date.' })
export class HoursOnDateType {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => [LocalHoursType], { description: 'Empty: not at all on that date.' })
  hours!: LocalHoursType[];
}

@InputType('AvailabilityInput', { description: 'When someone can meet, in their own zone.' })
@ObjectType('Availability', { description: 'When someone can meet, in their own zone.' })
export class AvailabilityType {
  @Field(() => String, { description: 'Such as America/Bogota.' })
  zone!: string;

  @Field(() => [WeeklyHoursType])
  weekly!: WeeklyHoursType[];

  @Field(() => [HoursOnDateType], { defaultValue: [], description: 'Instead of the weekly hours.' })
  exceptions!: HoursOnDateType[];
}
