/** A word of a text, as it stands there. */
export interface Token {
  /** UTF-16 offsets in the text; `end` is exclusive. */
  start: number;
  end: number;
}

/** Letters and digits; `C++`, `C#` and `F#` keep their signs, `.NET` its point. */
const WORD = /(?:(?<![\p{L}\p{N}])\.(?=net\b))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:\+\+|#)?/giu;

/** The words of a text in their order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { index, 0: word } of text.matchAll(WORD))
    tokens.push({ start: index, end: index + word.length });
  return tokens;
}

/** The words of a text in small letters. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Small letters without accents: `Opératrice` and `operatrice` are the same to it. */
export const bareLetters = (text: string): string =>
  text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
