import { isRegionCode } from '../../kernel/index.ts';
import { plain } from './plain.ts';

/**
 * Names of the regions of the two countries that recruit with Tandem so far, by the second part of their
 * ISO 3166-2 code. Node has no names below the country.
 */
const NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  SE: {
    AB: ['Stockholm'],
    AC: ['Västerbotten'],
    BD: ['Norrbotten'],
    C: ['Uppsala'],
    D: ['Södermanland', 'Sörmland'],
    E: ['Östergötland'],
    F: ['Jönköping'],
    G: ['Kronoberg'],
    H: ['Kalmar'],
    I: ['Gotland'],
    K: ['Blekinge'],
    M: ['Skåne', 'Scania'],
    N: ['Halland'],
    O: ['Västra Götaland'],
    S: ['Värmland'],
    T: ['Örebro'],
    U: ['Västmanland'],
    W: ['Dalarna'],
    X: ['Gävleborg'],
    Y: ['Västernorrland'],
    Z: ['Jämtland', 'Jämtland Härjedalen'],
  },
  CA: {
    AB: ['Alberta'],
    BC: ['British Columbia', 'Colombie-Britannique'],
    MB: ['Manitoba'],
    NB: ['New Brunswick', 'Nouveau-Brunswick'],
    NL: ['Newfoundland and Labrador', 'Terre-Neuve-et-Labrador'],
    NS: ['Nova Scotia', 'Nouvelle-Écosse'],
    NT: ['Northwest Territories', 'Territoires du Nord-Ouest'],
    NU: ['Nunavut'],
    ON: ['Ontario'],
    PE: ['Prince Edward Island', 'Île-du-Prince-Édouard'],
    QC: ['Québec'],
    SK: ['Saskatchewan'],
    YT: ['Yukon'],
  },
};

const CODES = new Map(
  Object.entries(NAMES).flatMap(([country, regions]) =>
    Object.entries(regions).flatMap(([part, names]) =>
      names.map((name): [string, string] => [`${country} ${plain(name)}`, `${country}-${part}`]),
    ),
  ),
);

/** What stands around the name of a region. */
const AROUND = /^(?:region|province of|province de|province du)\s+|\s+(?:lan|county|province|region)$/g;

/**
 * The ISO 3166-2 code that a code, the part of it behind the country, or a name means in that country; undefined
 * when it cannot be told. A code of another country comes back as it is: whoever asks can see that it does not fit.
 */
export function regionCode(word: string, country: string): string | undefined {
  const text = word.trim();
  const upper = text.toUpperCase();
  if (isRegionCode(upper) && upper.includes('-')) return upper;
  const name = plain(text).replace(AROUND, '');
  // 'Stockholms län': the genitive goes with the word for county.
  const named = CODES.get(`${country} ${name}`) ?? CODES.get(`${country} ${name.replace(/s$/, '')}`);
  if (named) return named;
  return /^[A-Z0-9]{1,3}$/.test(text) ? `${country}-${text}` : undefined;
}
