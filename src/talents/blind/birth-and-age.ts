import { isAge } from './number-words.ts';
import type { Clause, ReadCv } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

const LABEL =
  /\b(?:date of birth|birth ?date|birthday|d\.?o\.?b|place of birth|birth ?place|born on|fodelsedatum|fodelsear|fodelseort|fodelsedag|date de naissance|lieu de naissance|date et lieu de naissance|ne\(e\) le|age|alder)\b\.?[ \t]{0,3}:[^\n|;]{0,80}/g;
/** To the end of the clause: birthplaces tell of nationality as birth dates tell of age. */
const BORN =
  /\bborn\b|\bfodd(?:es)?\b(?= (?:i|pa|den|ar|\d|\p{L}+ \d))|\bf\. ?(?=\d{4})|\bgrew up\b|\b(?:brought up|raised) in\b|\buppvu(?:xen|xit)\b|\b(?:rotter|rots) i\b|\bursprungligen fran\b|\boriginally from\b|\bnative of\b|\boriginaire d[eu']|\bayant grandi\b|\bj'ai grandi\b/gu;
/** `né en`, with its accent, or with a date after it: `ne le` is a negation otherwise. */
const NE = /(?<![\p{L}-])n(?:ée?|ee?(?= (?:le|en) \d))(?= (?:le|en|à|au|aux|a)\s)/giu;

/** Said after a number, and said before one. */
const YEARS_OLD = /[- ]?(?:years? old|year-old|y\.o\.|ar (?:gammal|ung)|arig|aring|ars alder)\b/g;
const AGED =
  /\b(?:aged?|age of|i am|i'm|agee? de|alder|jag ar|fyllda|j'ai) (?=[a-z]*(?:\d\d|teen|ty|ton|tio|tjugo|vingt|rente|rante|quante|xante))/g;
const DECADES =
  /\b(?:in my (?:early |mid |late )?(?:twent|thirt|fort|fift|sixt)ies|(?:tjugo|trettio|fyrtio|femtio|sextio)arsaldern|la (?:vingtaine|trentaine|quarantaine|cinquantaine|soixantaine))\b/g;
const FULL_DATE =
  /(?<!\d)(?:(?:19[4-9]|200)\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19[4-9]|200)\d)(?!\d)/g;

/** Birth dates and birthplaces, where somebody grew up, and ages. */
export function birthAndAgeIn(cv: ReadCv): Span[] {
  const { plain, head } = cv;
  const clauses = cv.lines.flatMap((line) => line.clauses);
  return [
    ...matchesOf(plain, LABEL),
    ...clauses.flatMap((clause) => [...bornIn(cv, clause), ...(isAlone(cv, clause) ? [clause] : [])]),
    ...matchesOf(plain, YEARS_OLD).flatMap((said) => ageBefore(plain, said)),
    ...matchesOf(plain, AGED).flatMap((said) => ageAfter(plain, said)),
    ...matchesOf(plain, DECADES),
    ...matchesOf(plain, FULL_DATE).filter(({ start }) => start < head),
  ];
}

/** The most words that a number has: `soixante et onze`. */
const WORDS_OF_A_NUMBER = 3;

/** `thirty-four years old`: the longest number that ends here. */
function ageBefore(plain: string, { start, end }: Span): Span[] {
  const words = [...plain.slice(Math.max(0, start - 40), start).matchAll(/[a-z\d]+/g)].slice(
    -WORDS_OF_A_NUMBER,
  );
  const offset = Math.max(0, start - 40);
  const first = words.findIndex((_, place) =>
    isAge(
      words
        .slice(place)
        .map(([word]) => word)
        .join(''),
    ),
  );
  return first === -1 ? [] : [{ start: offset + words[first]!.index, end }];
}

/** `aged thirty-four`, `j'ai 34 ans`: but not `j'ai 20 ans d'expérience`. */
function ageAfter(plain: string, { start, end }: Span): Span[] {
  const words = [...plain.slice(end, end + 40).matchAll(/[a-z\d]+/g)].slice(0, WORDS_OF_A_NUMBER + 1);
  const last = words.findLastIndex((_, place) =>
    isAge(
      words
        .slice(0, place + 1)
        .map(([word]) => word)
        .join(''),
    ),
  );
  if (last === -1) return [];
  const until = end + words[last]!.index + words[last]![0].length;
  const unit = /^ (?:years?|ar|ans)\b(?<experience> (?:of|av|i|inom|d|in)\b)?/.exec(
    plain.slice(until, until + 20),
  );
  return unit?.groups?.['experience'] ? [] : [{ start, end: until + (unit?.[0].length ?? 0) }];
}

function bornIn({ text, plain }: ReadCv, { start, end }: Span): Span[] {
  const places = [...plain.slice(start, end).matchAll(BORN), ...text.slice(start, end).matchAll(NE)].map(
    ({ index }) => index,
  );
  return places.length === 0 ? [] : [{ start: start + Math.min(...places), end }];
}

/** `, trettioåtta år,`, `, thirty,` or `(29)`: an age where people say who they are, experience elsewhere. */
function isAlone({ plain, head }: ReadCv, { start, end, opens, inBrackets }: Clause): boolean {
  if (start >= head) return false;
  const words = plain.slice(start, end);
  if (inBrackets && isAge(words)) return true;
  const unit = / (?:years?|ar|ans)$/.exec(words);
  if (unit) return isAge(words.slice(0, unit.index));
  return !opens && !/^\d/.test(words) && isAge(words);
}
