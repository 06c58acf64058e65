import { countryOf, EEA_AND_SWITZERLAND, isCountryCode, isUnitGroup } from '../../kernel/index.ts';
import type { Licence, Talent } from '../../talents/index.ts';
import type { Condition, Judgement } from './condition.ts';
import { beginsOn } from './roles-on.ts';
import { placeName, professionName } from './words.ts';

const code = 'LICENCE';

/**
 * Does the talent have the licence that the profession takes where the work is? A licence missing from a list that
 * names others is not held; a talent without any list is not judged. Professions named by an ISCO-08 group and by a
 * concept cannot be compared, and leave it open.
 */
export const licence: Condition = {
  code,

  judge(role, talent, { today, professions }) {
    const { licenceProfession: profession, licenceTerritory: territory } = role;
    if (!profession || !territory) return null;
    const begins = beginsOn(role, today);
    const named = professionName(profession, professions);
    const there = talent.licences.filter(({ country }) => covers(country, territory));
    const same = there.filter((one) => one.profession === profession);
    const counting = same.find(
      ({ status, validUntil }) => status === 'HELD' && !(validUntil && validUntil < begins),
    );
    if (counting) {
      const until = counting.validUntil ? ` until ${counting.validUntil}` : '';
      return judged('MET', `holds the licence for ${named} in ${placeName(counting.country)}${until}`);
    }
    const what = `the licence for ${named} in ${placeName(territory)}`;
    if (same.some(({ status }) => status === 'APPLIED')) return judged('UNKNOWN', `has applied for ${what}`);
    if (talent.licences.length === 0)
      return judged('UNKNOWN', `the profile names no licences; the work takes ${what}`);
    const [ended] = same;
    const lacks = ended
      ? `${what} ends on ${ended.validUntil}, the work begins on ${begins}`
      : `the profile names licences, but not ${what}`;
    const reason = `${lacks}${elsewhere(talent, profession, territory)}`;
    if (there.some((one) => isUnitGroup(one.profession) !== isUnitGroup(profession)))
      return judged('UNKNOWN', `${reason}; names one there in another system of professions`);
    return role.licenceNeeded === 'HELD'
      ? judged('FAILED', reason)
      : judged('UNKNOWN', `${reason}; the employer takes whoever can obtain it`);
  },

  // The sets of licences are columns that the database keeps: see the migration 20261122-permits-and-licences.
  fails: `(roles.licence_needed IS NOT DISTINCT FROM 'HELD'
    AND talents.licences <> '[]'
    AND NOT talents.licences_stated && roles.licence_asked
    AND NOT EXISTS (
      SELECT FROM jsonb_to_recordset(talents.licences)
        AS one (profession text, country text, status text, "validUntil" date)
      WHERE one.profession = roles.licence_profession AND one."validUntil" >= roles.begins_on
        AND (one.country = roles.licence_territory
          OR left(one.country, 2) = left(roles.licence_territory, 2)
            AND 2 IN (length(one.country), length(roles.licence_territory)))))`,
};

const judged = (verdict: Judgement['verdict'], reason: string): Judgement => ({
  condition: code,
  verdict,
  reason,
});

/** A licence of a country covers its regions, and a country is content with the licence of one of its regions. */
const covers = (licensed: string, asked: string): boolean =>
  licensed === asked ||
  (countryOf(licensed) === countryOf(asked) &&
    [licensed, asked].some((territory) => isCountryCode(territory)));

/** Where else the licence is held. Within the EEA and Switzerland that is a way to have it recognised. */
function elsewhere({ licences }: Pick<Talent, 'licences'>, profession: string, territory: string): string {
  const held = ({ profession: other, status }: Licence) => other === profession && status === 'HELD';
  const countries = licences
    .filter((one) => held(one) && !covers(one.country, territory))
    .map(({ country }) => country);
  if (countries.length === 0) return '';
  const recognised = [territory, ...countries].every((place) =>
    EEA_AND_SWITZERLAND.includes(countryOf(place)),
  );
  const how = recognised ? ', which can be recognised (Directive 2005/36/EC)' : '';
  return `; holds it in ${countries.map(placeName).join(', ')}${how}`;
}
