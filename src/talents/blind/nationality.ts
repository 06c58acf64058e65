import { ALSO_COUNTRIES, ENGLISH_NATIONS, LANGUAGE_NATIONS, NATIONALITIES, NATIONS } from './demonyms.ts';
import { isAge } from './number-words.ts';
import { isPartlyHidden, type Clause, type Line, type ReadCv, type Word } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

const LABEL =
  /\b(?:nationality|nationalities|citizenships?|nationalitet|medborgarskap|nationalite|citoyennete|ethnicity|religion|confession|trosuppfattning|state of origin|country of origin|hemland|ursprungsland|pays d'origine)[ \t]{0,3}:(?:[^\n|;.]|\.(?! )){0,80}/g;
/** A clause that says nothing else: `Nationalité marocaine`, `d'origine camerounaise`. */
const LABELLED =
  /(?:^|(?<=\. ))(?:nationalite|nationality|nationalitet|citizenship|medborgarskap|d'origine|(?:av|of) (?=[a-z-]{3,30} (?:origin|descent|heritage|ursprung|harkomst)$)) ?(?<nation>[a-z-]{3,30})(?: (?:et|och|and) [a-z-]{3,30}| [a-z]{6,9})?$/;
/** `Jag kom från Iran 2016`. */
const CAME_FROM =
  /(?<=\b(?:jag (?:kommer|kom) fran|i (?:come|came|am) from|je viens d[eu']) ?)[\p{L}'-]{2,40}/gu;
/** The name after these, up to the end of the clause at most. */
const OF_A_COUNTRY =
  /(?<=\b(?:citizens? of|national of|citizenship of|nationality of|passport of|medborgare i|medborgarskap i|citoyen de|citoyenne de|citoyen du|citoyenne du|ressortissante? d[eu]|passeport d[eu]|nationalite) (?:the |la |le |l'|les )?)[\p{L}'-]{2,40}(?: [\p{L}'-]{2,40})?/gu;
/** The word before or after these, whatever it is. */
const CITIZEN_AFTER =
  /^(?:citizen|citizens|citizenship|national|nationality|passport|passports|medborgare|medborgarskap|pass|nationalitet)$/;
const CITIZEN_BEFORE = /^(?:citoyen|citoyenne|nationalite|passeport|ressortissant|ressortissante)$/;
/** The single labour market is no nationality: employers see that group anyway. */
const GROUPS = new Set(['eu', 'ees', 'eea', 'ue', 'eee', 'us', 'european', 'third-country']);
const SMALL_WORDS = new Set(
  'a an the as and both my valid or with senior dual double double en ett som har bade och giltigt mitt un une le la de'.split(
    ' ',
  ),
);
const I_AM = /(?:^| )(?:i am|i'm|jag ar|je suis)(?: an?| en| une?)?$/;

/**
 * Statements of nationality and citizenship. Languages stay (`French C1`), and so do nations of employers, licences,
 * permits and kitchens: a word is hidden only where it is said of the person.
 */
export function nationalityIn(cv: ReadCv): Span[] {
  return [
    ...matchesOf(cv.plain, LABEL),
    ...[OF_A_COUNTRY, CAME_FROM]
      .flatMap((pattern) => matchesOf(cv.plain, pattern))
      .filter((span) => hasCapital(cv, span)),
    ...cv.lines.flatMap((line) =>
      line.clauses.flatMap((clause, index) => {
        if (isAlone(cv, line, index)) return [clause];
        const labelled = labelledIn(cv, clause);
        if (labelled) return [labelled];
        return line.section === 'LANGUAGES' ? [] : saidOfThePerson(cv, line, clause);
      }),
    ),
  ];
}

const hasCapital = ({ text }: ReadCv, { start }: Span): boolean =>
  /^\p{Lu}/u.test(text.slice(start, start + 1));

function labelledIn({ plain }: ReadCv, { start, end }: Span): Span | undefined {
  const said = LABELLED.exec(plain.slice(start, end));
  return said && NATIONS.has(said.groups!['nation']!) ? { start: start + said.index, end } : undefined;
}

/**
 * `Béninoise, 40 ans`, `Irish, 32`, `single, Estonian`: a word that names no language begins a sentence; one that does
 * stands beside an age or something hidden. Beside another nation it is one of several languages.
 */
function isAlone(cv: ReadCv, { section, clauses }: Line, index: number): boolean {
  const { words, opens } = clauses[index]!;
  const [word] = words;
  if (words.length !== 1 || !word!.capital || !NATIONS.has(word!.plain)) return false;
  if (ALSO_COUNTRIES.has(word!.plain) || section === 'WORK' || section === 'EDUCATION') return false;
  const before = clauses[index - 1];
  const after = clauses[index + 1];
  if ([before, after].some((beside) => beside && isALanguage(beside))) return false;
  if (opens && section === 'LANGUAGES') return false;
  if (opens && !LANGUAGE_NATIONS.has(word!.plain)) return true;
  return [opens ? undefined : before, after?.opens ? undefined : after].some(
    (beside) => beside && (isPartlyHidden(cv, beside) || isAnAge(cv, beside)),
  );
}

/** `some Finnish`: longer clauses that name a nation say something else. */
const isALanguage = ({ words }: Clause): boolean =>
  words.length <= 3 && words.some(({ plain }) => NATIONS.has(plain));

const isAnAge = ({ plain }: ReadCv, { start, end }: Span): boolean =>
  isAge(plain.slice(start, end).replace(/ (?:years?(?: old)?|ar|ans)$/, ''));

function saidOfThePerson(cv: ReadCv, line: Line, clause: Clause): Span[] {
  const { words } = clause;
  return words.filter((word, index) => {
    const [before, after] = [words[index - 1], words[index + 1]];
    if (after && CITIZEN_AFTER.test(after.plain) && isNation(word, line)) return true;
    if (before && CITIZEN_BEFORE.test(before.plain) && isNation(word, line)) return true;
    if (!NATIONS.has(word.plain)) return false;
    if (BY_BIRTH.test(cv.plain.slice(word.end, clause.end))) return true;
    if (words.length === 1) return NATIONALITIES.has(word.plain) && !word.capital;
    if (I_AM.test(cv.plain.slice(clause.start, word.start).trimEnd())) return !isSpoken(after);
    return clause.opens && clause.start < cv.head && isOfTheOccupation(line, clause, index);
  });
}

/** After a nation: `by birth`, or another nation and `citizen`. */
const BY_BIRTH =
  /^ (?:by birth|national)|^(?: and| och| et) [a-z]+ (?:citizens?|citizenship|passports?|medborgare|medborgarskap|pass)\b/;

/** A word before `citizen`: of the list, or written as names of nations are in the language. */
const isNation = ({ plain, capital }: Word, { section }: Line): boolean =>
  !GROUPS.has(plain) &&
  !SMALL_WORDS.has(plain) &&
  (NATIONS.has(plain) || (capital && section !== 'WORK') || /(?:sk|skt|ska)$/.test(plain));

const isSpoken = (after: Word | undefined): boolean =>
  after !== undefined &&
  /^(?:speak\w*|teacher|tutor|translator|interpreter|language|lessons?|native|[abc][12])$/.test(after.plain);

/** No occupation follows: `French is my working language`, `Swedish and Norwegian licence`. */
const NO_OCCUPATION =
  /^(?:and|at|basic|for|fluent|good|is|level|licen\w+|on|skills?|to|very|was|with|och|ar|legitim\w+|et|est)$/;
/** `industrie suédoise et clients irlandais`: a clause about more than the person. */
const ABOUT_MORE = /^(?:et|ou|dans|pour|chez|och|for|and|in)$/;
const WITH = /^(?:avec|with|med)$/;
/** Longer ones are sentences, not occupations. */
const LONGEST_OCCUPATION = 6;

/**
 * Where people say who they are, a line may begin with the occupation and the nation: `Kenyan network engineer`,
 * `Svensk sjuksköterska`, `Infirmière sénégalaise`, `Chef de chantier camerounais avec …`.
 */
function isOfTheOccupation({ clauses }: Line, clause: Clause, index: number): boolean {
  if (clauses[0] !== clause) return false;
  const { words } = clause;
  const [word, after] = [words[index]!, words[index + 1]];
  if (index === 0 && (ENGLISH_NATIONS.has(word.plain) || NATIONALITIES.has(word.plain)))
    return after !== undefined && !isSpoken(after) && !NO_OCCUPATION.test(after.plain);
  const end = words.findIndex(({ plain }) => WITH.test(plain));
  const occupation = end === -1 ? words : words.slice(0, end);
  return (
    index > 0 &&
    index === occupation.length - 1 &&
    index < LONGEST_OCCUPATION &&
    NATIONALITIES.has(word.plain) &&
    !word.capital &&
    !occupation.some(({ plain }) => ABOUT_MORE.test(plain))
  );
}
