import type { Condition } from './condition.ts';

const code = 'LOCATION';

/**
 * Does the talent live where the role is, or move there? In the same region where both are known, otherwise
 * in the same country.
 */
export const location: Condition = {
  code,

  judge(role, talent) {
    const place = role.region ?? role.country;
    const near =
      role.region && talent.region ? role.region === talent.region : role.country === talent.country;
    if (near) return { condition: code, verdict: 'MET', reason: `lives in ${place}` };
    if (talent.relocate) return { condition: code, verdict: 'MET', reason: `is willing to move to ${place}` };
    if (talent.relocate === false)
      return {
        condition: code,
        verdict: 'FAILED',
        reason: `lives outside ${place} and does not want to move`,
      };
    return { condition: code, verdict: 'UNKNOWN', reason: `lives outside ${place}; nothing said of moving` };
  },

  fails: `(talents.relocate IS FALSE
    AND NOT coalesce(roles.region = talents.region, roles.country = talents.country))`,
};
