import { TEXT_LANGUAGES } from '../../kernel/index.ts';
import { lazily, LETTER_PAIRS, plain } from './plain.ts';

/** Codes with a name that are no country: unions, pseudo-locales, unknown. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Names that people write and that CLDR, from which Node takes its names, spells otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'republic of ireland': 'IE',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  'ivory coast': 'CI',
  'cape verde': 'CV',
  'russian federation': 'RU',
  'republic of korea': 'KR',
  korea: 'KR',
  'viet nam': 'VN',
  'syrian arab republic': 'SY',
  'islamic republic of iran': 'IR',
  'democratic republic of the congo': 'CD',
  'republique democratique du congo': 'CD',
  burma: 'MM',
};

const names = lazily(() => {
  const table = new Map(Object.entries(ALIASES));
  for (const code of LETTER_PAIRS.map((pair) => pair.toUpperCase()).filter(isCountry))
    for (const language of TEXT_LANGUAGES) table.set(plain(displayNames(language).of(code)!), code);
  return table;
});

const byLanguage = new Map<string, Intl.DisplayNames>();
function displayNames(language: string): Intl.DisplayNames {
  const made =
    byLanguage.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  byLanguage.set(language, made);
  return made;
}

function isCountry(code: string): boolean {
  return (
    !NO_COUNTRY.has(code) &&
    displayNames('en').of(code) !== undefined &&
    // Names outlive states: SU and DD still have one, and stand for another code today.
    new Intl.Locale(`und-${code}`).region === code
  );
}

/** The ISO 3166-1 alpha-2 code that a code or a name in English, Swedish or French means. */
export function countryCode(word: string): string | undefined {
  const code = word.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && isCountry(code)) return code;
  return names().get(plain(word));
}
