import type { TextLanguage } from '../../kernel/index.ts';
import { stemsOf } from '../words/stems.ts';
import type { Dictionary, Entry } from './dictionary.ts';
import type { Match } from './linker.ts';
import type { Trie } from './trie.ts';

/** Letters of the shortest compound that is taken apart. */
export const SHORTEST_COMPOUND = 8;

/** How sure what a compound means is: all its parts are a label; its last part is; only the part before is. */
const WHOLE = 0.9;
const HEAD = 0.75;
const BEFORE = 0.3;

/**
 * What a Swedish compound that is no label itself says: systemutvecklare, where the vocabulary has "utvecklare,
 * system", is that label; a specialistsjuksköterska is a sjuksköterska of a kind; an undersköterskeassistent is an
 * assistent and has to do with undersköterskor, but is none.
 */
export function compoundMatch(
  { inflected, split }: Dictionary,
  word: string,
  language: TextLanguage,
): Match | undefined {
  if (language !== 'sv' || word.length < SHORTEST_COMPOUND) return undefined;
  const parts = split(word);
  if (!parts) return undefined;
  const labels = (words: readonly string[]) => lookUp(inflected, words, language);
  const tries = [
    { words: parts, trust: WHOLE },
    ...parts.slice(1).map((_, index) => ({ words: parts.slice(index + 1), trust: HEAD })),
    { words: parts.slice(0, -1), trust: BEFORE },
  ];
  for (const { words, trust } of tries) {
    const entries = labels(words);
    if (entries.length > 0) return { entries, how: 'COMPOUND', words: 1, trust };
  }
  return undefined;
}

/** Labels that consist of these words; not those that ask for capitals. */
function lookUp(inflected: Trie<Entry>, words: readonly string[], language: TextLanguage): readonly Entry[] {
  let node: number | undefined = 0;
  for (const word of words) {
    const number = inflected.wordNumber(stemsOf(word, language)[0]);
    node = number === undefined ? undefined : inflected.step(node, number);
    if (node === undefined) return [];
  }
  const surface = words.join(' ');
  return inflected.valuesAt(node).filter((entry) => entry.rule === 'any' && entry.surface === surface);
}
