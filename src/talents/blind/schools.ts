import { NATIONS } from './demonyms.ts';
import { isPartlyHidden, type Clause, type Line, type ReadCv, type Section, type Word } from './reading.ts';
import {
  AT,
  BEFORE_A_SUBJECT,
  DATED,
  DEGREE,
  IN_NAMES,
  JOINING,
  JOINING_AFTER,
  LABELS_A_SCHOOL,
  LANGUAGE_TESTS,
  LONGEST_LISTING,
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
  cv.lines.flatMap((line) => {
    const section = listsStudies(cv, line) ? 'EDUCATION' : line.section;
    return line.clauses.flatMap((clause, index) => {
      const named = namedSchools(clause, section);
      if (section === 'WORK') return named;
      if (section !== 'EDUCATION')
        return [...named, ...placesOfStudy(cv, clause), ...placeOfASchool(cv, line, index)];
      return [...named, ...placeAlone(cv, line, index), ...placesAfterAt(clause.words)];
    });
  });

/** `Diplôme d'État, filière sociale, IRTS de Saint-Benoît, 2012` under a heading such as `Papiers`. */
const listsStudies = ({ plain }: ReadCv, { start, end, section }: Line): boolean =>
  section === 'OTHER' && end - start <= LONGEST_LISTING && DEGREE.test(plain.slice(start, end).trimStart());

/** `Lund University`, `Högskolan i Borås`, `École polytechnique de Yaoundé`: with the words that belong to the name. */
function namedSchools({ words, opens }: Clause, section: Section): Span[] {
  return words.flatMap((word, index) => {
    const isKnown = NAMED.has(word.plain) || (section === 'EDUCATION' && NAMED_AMONG_STUDIES.has(word.plain));
    if (isKnown && word.capital) return [spanOf(words, nameAround(words, index, 0))];
    if (section === 'EDUCATION' && isSchoolInCapitals(words, index))
      return [spanOf(words, { from: index, to: index + 2 })];
    // `un collège en bois`: a building, or an employer.
    if (word.plain === 'college' && !word.capital) return [];
    const isSchool = UNIVERSITY.test(word.plain) || (section !== 'WORK' && SCHOOL.test(word.plain));
    if (!isSchool || NO_SCHOOL.test(plainAfter(words, index))) return [];
    if (word.capital && NAME_FOLLOWS.test(word.plain) && index + 1 < words.length)
      return [spanOf(words, nameAfter(words, index))];
    const name = nameAround(words, index, BEFORE);
    return isNamed(words, index, name, opens) ? [spanOf(words, name)] : [];
  });
}

/** `IAE de Limoges`, `ISTA de Meknès`, `l'IRTS de Saint-Benoît`. */
function isSchoolInCapitals(words: readonly Word[], index: number): boolean {
  const [word, joining, name] = words.slice(index, index + 3);
  return (
    name !== undefined &&
    word!.acronym &&
    /^(?:l')?[a-z]{3,8}$/.test(word!.plain) &&
    !STUDIED_IN_CAPITALS.has(word!.plain) &&
    /^(?:de|d'|du|in|i)$/.test(joining!.plain) &&
    isOfAPlace(name) &&
    !name.acronym
  );
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
function placeAlone(cv: ReadCv, { clauses }: Line, index: number): Span[] {
  const { words, opens, inBrackets } = clauses[index]!;
  const dated = words.findIndex(({ plain }) => isYear(plain) || DATED.test(plain));
  const name = dated === -1 ? words : words.slice(0, dated);
  // `School: VTI Roeselare`
  const isLabelled =
    index === 1 &&
    name.length > 1 &&
    LABELS_A_SCHOOL.test(cv.plain.slice(clauses[0]!.start, clauses[0]!.end));
  if ((opens && !isLabelled) || name.length === 0 || name.length > LONGEST_PLACE) return [];
  const joining = ({ plain }: Word) => JOINING.has(plain) || JOINING_AFTER.has(plain);
  if (!name.some(isOfAPlace) || !name.every((word) => isOfAPlace(word) || joining(word))) return [];
  // `ATEX` is a rule and `GCIA 2024` a certificate; `KTH, 2015` is where somebody was that year.
  const isCode = name.every(({ acronym }) => acronym);
  const isDated = (at: number) => isYear(clauses[at]?.words[0]?.plain ?? '');
  // `ENEAM, Cotonou, 2011`, once the town is hidden.
  const isInATown =
    clauses[index + 1]?.words.length === 0 && isPartlyHidden(cv, clauses[index + 1]!) && isDated(index + 2);
  if (isCode && (dated !== -1 || inBrackets || !(isDated(index + 1) || isInATown))) return [];
  return [{ start: name[0]!.start, end: name.at(-1)!.end }];
}

/** Where nothing says that studies are listed: the town after a school, before a year. */
function placeOfASchool(cv: ReadCv, line: Line, index: number): Span[] {
  const [before, after] = [line.clauses[index - 1], line.clauses[index + 1]];
  const isAfterASchool = before?.words.length === 0 && isPartlyHidden(cv, before);
  const isDated = /^(?:19|20)\d\d$/.test(after ? cv.plain.slice(after.start, after.end) : '');
  return isAfterASchool && isDated ? placeAlone(cv, line, index) : [];
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
