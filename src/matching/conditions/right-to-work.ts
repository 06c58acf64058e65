import { EEA_AND_SWITZERLAND } from '../../kernel/index.ts';
import type { Condition } from './condition.ts';
import { permitRoutes, routeWords } from './permit-routes.ts';
import { beginsOn } from './roles-on.ts';
import { placeName } from './words.ts';

const code = 'RIGHT_TO_WORK';
const labourMarket = EEA_AND_SWITZERLAND.map((country) => `'${country}'`).join(', ');

/**
 * May the talent work in the role's country? Citizens of the EU, the EEA and Switzerland may in all these
 * (Regulation (EU) 492/2011, article 1; the EEA agreement, article 28; the Swiss agreement on free movement);
 * others where they hold a right. Anyone else needs a permit, which is never met before it is granted: it fails when
 * the employer refuses to support it or the salary is below the floor of every permit there is, and is open otherwise.
 */
export const rightToWork: Condition = {
  code,

  judge(role, talent, circumstances) {
    const { country } = role;
    const there = placeName(country);
    if (talent.rightToWorkIn.includes(country))
      return { condition: code, verdict: 'MET', reason: `holds a right to work in ${there}` };
    if (talent.citizenship === 'EU_EEA_SWISS' && EEA_AND_SWITZERLAND.includes(country))
      return {
        condition: code,
        verdict: 'MET',
        reason: `may work in ${there} as an EU, EEA or Swiss citizen`,
      };
    if (role.permitSupport === false)
      return {
        condition: code,
        verdict: 'FAILED',
        reason: `needs a work permit for ${there}, which the employer does not support`,
      };
    const day = beginsOn(role, circumstances.today);
    const routes = permitRoutes(role, talent.citizenship, day, circumstances);
    const [best] = routes;
    // Of those that ask for more than the salary, the one that asks for least. They come last.
    const below = routes.find(({ standing }) => standing === 'BELOW');
    if (best && best === below)
      return {
        condition: code,
        verdict: 'FAILED',
        reason: `needs a work permit for ${there}; ${routeWords(best, role)}`,
      };
    const reasons = [
      `needs a work permit for ${there}`,
      role.permitSupport ? 'the employer supports the application' : 'the employer has not said',
      ...(best?.standing === 'NO_FLOOR' && below ? [routeWords(below, role)] : []),
      best ? routeWords(best, role) : `no permit rule is on record for ${day}`,
      ...(best?.rule.processingDays == null
        ? []
        : [`a decision takes about ${best.rule.processingDays} days`]),
    ];
    return { condition: code, verdict: 'UNKNOWN', reason: reasons.join('; ') };
  },

  // The floors stand last: a ranking of roles looks them up role by role, and only for who needs a permit.
  fails: `(roles.country <> ALL (talents.right_to_work_in)
    AND NOT (talents.citizenship = 'EU_EEA_SWISS' AND roles.country IN (${labourMarket}))
    AND (roles.permit_support IS FALSE OR roles.below_floor_for @> ARRAY[talents.citizenship]))`,
};
