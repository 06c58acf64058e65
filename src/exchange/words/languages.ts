import { isLanguageCode, TEXT_LANGUAGES } from '../../kernel/index.ts';
import { lazily, LETTER_PAIRS, plain } from './plain.ts';

/** Names that people write and that CLDR, from which Node takes its names, spells otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  'mandarin chinese': 'zh',
  'chinese mandarin': 'zh',
  cantonese: 'zh',
  farsi: 'fa',
  dari: 'fa',
  flemish: 'nl',
  castilian: 'es',
  tagalog: 'tl',
  bokmal: 'nb',
  nynorsk: 'nn',
  norska: 'no',
  moldovan: 'ro',
  sorani: 'ku',
  kurmanji: 'ku',
  gaelic: 'ga',
  'sign language': '',
};

const displayNames = (locale: string): Intl.DisplayNames =>
  new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });

const english = lazily(() => displayNames('en'));

/** Names in English, Swedish and French, and each language's own. */
const names = lazily(() => {
  const table = new Map<string, string>();
  const codes = LETTER_PAIRS.filter((code) => english().of(code) !== undefined && isCurrent(code));
  for (const code of codes) table.set(plain(displayNames(code).of(code) ?? code), code);
  for (const locale of TEXT_LANGUAGES) {
    const inLocale = displayNames(locale);
    for (const code of codes) table.set(plain(inLocale.of(code) ?? code), code);
  }
  for (const [name, code] of Object.entries(ALIASES)) if (code) table.set(name, code);
  return table;
});

/** Whether the code is the one used today: `iw` still has a name, and is `he`. */
const isCurrent = (code: string): boolean => Intl.getCanonicalLocales(code)[0] === code;

/**
 * The ISO 639-1 code that a code, a tag such as `sv-SE`, or a name means; undefined for languages without one.
 */
export function languageCode(word: string): string | undefined {
  const text = word.trim();
  if (isLanguageCode(text.toLowerCase())) return text.toLowerCase();
  const tag = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i.exec(text);
  const named = names().get(plain(text)) ?? names().get(plain(text.replace(/[(/,].*$/s, '')));
  if (named) return named;
  if (!tag) return undefined;
  // Three letters of ISO 639-2 become the two that mean the same: `swe` is `sv`.
  const [canonical = ''] = Intl.getCanonicalLocales(tag[1]!.toLowerCase());
  return isLanguageCode(canonical) && english().of(canonical) !== undefined ? canonical : undefined;
}

/** A language's English name where it leads back to the same code, otherwise the code. */
export function languageName(code: string): string {
  const name = english().of(code);
  return name !== undefined && languageCode(name) === code ? name : code;
}
