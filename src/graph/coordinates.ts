import { Field, Float, InputType, ObjectType } from 'type-graphql';

@ObjectType('Coordinates', { description: 'A place on the Earth in degrees (WGS 84).' })
export class CoordinatesType {
  @Field(() => Float, { description: 'North is positive.' })
  latitude!: number;

  @Field(() => Float, { description: 'East is positive.' })
  longitude!: number;
}

@InputType({ description: 'A place on the Earth in degrees (WGS 84).' })
export class CoordinatesInput {
  @Field(() => Float, { description: 'North is positive.' })
  latitude!: number;

  @Field(() => Float, { description: 'East is positive.' })
  longitude!: number;
}

/** The public shape of two stored columns; null unless both are there. */
export const toCoordinates = (place: {
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
}): CoordinatesType | null =>
  place.latitude == null || place.longitude == null
    ? null
    : { latitude: place.latitude, longitude: place.longitude };
