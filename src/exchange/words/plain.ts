/** A word as the tables of this folder spell it: small letters, without accents, punctuation as single spaces. */
export const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Every pair of letters from `aa` to `zz`, among which are the codes of countries and languages. */
export const LETTER_PAIRS: readonly string[] = Array.from({ length: 26 * 26 }, (_, index) =>
  String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26)),
);

/** Computes at the first use and keeps: tables that only imports need cost no start-up time. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
