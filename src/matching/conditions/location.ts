import { distanceKm, EARTH_RADIUS_KM } from '../../kernel/index.ts';
import type { Role } from '../../roles/index.ts';
import type { Talent } from '../../talents/index.ts';
import type { Condition, Judgement } from './condition.ts';
import { placeName } from './words.ts';

const code = 'LOCATION';

/**
 * How far a talent is taken to travel to work who has not said. It only ever speaks for them: beyond it, within the
 * region, the condition is open.
 */
export const COMMUTE_KM = 50;

/**
 * Does the talent live where the role is, or move there? Within the distance that they travel where both places are
 * known to the kilometre, otherwise in the same region where both are known, otherwise in the same country. Work that
 * can be done from home is never failed.
 */
export const location: Condition = {
  code,

  judge(role, talent) {
    const place = placeName(role.region ?? role.country);
    const near =
      role.region && talent.region ? role.region === talent.region : role.country === talent.country;
    const distance = distanceBetween(role, talent);
    const away = distance === null ? `lives outside ${place}` : `lives ${roughly(distance)} away`;
    const travels = `travels ${talent.commuteKm ?? COMMUTE_KM} km`;
    if (distance !== null && distance <= (talent.commuteKm ?? COMMUTE_KM)) return judged('MET', away);
    if (distance === null && near) return judged('MET', `lives in ${place}`);
    if (role.remote && role.country === talent.country)
      return judged('MET', `the work is done from home, in ${placeName(role.country)}`);
    if (talent.relocate) return judged('MET', `is willing to move to ${place}`);
    if (role.remote)
      return judged(
        'UNKNOWN',
        `the work is done from home; whether from outside ${placeName(role.country)} is not said`,
      );
    if (talent.relocate == null)
      return judged('UNKNOWN', `${away}; nothing said of moving${distance === null ? '' : `, ${travels}`}`);
    if (near && talent.commuteKm == null)
      return judged('UNKNOWN', `${away} in ${place} and does not want to move; nothing said of travelling`);
    return judged(
      'FAILED',
      `${away}${talent.commuteKm == null || distance === null ? '' : `, ${travels}`} and does not want to move`,
    );
  },

  fails: `(talents.relocate IS FALSE AND NOT roles.remote
    AND NOT coalesce(${distanceSql('roles', 'talents')} <= coalesce(talents.commute_km, ${COMMUTE_KM}), false)
    AND NOT (coalesce(roles.region = talents.region, roles.country = talents.country)
      AND (talents.commute_km IS NULL OR roles.latitude IS NULL OR talents.latitude IS NULL)))`,
};

const judged = (verdict: Judgement['verdict'], reason: string): Judgement => ({
  condition: code,
  verdict,
  reason,
});

/** Null where one of the places is not known. */
function distanceBetween(
  role: Pick<Role, 'latitude' | 'longitude'>,
  talent: Pick<Talent, 'latitude' | 'longitude'>,
): number | null {
  if (role.latitude == null || role.longitude == null) return null;
  if (talent.latitude == null || talent.longitude == null) return null;
  return distanceKm(
    { latitude: role.latitude, longitude: role.longitude },
    { latitude: talent.latitude, longitude: talent.longitude },
  );
}

/** To ten kilometres: from exact distances to three roles an employer could work out where somebody lives. */
const roughly = (kilometres: number): string =>
  kilometres < 10 ? 'less than 10 km' : `about ${Math.round(kilometres / 10) * 10} km`;

/** `distanceKm` in SQL, of the columns `latitude` and `longitude` of two rows; null where one of them is. */
function distanceSql(one: string, other: string): string {
  const haversine = `power(sind((${one}.latitude - ${other}.latitude) / 2), 2)
      + cosd(${one}.latitude) * cosd(${other}.latitude)
        * power(sind((${one}.longitude - ${other}.longitude) / 2), 2)`;
  // LEAST passes over nulls: without the CASE an unknown place would be half the world away.
  return `CASE WHEN ${one}.latitude IS NOT NULL AND ${other}.latitude IS NOT NULL
      THEN 2 * ${EARTH_RADIUS_KM} * asin(sqrt(least(1, ${haversine}))) END`;
}
