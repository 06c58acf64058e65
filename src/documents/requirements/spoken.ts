import { partsAt, wordsIn, type Span } from './clauses.ts';
import { anyOf, plainText } from './cues.ts';

/** The languages that work is mostly done in here, by their names in English, Swedish and French, without accents. */
const LANGUAGE = [
  "(?:l')?(?:english|swedish|french|norwegian|danish|finnish|german|spanish|arabic",
  'svenska|engelska|franska|norska|danska|finska|tyska|spanska|arabiska',
  'francais|anglais|suedois|norvegien|danois|finnois|allemand|espagnol|arabe)',
].join('|');
const LEVEL = [
  '(?:[abc][12]|fluen\\w*|native|spoken|written|speak',
  'flytande|modersmal|obehindrat|skriftlig\\w*|muntlig\\w*|talar',
  'courant\\w*|couramment|maternelle|ecrit\\w*|parle[rz]?)',
].join('|');
/** At most four words between the two: `English at least at B2`. */
const NEAR = '(?:\\W+\\w+){0,4}?\\W+';

/** A part of a sentence about the language that somebody speaks, or that is spoken at work. */
const SPOKEN = anyOf(
  `\\b${LANGUAGE}${NEAR}${LEVEL}\\b`,
  `\\b${LEVEL}${NEAR}${LANGUAGE}\\b`,
  `^\\W*(?:le |un (?:bon )?)?${LANGUAGE} (?:is|will|would|ar|racker|behovs|kravs|est|sert|suffit|serait|constitue)\\b`,
  `\\b(?:in|pa|en) ${LANGUAGE}\\W*$`,
  '\\b(?:in both languages|pa bada spraken|dans les deux langues)\\b',
  `\\b(?:knowledge|command|kunskap(?:er)?|maitrise|connaissances?) (?:of|i|de|du) (?:the )?${LANGUAGE}\\b`,
);
/** Where languages are the work itself. */
const LANGUAGE_WORK = anyOf('\\b(?:teach|taught|translat|interpret|undervis|oversatt|tolk|enseign|tradu)');
/** What leads up to a language: `you speak | and write Swedish`. */
const LEADS_UP = anyOf('^(?:(?:you|du|vous|speak|write|talar|skriver|parlez|ecrivez)\\W*)+$');
/** What gives the reason for a language, or says more of it. */
const GOES_ON = anyOf(
  '^\\W*(?:for|since|because|as|so|which|or|but|spoken|written|in|to|with|although',
  'eftersom|da|som|i|pa|till|bade|eller|men',
  'pour|car|puisque|parce|comme|ou|mais|ecrit|parle|langue)\\b',
);
/** So many words before a language, in the same breath, are a thing of their own; fewer are what is said in it. */
const FEWEST_WORDS = 3;

/**
 * A clause without what it says of languages, in the parts that are left: the profile names those of the talent, and
 * the condition `LANGUAGES` judges them. As evidence any line that names a language spoke for `Swedish at B1`: with
 * e5-small, `I have not learned Swedish yet` was as near as could be.
 */
export function withoutSpoken(text: string, clause: Span): Span[] {
  const plainly = ({ start, end }: Span) => plainText(text.slice(start, end));
  if (!SPOKEN.test(plainly(clause)) || LANGUAGE_WORK.test(plainly(clause))) return [clause];
  const kept: Span[] = [];
  let spoken = false;
  for (const part of partsAt(text, clause, /,\s/gu)) {
    const ofLanguages = SPOKEN.test(plainly(part));
    if (!ofLanguages && spoken && GOES_ON.test(plainly(part))) continue;
    const own = ofLanguages ? beforeLanguage(text, part, plainly) : part;
    const last = spoken ? undefined : kept.at(-1);
    if (own && last) last.end = own.end;
    else if (own) kept.push({ ...own });
    spoken = ofLanguages;
  }
  return kept;
}

/** What stands before the language: `three years of nursing` of `three years of nursing and Swedish at B2`. */
function beforeLanguage(text: string, part: Span, plainly: (span: Span) => string): Span | undefined {
  const phrases = partsAt(text, part, /\s(?:and|och|et)\s/giu, 1);
  const first = phrases.findIndex((phrase) => SPOKEN.test(plainly(phrase)));
  // Neither says it alone: `a C1 licence and English`.
  if (first < 0) return part;
  const before = phrases.slice(0, first);
  while (before.length > 0 && LEADS_UP.test(plainly(before.at(-1)!))) before.pop();
  if (before.length === 0) return undefined;
  const own = { start: part.start, end: before.at(-1)!.end };
  return wordsIn(text, own) < FEWEST_WORDS ? undefined : own;
}
