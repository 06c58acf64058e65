import { withoutRest } from './left-out.ts';
import { inBritishSpelling } from './spelling.ts';

/** A title as it is looked up: free of the marks that job advertisements and classifications put into it. */
export interface TitleForms {
  /** What is embedded: of a pair of genders the first, of other alternatives all; words in their natural order. */
  main: string;
  /** Each is a way in which the same title could have been written. */
  forms: string[];
}

/** `(m/f/d)`, `H/F`, `(M/K)` and their like: the letters for man, woman, other, in any order. */
const GENDER_MARKS =
  /[([]\s*[hfmwkdxn]\s*(?:[/|,]\s*[hfmwkdxn]\s*){1,3}[)\]]|(?<![\p{L}\p{N}])[hfmwkdxn](?:\/[hfmwkdxn]){1,3}(?![\p{L}\p{N}])/giu;

/** French endings in brackets or behind a dot: technicien(ne), infirmier·ère, vendeur(-euse), étudiant.e.s. */
const BRACKETED_ENDING =
  /(?<=\p{L}{2})(?:\(-?(?:e|ne|le|te|ère|ière|rice|trice|se|euse|esse|fe|ve)s?\)|[·•.](?:e|ne|le|te|ère|ière|rice|trice|se|euse|esse|fe|ve)(?:[·•.]s)?(?![\p{L}\p{N}]))/giu;

/**
 * The forms of a title:
 * - marks and endings for genders go: `Technicien(ne) (H/F)` is `technicien`;
 * - pairs are split: `directeur technique/directrice technique`, `Conducteur / Conductrice d'engins`;
 * - inverted titles are turned round: `kontrollant, precisionsinstrument` is `precisionsinstrument kontrollant`;
 * - what says that something is left out goes: `Övriga väktare m.fl.` is `väktare`;
 * - American spelling becomes British: `Anesthesiologist` is `anaesthesiologist`;
 * - a capital that only begins a word becomes small; acronyms stay.
 */
export function titleForms(title: string): TitleForms {
  const plain = title
    .normalize('NFKC')
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(GENDER_MARKS, ' ')
    .replace(BRACKETED_ENDING, '');
  const settled = settle(withoutRest(plain));
  // A title of nothing but marks is left as it is.
  const { titles, pair } = alternatives(inNaturalOrder(settled === '' ? title.trim() : settled));
  const forms = [...new Set(titles)];
  return { main: pair ? forms[0]! : forms.join(' / '), forms };
}

const settle = (text: string): string =>
  inBritishSpelling(uncapitalised(text))
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,;])/gu, '')
    .replace(/^[\s,;:/–-]+|[\s,;:/–-]+$/gu, '');

/** Small letters, save in words that are all capitals (and stand among others that are not) or hold some within. */
function uncapitalised(text: string): string {
  const shouted = !/\p{Ll}/u.test(text);
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) =>
    shouted || /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word) ? word.toLowerCase() : word,
  );
}

/** Most slashes in a title that are taken for alternatives. */
const MOST_ALTERNATIVES = 4;
/** Letters that the two forms of a pair share at the beginning. */
const SHARED = 3;

/** The titles on the two sides of a slash, and whether they differ in gender only. */
function alternatives(title: string): { titles: string[]; pair: boolean } {
  const parts = title.split(/\s*\/\s*/u).filter(Boolean);
  if (parts.length < 2 || parts.length > MOST_ALTERNATIVES)
    return { titles: [parts.join(' ') || title], pair: true };
  const words = parts.map((part) => part.split(' '));
  const [first, last] = [words[0]!, words.at(-1)!];
  const titles = words.map((own, index) => {
    // `conducteur` of `conducteur / conductrice d'engins`: what stands behind its partner belongs to it too.
    const behind = last.slice(own.length);
    if (index < words.length - 1 && behind.length > 0 && isPair(own.at(-1)!, last[own.length - 1]!))
      return [...own, ...behind];
    // `architects` of `computer systems engineers/architects`: what stands before its partner belongs to it too.
    const before = first.slice(0, -own.length);
    return index > 0 && !isPair(first[0]!, own[0]!) ? [...before, ...own] : own;
  });
  return {
    titles: titles.map((own) => own.join(' ')),
    pair: words.every(([own]) => isPair(first[0]!, own!)),
  };
}

const isPair = (one: string, other: string): boolean =>
  one.slice(0, SHARED).toLowerCase() === other.slice(0, SHARED).toLowerCase();

/** Words before a comma that a title can be inverted around; more of them make a list. */
const INVERTED = 3;

/** Turns `montör, träprodukter` round to `träprodukter montör`; lists and longer titles stay as they are. */
function inNaturalOrder(title: string): string {
  const [before, behind, ...more] = title.split(/,\s*/u);
  return behind === undefined || more.length > 0 || before!.split(' ').length > INVERTED
    ? title.replace(/,\s*/gu, ' ')
    : `${behind} ${before}`;
}
