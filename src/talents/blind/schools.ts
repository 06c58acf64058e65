import { NATIONS } from './demonyms.ts';
import type { Clause, Line, ReadCv, Section, Word } from './reading.ts';
import {
  AT,
  BEFORE_A_SUBJECT,
  DATED,
  IN_NAMES,
  JOINING,
  JOINING_AFTER,
  LANGUAGE_TESTS,
  NAME_FOLLOWS,
  NAME_STOPS,
  NAMED,
  NAMED_AMONG_STUDIES,
  NO_SCHOOL,
  SAYS_MORE,
  SCHOOL,
  STUDIED,
  STUDIED_IN_CAPITALS,
  STUDYING,
  UNIVERSITY,
} from './school-words.ts';
import type { Span } from './span.ts';

/** The words before and after the word `school` that a name may have. */
const BEFORE = 3;
const AFTER = 5;
/** `École nationale supérieure de chimie et de physique de Bordeaux`. */
const LONGEST_NAME = 12;
/** Longer clauses among studies are descriptions. */
const LONGEST_PLACE = 6;

/** Schools by name, and the places that stand for them where studies are listed; degree and subject stay. */
export const schoolsIn = (cv: ReadCv): Span[] =>
  cv.lines.flatMap((line) =>
    line.clauses.flatMap((clause, index) => {
      const named = namedSchools(clause, line.section);
      if (line.section === 'WORK') return named;
      if (line.section !== 'EDUCATION') return [...named, ...placesOfStudy(cv, clause)];
      return [...named, ...placeAlone(line, index), ...placesAfterAt(clause.words)];
    }),
  );

/** `Lund University`, `Högskolan i Borås`, `École polytechnique de Yaoundé`: with the words that belong to the name. */
function namedSchools({ words, opens }: Clause, section: Section): Span[] {
  return words.flatMap((word, index) => {
    const isKnown = NAMED.has(word.plain) || (section === 'EDUCATION' && NAMED_AMONG_STUDIES.has(word.plain));
    if (isKnown && word.capital) return [spanOf(words, nameAround(words, index, 0))];
    const isSchool = UNIVERSITY.test(word.plain) || (section !== 'WORK' && SCHOOL.test(word.plain));
    if (!isSchool || NO_SCHOOL.test(plainAfter(words, index))) return [];
    if (word.capital && NAME_FOLLOWS.test(word.plain) && index + 1 < words.length)
      return [spanOf(words, nameAfter(words, index))];
    const name = nameAround(words, index, BEFORE);
    return isNamed(words, index, name, opens) ? [spanOf(words, name)] : [];
  });
}

/** The two words after one, folded. */
const plainAfter = (words: readonly Word[], index: number): string =>
  words
    .slice(index + 1, index + 3)
    .map(({ plain }) => plain)
    .join(' ');

/** The first and last of the words of a name. */
interface Run {
  from: number;
  to: number;
}

const spanOf = (words: readonly Word[], { from, to }: Run): Span => ({
  start: words[from]!.start,
  end: words[to]!.end,
});

function nameAfter(words: readonly Word[], from: number): Run {
  const rest = words.slice(from + 1, from + 1 + LONGEST_NAME);
  const stop = rest.findIndex(({ plain }) => NAME_STOPS.test(plain));
  return { from, to: from + (stop === -1 ? rest.length : stop) };
}

/** The words with capitals around one, with what joins them. */
function nameAround(words: readonly Word[], index: number, before: number): Run {
  let from = index;
  for (let at = index - 1; at >= 0 && index - at <= before; at -= 1) {
    const word = words[at]!;
    if (at === 0 && word.capital && STUDIED.test(word.plain)) break;
    if (word.capital || IN_NAMES.has(word.plain)) from = at;
    else if (!JOINING.has(word.plain)) break;
  }
  let to = index;
  for (let at = index + 1; at < words.length && at - index <= AFTER; at += 1) {
    const word = words[at]!;
    if (word.capital) to = at;
    else if (!JOINING_AFTER.has(word.plain) && !IN_NAMES.has(word.plain)) break;
  }
  return { from, to };
}

/**
 * A school without a name is none: `at university`, `Secondary technical school`, `Mekanisk yrkesskola`. A capital
 * that only opens the sentence says nothing.
 */
const isNamed = (words: readonly Word[], index: number, { from, to }: Run, opens: boolean): boolean =>
  words.slice(from, to + 1).some(
    (word, place) =>
      word.capital &&
      !IN_NAMES.has(word.plain) &&
      // `my school French`
      !NATIONS.has(word.plain) &&
      (from + place > 0 || (from + place !== index && (!opens || UNIVERSITY.test(words[index]!.plain)))),
  );

/** Among studies, a clause that is nothing but a name: `MSc Computer Science, Graz, 2028`. */
function placeAlone({ clauses }: Line, index: number): Span[] {
  const { words, opens, inBrackets } = clauses[index]!;
  const dated = words.findIndex(({ plain }) => isYear(plain) || DATED.test(plain));
  const name = dated === -1 ? words : words.slice(0, dated);
  if (opens || name.length === 0 || name.length > LONGEST_PLACE) return [];
  const joining = ({ plain }: Word) => JOINING.has(plain) || JOINING_AFTER.has(plain);
  if (!name.some(isOfAPlace) || !name.every((word) => isOfAPlace(word) || joining(word))) return [];
  // `ATEX` is a rule and `GCIA 2024` a certificate; `KTH, 2015` is where somebody was that year.
  const isCode = name.every(({ acronym }) => acronym);
  if (isCode && (dated !== -1 || inBrackets || !isYear(clauses[index + 1]?.words[0]?.plain ?? ''))) return [];
  return [{ start: name[0]!.start, end: name.at(-1)!.end }];
}

const isYear = (plain: string): boolean => /^(?:19|20)\d\d/.test(plain);

const isOfAPlace = ({ plain, capital, acronym }: Word): boolean =>
  capital &&
  !/\d/.test(plain) &&
  !STUDIED.test(plain) &&
  !(acronym && STUDIED_IN_CAPITALS.has(plain)) &&
  !NATIONS.has(plain) &&
  !LANGUAGE_TESTS.has(plain);

/** `yrkeshögskola i Strömsund`, `exchange year in Galway`. */
function placesAfterAt(words: readonly Word[]): Span[] {
  return words.flatMap((word, index) => {
    const [before, next] = [words[index - 1], words[index + 1]];
    if (!AT.has(word.plain) || word.capital || !next || !isOfAPlace(next) || next.acronym) return [];
    const isSubject = word.plain !== 'at' && before !== undefined && BEFORE_A_SUBJECT.test(before.plain);
    return isSubject ? [] : [spanOf(words, nameAround(words, index + 1, 0))];
  });
}

/** Where a sentence says that somebody studied: the places that it names. */
function placesOfStudy({ plain }: ReadCv, { start, end, words }: Clause): Span[] {
  const said = STUDYING.exec(plain.slice(start, end));
  if (!said) return [];
  const studied = words.filter((word) => word.start >= start + said.index);
  const other = studied.findIndex(({ plain: word }) => SAYS_MORE.test(word));
  return placesAfterAt(other === -1 ? studied : studied.slice(0, other));
}
