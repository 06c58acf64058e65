import type { ReadCv } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

const LABEL =
  /\b(?:gender|sex|kon|sexe|genre|pronouns?|pronomen|pronoms?)[ \t]{0,3}:[^\n|;,]{0,60}|\((?:she|he|they|hon|han|hen|elle|il)\/[a-z/]{2,20}\)/g;
const SELF: readonly RegExp[] = [
  /\b(?:as|i am|i'm|being) (?:an? |the )?(?:[a-z-]{1,20} ){0,2}(?:woman|man|mother|father|girl|guy|lady|gentleman|female|male)\b/g,
  /\b(?:jag ar|som|ar) (?:en )?(?:[a-z-]{1,20} ){0,2}(?:kvinna|tjej|kille|mamma|pappa|dam)\b|\b(?:jag ar|som) en (?:[a-z-]{1,20} )?man\b/g,
  /\b(?:je suis|en tant que|etant) (?:une? )?(?:[a-z-]{1,20} )?(?:femme|homme|mere|pere|fille|garcon)\b/g,
  /\b(?:(?:fe)?male|manlig|kvinnlig) (?:nurse|midwife|carer|caregiver|teacher|doctor|engineer|developer|technician|chef|cook|applicant|candidate|professional|sjukskoterska|underskoterska|larare|lakare|ingenjor|kock|sokande)\b/g,
  /\b(?:young (?:wo)?man|young lady|ung (?:kvinna|man|tjej|kille)|jeune (?:femme|homme|fille))\b/g,
  // With the word before, since the two differ in length.
  /(?<=\bequipe (?:[a-z'-]{1,20} ){0,4})(?:[a-z'-]{1,20} )?(?:masculine|feminine)\b/g,
];
/** A clause that says nothing else: `Female, 34`. */
const ALONE =
  /^(?:female|male|woman|man|kvinna|kvinnlig|manlig|femme|homme|feminin|masculin|sexe feminin|sexe masculin)$/;

/** To the end of the clause: its length must not tell what it was. */
const COMPANY =
  /\b(?:women in (?:tech\w*|it|stem|science|engineering|security|cyber\w*|data|ai|business|leadership|finance|energy|wind|construction|trades|manufacturing|logistics|computing|robotics)|women who (?:code|lead|build)|women's (?:network|club|team|league|football|choir|society|association)|girls (?:who code|in tech)|kvinnor i (?:tech|it|bygg\w*|industri\w*)|kvinnligt? natverk|kvinnonatverk|femmes (?:du|dans le|et) numerique)\b/;

/**
 * English and Swedish pronouns of the third person, which in a CV are nearly always about the person or a patient.
 * Where the two genders differ in length the next word goes with them: `██████` may be `he led` or `she ran`.
 */
const PRONOUNS: readonly RegExp[] = [
  /\b(?:her|his|him|herself|himself|hon|han|honom|henne)\b/g,
  /\b(?:s?he|hers|hans|hennes)\b(?: [\p{L}\p{M}'-]+)?/gu,
];
/** French has grammatical gender: only a pronoun that opens a sentence is taken for the person. */
const IL_OU_ELLE =
  /^(?:il|elle)\b(?! (?:y|faut|fallait|s'agit|s'agissait|existe|reste|convient|suffit|semble|est (?:important|possible|necessaire|utile|essentiel)))(?: [\p{L}\p{M}'-]+)?/u;

/** Statements of gender, pronouns, and circles that only women or men belong to. */
export function genderIn(cv: ReadCv): Span[] {
  const { text, plain } = cv;
  const clauses = cv.lines.flatMap((line) => line.clauses);
  return [
    ...[LABEL, ...SELF].flatMap((pattern) => matchesOf(plain, pattern)),
    ...PRONOUNS.flatMap((pattern) => matchesOf(plain, pattern)).filter((span) => !isAName(text, span)),
    ...clauses.flatMap((clause) => {
      const words = plain.slice(clause.start, clause.end);
      if (ALONE.test(words)) return [clause];
      const company = COMPANY.exec(words);
      const pronoun = clause.opens ? IL_OU_ELLE.exec(words) : null;
      return [
        ...(company ? [{ start: clause.start + company.index, end: clause.end }] : []),
        ...(pronoun ? [{ start: clause.start, end: clause.start + pronoun[0].length }] : []),
      ];
    }),
  ];
}

/** `HIS` is a hospital information system, `Hon Cau Bay` a hotel. */
const isAName = (text: string, { start }: Span): boolean =>
  /^(?:\p{Lu}{2}|\p{Lu}\p{Ll}+ \p{Lu})/u.test(text.slice(start, start + 12));
