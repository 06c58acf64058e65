/** A place on the Earth in degrees (WGS 84): north and east are positive. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** The Earth's mean radius in kilometres: R1 of GRS 80 (H. Moritz, 'Geodetic Reference System 1980', J. Geodesy 74, 2000). */
export const EARTH_RADIUS_KM = 6371.0088;

/**
 * The great-circle distance in kilometres by the haversine formula, which stays exact for near places (R. W. Sinnott,
 * 'Virtues of the Haversine', Sky and Telescope 68 (2), 1984, p. 159). Taking the Earth for a sphere errs by half a
 * percent at most.
 */
export function distanceKm(one: Coordinates, other: Coordinates): number {
  const [north, south] = [radians(one.latitude), radians(other.latitude)];
  const haversine =
    Math.sin((north - south) / 2) ** 2 +
    Math.cos(north) * Math.cos(south) * Math.sin(radians(one.longitude - other.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
