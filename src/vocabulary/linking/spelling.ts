/** Letters of the shortest word in which a slip is looked for: nurse must not become purse. */
export const SHORTEST_SLIP = 7;
/** Letters at the end that must be right: endings make other words (painter, painted) rather than slips. */
const ENDING = 2;
/** Longer words are no slips of a word in the vocabulary. */
const LONGEST = 40;

/** Finds the word of the vocabulary that a writer meant, when exactly one slip lies between. */
export type Correct = (word: string) => string | undefined;

/**
 * Words a letter away: one too many, one missing or one wrong, but none of the last two; or two swapped. Never the
 * first letter.
 * Each word is kept under what remains when a letter is taken out, so that finding it takes as many look-ups as it has
 * letters, however large the vocabulary (the symmetric deletions of Garbe's SymSpell, for a distance of one).
 * When two words are equally near, neither is meant.
 */
export function slipCorrector(words: Iterable<string>): Correct {
  const shortened = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST_SLIP || word.length > LONGEST || !/^\p{L}+$/u.test(word)) continue;
    for (const key of [word, ...deletions(word)]) {
      const others = shortened.get(key);
      if (others === undefined) shortened.set(key, [word]);
      else if (others.at(-1) !== word) others.push(word);
    }
  }
  return (word) => {
    if (word.length < SHORTEST_SLIP || word.length > LONGEST || !/^\p{L}+$/u.test(word)) return undefined;
    const meant = new Set<string>();
    for (const key of [word, ...deletions(word)])
      for (const other of shortened.get(key) ?? []) if (isSlip(word, other)) meant.add(other);
    return meant.size === 1 ? [...meant][0] : undefined;
  };
}

/** The word without one of its letters, the first excepted. */
function* deletions(word: string): Generator<string> {
  for (let at = 1; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/** Whether one slip makes one word of the other. */
export function isSlip(one: string, other: string): boolean {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  if (from === 0) return false;
  let [a, b] = [one.length, other.length];
  while (a > from && b > from && one[a - 1] === other[b - 1]) [a, b] = [a - 1, b - 1];
  const [left, right] = [one.slice(from, a), other.slice(from, b)];
  if (left.length <= 1 && right.length <= 1) return one.slice(-ENDING) === other.slice(-ENDING);
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
