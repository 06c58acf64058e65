/** Words kept: 60,000 cover the running text of some hundred thousand CVs, in about 20 MB. */
const MOST_WORDS = 60_000;

/**
 * Remembers how words fall into pieces. The library searches the best split of every word anew, which takes
 * ten times as long as looking it up; a split depends on the word alone, so remembering changes no result.
 */
export function withMemory(split: (word: string) => string[], most = MOST_WORDS): (word: string) => string[] {
  let recent = new Map<string, string[]>();
  let older = new Map<string, string[]>();
  return (word) => {
    const known = recent.get(word);
    if (known !== undefined) return known;
    const pieces = older.get(word) ?? split(word);
    // Two generations: when the recent one is full, words not met since the last change are let go.
    if (recent.size >= most / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(word, pieces);
    return pieces;
  };
}
