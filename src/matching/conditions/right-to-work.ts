import { EEA_AND_SWITZERLAND } from '../../kernel/index.ts';
import type { Condition } from './condition.ts';

const code = 'RIGHT_TO_WORK';
const labourMarket = EEA_AND_SWITZERLAND.map((country) => `'${country}'`).join(', ');

/**
 * May the talent work in the role's country? Citizens of the EU, the EEA and Switzerland may in all these
 * (Regulation (EU) 492/2011, article 1; the EEA agreement, article 28; the Swiss agreement on free movement);
 * others where they hold a right. Anyone else needs a permit, which is open as long as the employer does not
 * refuse to support it.
 */
export const rightToWork: Condition = {
  code,

  judge(role, talent) {
    const { country } = role;
    if (talent.rightToWorkIn.includes(country))
      return { condition: code, verdict: 'MET', reason: `holds a right to work in ${country}` };
    if (talent.citizenship === 'EU_EEA_SWISS' && EEA_AND_SWITZERLAND.includes(country))
      return {
        condition: code,
        verdict: 'MET',
        reason: `may work in ${country} as an EU, EEA or Swiss citizen`,
      };
    if (role.permitSupport === false)
      return {
        condition: code,
        verdict: 'FAILED',
        reason: `needs a work permit for ${country}, which the employer does not support`,
      };
    const support = role.permitSupport
      ? 'the employer supports the application'
      : 'the employer has not said';
    return { condition: code, verdict: 'UNKNOWN', reason: `needs a work permit for ${country}; ${support}` };
  },

  fails: `(roles.permit_support IS FALSE
    AND roles.country <> ALL (talents.right_to_work_in)
    AND NOT (talents.citizenship = 'EU_EEA_SWISS' AND roles.country IN (${labourMarket})))`,
};
