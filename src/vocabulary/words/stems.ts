import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import type { TextLanguage } from '../../kernel/index.ts';

const STEMMERS: Record<TextLanguage, (word: string) => string> = {
  en: english,
  // Snowball leaves the definite form of words in -a as it is: sjuksköterskan is no sjuksköterska to it.
  sv: (word) => swedish(word.length > 6 && word.endsWith('an') ? word.slice(0, -1) : word),
  fr: french,
};

/** Words whose stems are kept for each language; when there are more, all are forgotten. */
const KEPT = 100_000;
const kept: Record<TextLanguage, Map<string, string>> = { en: new Map(), sv: new Map(), fr: new Map() };

/** Longer words are no words of a language: they are left as they are. */
const LONGEST = 60;

/** The stem of a word in small letters, by the Snowball rules of its language (Porter 2001, snowballstem.org). */
export function stemOf(word: string, language: TextLanguage): string {
  if (word.length > LONGEST) return word;
  const memory = kept[language];
  const known = memory.get(word);
  if (known !== undefined) return known;
  const stem = STEMMERS[language](word);
  if (memory.size === KEPT) memory.clear();
  memory.set(word, stem);
  return stem;
}
