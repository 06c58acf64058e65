import type { Condition } from './condition.ts';

const code = 'START';

/** Can the talent start in time? Dates are calendar dates, compared as such. */
export const start: Condition = {
  code,

  judge(role, talent) {
    if (!role.startBy) return null;
    if (!talent.earliestStart)
      return {
        condition: code,
        verdict: 'UNKNOWN',
        reason: `needed by ${role.startBy}; earliest start unknown`,
      };
    const inTime = talent.earliestStart <= role.startBy;
    return {
      condition: code,
      verdict: inTime ? 'MET' : 'FAILED',
      reason: `can start on ${talent.earliestStart}, needed by ${role.startBy}`,
    };
  },

  fails: `coalesce(talents.earliest_start > roles.start_by, false)`,
};
