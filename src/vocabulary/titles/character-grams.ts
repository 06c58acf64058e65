import { bareLetters } from '../words/tokens.ts';

/** Letters, digits and the signs of C++ and C#. */
const RUNS = /[\p{L}\p{N}_#+]+/gu;

/**
 * The stretches of `shortest` to `longest` letters of each word, without accents, `^` and `$` standing for its
 * beginning and end. A word no longer than a stretch is one itself.
 */
export function characterGrams(text: string, shortest: number, longest: number): string[] {
  const grams: string[] = [];
  for (const [run] of bareLetters(text).matchAll(RUNS)) {
    const word = `^${run}$`;
    for (let length = shortest; length <= longest; length += 1) {
      if (word.length <= length) {
        grams.push(word);
        break;
      }
      for (let from = 0; from + length <= word.length; from += 1) grams.push(word.slice(from, from + length));
    }
  }
  return grams;
}
