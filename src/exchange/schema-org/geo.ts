import type { Coordinates } from '../../kernel/index.ts';
import type { Place } from '../check-record.ts';
import { nodeOf, numberOf, type Node } from './node.ts';

/**
 * The GeoCoordinates of a Place, in `geo` or on the place itself; undefined without both numbers. Shapes (GeoShape)
 * are not taken.
 * @throws EXCHANGE_RECORD_INVALID for what is no number
 */
export function geoOf(place: Node, at: Place): Coordinates | undefined {
  const geo = nodeOf(place, 'geo', at);
  const path = geo ? [...at, 'geo'] : at;
  const latitude = numberOf(geo ?? place, 'latitude', path);
  const longitude = numberOf(geo ?? place, 'longitude', path);
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}
