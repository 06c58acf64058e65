import { isCountryCode, isUnitGroup, countryOf, type LanguageLevel } from '../../kernel/index.ts';

const names = {
  language: new Intl.DisplayNames(['en'], { type: 'language' }),
  region: new Intl.DisplayNames(['en'], { type: 'region' }),
};

/** The English name of a language by its ISO 639-1 code: `sv` is Swedish. A code without a name stays as it is. */
export const languageName = (code: string): string => names.language.of(code)!;

export const levelName = (level: LanguageLevel): string => (level === 'NATIVE' ? 'mother tongue' : level);

/** The English name of a country; of a region its code with that name, for regions have none here: `SE-AC in Sweden`. */
export function placeName(code: string): string {
  const country = names.region.of(countryOf(code))!;
  return isCountryCode(code) ? country : `${code} in ${country}`;
}

/** A profession by its name in English, where the vocabulary has one, and by the code that people look it up by. */
export function professionName(profession: string, named: ReadonlyMap<string, string>): string {
  const name = named.get(profession);
  if (!isUnitGroup(profession)) return name ?? profession;
  return name === undefined ? `ISCO-08 group ${profession}` : `${name} (ISCO-08 ${profession})`;
}
