import { distanceKm } from '../../kernel/index.ts';
import type { Role } from '../../roles/index.ts';

/** Where work is done, as far as two of them lie in one commuting area by it. */
export type Workplace = Pick<Role, 'country' | 'region' | 'latitude' | 'longitude' | 'remote'>;

/** By which rule two places lie in one commuting area. */
export const AREA_RULES = ['REMOTE', 'DISTANCE', 'HOME_BETWEEN', 'REGION'] as const;
export type AreaRule = (typeof AREA_RULES)[number];

/** How far apart two work places may lie. */
export interface Reach {
  km: number;
  /** DISTANCE: the distance was named. HOME_BETWEEN: it is what both travel, added up. */
  rule: 'DISTANCE' | 'HOME_BETWEEN';
}

/** That two places lie in one commuting area, and why. */
export interface CommutingArea {
  rule: AreaRule;
  /** The great-circle distance between the two, in kilometres; null where one is not known to the kilometre. */
  distanceKm: number | null;
  /** The largest that was allowed; null where no distance was asked about. */
  limitKm: number | null;
  /** Whether the places are in different countries. */
  acrossBorders: boolean;
}

/**
 * How far apart two places may be: as far as is named, otherwise as far as the two travel together. A home from which
 * both reach their work in the distances that they travel exists exactly then: on the line between the two places.
 */
export const reachOf = (namedKm: number | null | undefined, travelled: readonly [number, number]): Reach =>
  namedKm == null
    ? { km: travelled[0] + travelled[1], rule: 'HOME_BETWEEN' }
    : { km: namedKm, rule: 'DISTANCE' };

/**
 * Whether two work places lie in one commuting area: where one of the works is done from home, anywhere; where both
 * places are known to the kilometre, within reach; otherwise in the same region. Null where they do not.
 */
export function commutingArea(one: Workplace, other: Workplace, reach: Reach): CommutingArea | null {
  const [here, there] = [placeOf(one), placeOf(other)];
  const distance = here && there ? distanceKm(here, there) : null;
  const area = (rule: AreaRule, limitKm: number | null): CommutingArea => ({
    rule,
    distanceKm: distance === null ? null : Math.round(distance * 10) / 10,
    limitKm,
    acrossBorders: one.country !== other.country,
  });
  if (one.remote || other.remote) return area('REMOTE', null);
  if (distance !== null) return distance <= reach.km ? area(reach.rule, reach.km) : null;
  return one.region != null && one.region === other.region ? area('REGION', null) : null;
}

/** The place in degrees, where it is known. */
export const placeOf = ({ latitude, longitude }: Pick<Workplace, 'latitude' | 'longitude'>) =>
  latitude == null || longitude == null ? null : { latitude, longitude };
