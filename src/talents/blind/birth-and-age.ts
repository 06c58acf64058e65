import { isAge } from './number-words.ts';
import { NATIONS } from './demonyms.ts';
import { isPartlyHidden, type Line, type ReadCv } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

const LABEL =
  /\b(?:date of birth|birth ?date|birthday|d\.?o\.?b|place of birth|birth ?place|born on|fodelsedatum|fodelsear|fodelseort|fodelsedag|date de naissance|lieu de naissance|date et lieu de naissance|ne\(e\) le|age|alder)\b\.?[ \t]{0,3}:(?:[^\n|;.]|\.(?=\S)){0,80}/g;
/** To the end of the clause: birthplaces tell of nationality as birth dates tell of age. */
const BORN =
  /\b(?:i was )?born\b|\bfodd(?:es)?\b(?= (?:i|pa|den|ar|\d|och uppv|\p{L}+ \d))|\bf\. ?(?=\d{4})|\b(?:where i )?grew up\b|\b(?:brought up|raised) (?:in|on|near)\b|\b(?:dar jag )?vaxte upp\b|\buppvu(?:xen|xit)\b|\b(?:rotter|rots) i\b|\bursprungligen fran\b|\boriginally from\b|\bnative of\b|\boriginaire d[eu']|\bayant grandi\b|\b(?:ou )?j'ai grandi\b/gu;
/** A clause that goes on about something else has a subject of its own: `née à Lille et je suis venue …`. */
const GOES_ON = / (?:och|and|et) (?!i am \S{2,20}$)(?:jag|vi|i|we|je|j'|nous)\b/g;
/** `arrivé en France à neuf ans`: where somebody came from, by another way. */
const CAME_AS_A_CHILD =
  /^(?:arrivee?|venue?|came|moved|kom|flyttade) [^\n]{1,60} (?:a [a-z\d-]{1,20} ans|som barn|as a child|(?:at )?aged? (?:of )?[a-z\d-]{1,20}|vid [a-z\d-]{1,20} ars alder)$/;
const CAME_AT = /\b(?:arrivee?|venue?|partie?|installee?) [^\n]{1,40} (?=a [a-z\d-]{1,20} ans\b)/;
/** `…, är 31 år, …`: with its unit, since much is 31. */
const IS = /^(?:och )?ar (?=[a-z\d]{2,12} ar\b)/;
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
  return [
    ...matchesOf(plain, LABEL),
    ...cv.lines.flatMap((line) =>
      line.clauses.flatMap((clause, index) => [
        ...bornIn(cv, clause),
        ...ageOnTheWay(plain, clause),
        ...(isAlone(cv, line, index) ? [clause] : []),
      ]),
    ),
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
  const said = plain.slice(start, end);
  const places = [...said.matchAll(BORN), ...text.slice(start, end).matchAll(NE)].map(({ index }) => index);
  if (places.length === 0) return [];
  // All of them at once: one more in each reading would be the square of the length.
  const stops = [...said.matchAll(GOES_ON)].map(({ index }) => index);
  const spans: Span[] = [];
  let stop = 0;
  for (const from of places.sort((one, other) => one - other)) {
    if (spans.length > 0 && start + from < spans.at(-1)!.end) continue;
    while (stop < stops.length && stops[stop]! < from) stop += 1;
    spans.push({ start: start + from, end: start + (stops[stop] ?? said.length) });
  }
  return spans;
}

function ageOnTheWay(plain: string, { start, end }: Span): Span[] {
  const said = plain.slice(start, end);
  if (CAME_AS_A_CHILD.test(said)) return [{ start, end }];
  const came = CAME_AT.exec(said);
  const is = IS.exec(said);
  return [
    ...(came ? ageAfter(plain, spanAt(start + came.index + came[0].length, 2)) : []),
    ...(is ? ageAfter(plain, spanAt(start + is[0].length, 0)) : []),
  ];
}

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });

/** The lines in which a bare number is an age. */
const HEAD_LINES = 3;

/**
 * `, trettioåtta år,`, `, thirty,` or `(29)`: an age where people say who they are, experience elsewhere. After that
 * part, where it is a sentence of its own or stands beside something else that is said of the person.
 */
function isAlone(cv: ReadCv, line: Line, index: number): boolean {
  const { start, end, opens, inBrackets } = line.clauses[index]!;
  const words = cv.plain.slice(start, end);
  const unit = / (?:years?|ar|ans)$/.exec(words);
  if (!isAge(unit ? words.slice(0, unit.index) : words)) return false;
  const isInHead = start < cv.head;
  if (isInHead && (unit || inBrackets || (!opens && !/^\d/.test(words)))) return true;
  if (line.section === 'WORK' || (line.section === 'EDUCATION' && !unit)) return false;
  if (unit && opens) return line.section !== 'EDUCATION';
  if (isInHead && index > 0 && cv.lines.indexOf(line) < HEAD_LINES) return true;
  return [line.clauses[index - 1], line.clauses[index + 1]].some(
    (beside) =>
      beside && (isPartlyHidden(cv, beside) || NATIONS.has(cv.plain.slice(beside.start, beside.end))),
  );
}
