/** Letters that Unicode does not take apart into a base letter and a mark, and marks that are written in two ways. */
const OTHERS: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2011': '-',
};

/**
 * The text in lower case and without accents, unit by unit, so that it is as long as before and every offset
 * means the same in both.
 */
export const folded = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => OTHERS[unit] ?? unit.normalize('NFD')[0]!).toLowerCase();
