/** A word within another one, as in Swedish compounds, counts this much of one at its beginning. */
const WITHIN = 0.6;
/** Shorter words are in too many others. */
const SHORTEST_WITHIN = 4;
/** What is not the whole label scores below it. */
export const INCOMPLETE = 0.9;

/** The words of a text, in small letters and without accents; the signs of C++, C# and .NET are letters of theirs. */
export function foldedWords(text: string): string[] {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.match(/\.?[\p{L}\p{N}][\p{L}\p{N}+#]*(?:\.[\p{L}\p{N}+#]+)*/gu) ?? [];
}

/** A label as it is looked up: small letters without accents, each word behind a space. */
export const folded = (text: string): string =>
  foldedWords(text)
    .map((word) => ` ${word}`)
    .join('');

/**
 * How much of a folded label the words cover, each of which begins a word of it, or stands within one: `sköterska` in
 * `sjuksköterska`. 1 for the label itself; 0 where one of them is not in it.
 */
export function coverage(sought: readonly string[], label: string): number {
  let covered = 0;
  for (const word of sought) {
    if (label.includes(` ${word}`)) covered += word.length + 1;
    else if (word.length >= SHORTEST_WITHIN && label.includes(word)) covered += WITHIN * word.length;
    else return 0;
  }
  const whole = sought.map((word) => ` ${word}`).join('') === label;
  return whole ? 1 : INCOMPLETE * Math.min(1, covered / label.length);
}
