import { stemsOf } from './stems.ts';

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
 * (utbildningsledare) or have changed their end: skola in skolpsykolog, undersköterska in undersköterskeassistent, gata
 * in gatukök, arbete in arbetsledare. The last may be inflected: systemutvecklaren. Of several splits one with a last part as it is in the
 * dictionary counts, then the one with the fewest parts, then that with the longest last part.
 */
export function compoundSplitter(words: Iterable<string>): Split {
  const heads = new Set<string>();
  const headsByStem = new Map<string, string[]>();
  const befores = new Map<string, string>();
  for (const word of words) {
    if (word.length < SHORTEST_PART || !/^\p{L}+$/u.test(word)) continue;
    if (word.length >= SHORTEST_HEAD && !heads.has(word)) {
      heads.add(word);
      const [stem] = stemsOf(word, 'sv');
      headsByStem.set(stem, [...(headsByStem.get(stem) ?? []), word]);
    }
    for (const form of formsBefore(word)) if (!befores.has(form) || form === word) befores.set(form, word);
  }
  const asItIs = (rest: string) => (heads.has(rest) ? rest : undefined);
  const inflected = (rest: string) =>
    asItIs(rest) ??
    stemsOf(rest, 'sv')
      .flatMap((stem) => headsByStem.get(stem) ?? [])
      .find((head) => isNounForm(head, rest));
  const splitFrom = (
    word: string,
    from: number,
    parts: number,
    headOf: (rest: string) => string | undefined,
  ): readonly string[] | undefined => {
    const head = from > 0 ? headOf(word.slice(from)) : undefined;
    if (head !== undefined) return [head];
    if (parts <= 1) return undefined;
    // The shortest first part leaves the longest rest.
    for (let to = from + SHORTEST_PART; to <= word.length - SHORTEST_HEAD; to += 1) {
      const before = befores.get(word.slice(from, to));
      const rest = before === undefined ? undefined : splitFrom(word, to, parts - 1, headOf);
      if (rest) return [before!, ...rest];
    }
    return undefined;
  };
  return (word) => {
    if (word.length > LONGEST_WORD) return undefined;
    for (const headOf of [asItIs, inflected])
      for (const parts of [2, 3]) {
        const split = splitFrom(word, 0, parts, headOf);
        if (split) return split;
      }
    return undefined;
  };
}

/** What nouns take at their end: definite, plural, genitive. */
const ENDINGS = new Set(
  ['n', 'en', 't', 'et', 'r', 'er', 'ar', 'or', 'na', 'erna', 'arna', 'orna', ''].flatMap((ending) => [
    ending,
    `${ending}s`,
  ]),
);

/**
 * Whether one of two words is a form of the other as a noun: `utvecklarna` of `utvecklare`, `modell` of `modeller`.
 * Stems are not enough: they make a ledarskap of a ledare and of skapa, and tider of tidiga.
 */
function isNounForm(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.startsWith(short) && ENDINGS.has(long.slice(short.length))) return true;
  const stem = short.slice(0, -1);
  // Words in -a and -e change their end: sköterska, sköterskor; ledare, ledarna.
  return (
    /[ae]$/u.test(short) &&
    long.startsWith(stem) &&
    /^(?:or|orna|ar|arna|na)s?$/u.test(long.slice(stem.length))
  );
}

/** How a word may look in front of another. */
function formsBefore(word: string): string[] {
  const forms = [word, `${word}s`];
  const stem = word.slice(0, -1);
  // What is left of a short word stands in front of too many others: för of föra, bak of baka.
  const stands = stem.length > SHORTEST_PART ? [stem] : [];
  if (stem.length >= SHORTEST_PART && word.endsWith('a'))
    forms.push(...stands, `${stem}e`, `${stem}o`, `${stem}u`);
  if (stem.length >= SHORTEST_PART && word.endsWith('e')) forms.push(...stands, `${stem}s`);
  return forms;
}
