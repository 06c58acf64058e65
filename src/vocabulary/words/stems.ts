import { stemmer as swedish } from '@orama/stemmers/swedish';
import type { TextLanguage } from '../../kernel/index.ts';

/** Longer words are no words of a language: they are left as they are. */
const LONGEST = 60;

/**
 * What the inflected forms of a word have in common; for some forms there are several possibilities. A dictionary
 * keeps its words under the first stem, and looks for the words of a text under each.
 */
export function stemsOf(word: string, language: TextLanguage): [string, ...string[]] {
  return word.length > LONGEST ? [word] : STEMS[language](word);
}

const STEMS: Record<TextLanguage, (word: string) => [string, ...string[]]> = {
  en: (word) => [singular(word.replace(/is(?=(?:e[ds]?|ing|ation|ations)$)/, 'iz'))],
  sv: swedishStems,
  fr: (word) => [masculine(word)],
};

/**
 * The English singular. Snowball's stem is too short for names of occupations: engine, engineer and engineering have
 * the same one, and so have nurse and nursing.
 */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ss|x|z|ch|sh)es$/.test(word) ? -2 : -1);
}

/** French endings of women and of many, with those of one man; the first that fits counts. */
const FRENCH_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/aux$/, 'al'],
  [/[sx]$/, ''],
];
const FRENCH_FEMININES: readonly (readonly [RegExp, string])[] = [
  [/trice$/, 'teur'],
  [/euse$/, 'eur'],
  [/ère$/, 'er'],
  [/(?<=[aeiouyé]n|el|il|et)(?:ne|le|te)$/, ''],
  [/ve$/, 'f'],
  [/e$/, ''],
];

/**
 * The French masculine singular, without accents. Snowball's stem brings cartographe and cartographie together,
 * contrôleur and contrôle, aménageur and aménagement.
 */
function masculine(word: string): string {
  if (word.length < 4) return word;
  const replaced = (given: string, endings: typeof FRENCH_ENDINGS) => {
    const [ending, by] = endings.find(([pattern]) => pattern.test(given)) ?? [/$/, ''];
    return given.replace(ending, by);
  };
  const one = replaced(word, FRENCH_ENDINGS);
  const stem = one.length < 4 ? one : replaced(one, FRENCH_FEMININES);
  return stem.normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * Snowball's Swedish stem, with two things that it does not know: sjuksköterskan is a sjuksköterska, and lärarna are
 * lärare, whereas lärande, which it gives the same stem, is another word.
 */
function swedishStems(word: string): [string, ...string[]] {
  if (word.length > 5 && word.endsWith('are')) return [word];
  const definite = /^(.{4,}a)ns?$/.exec(word)?.[1];
  if (definite !== undefined) return [swedish(definite)];
  const stem = swedish(word);
  const agent = /^(.{3,}ar)(?:en?s?|nas?|na)$/.exec(word)?.[1];
  return agent === undefined ? [stem] : [stem, `${agent}e`];
}
