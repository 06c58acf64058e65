/** Letters of the shortest part: shorter ones are found in too many words. */
const SHORTEST_PART = 3;
/** Letters of the shortest last part, which says what the compound is. */
const SHORTEST_HEAD = 4;
/** Longer words are not searched for parts. */
const LONGEST_WORD = 60;

/** What a compound consists of, each part as it is in the dictionary: `undersköterska`, `assistent`. */
export type Split = (word: string) => readonly string[] | undefined;

/**
 * Splits Swedish compounds into words of a dictionary, in small letters. Words before the last may carry an s
 * (arbetsledare) or have changed their end: skola in skolpsykolog, undersköterska in undersköterskeassistent, gata
 * in gatukök. Of several splits the one with the fewest parts counts, then that with the longest last part.
 */
export function compoundSplitter(words: Iterable<string>): Split {
  const heads = new Set<string>();
  const befores = new Map<string, string>();
  for (const word of words) {
    if (word.length < SHORTEST_PART || !/^\p{L}+$/u.test(word)) continue;
    if (word.length >= SHORTEST_HEAD) heads.add(word);
    for (const form of formsBefore(word)) if (!befores.has(form) || form === word) befores.set(form, word);
  }
  const splitFrom = (word: string, from: number, parts: number): readonly string[] | undefined => {
    if (from > 0 && heads.has(word.slice(from))) return [word.slice(from)];
    if (parts <= 1) return undefined;
    // The shortest first part leaves the longest rest.
    for (let to = from + SHORTEST_PART; to <= word.length - SHORTEST_HEAD; to += 1) {
      const before = befores.get(word.slice(from, to));
      const rest = before === undefined ? undefined : splitFrom(word, to, parts - 1);
      if (rest) return [before!, ...rest];
    }
    return undefined;
  };
  return (word) => {
    if (word.length > LONGEST_WORD) return undefined;
    return splitFrom(word, 0, 2) ?? splitFrom(word, 0, 3);
  };
}

/** How a word may look in front of another. */
function formsBefore(word: string): string[] {
  const forms = [word, `${word}s`];
  const stem = word.slice(0, -1);
  if (stem.length >= SHORTEST_PART && word.endsWith('a'))
    forms.push(stem, `${stem}e`, `${stem}o`, `${stem}u`);
  if (stem.length >= SHORTEST_PART && word.endsWith('e')) forms.push(stem);
  return forms;
}
