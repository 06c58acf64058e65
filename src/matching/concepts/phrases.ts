import { headingOf } from '../../embeddings/index.ts';
import type { Phrase } from '../../vocabulary/index.ts';

/** A phrase at its place in a text: UTF-16 offsets, `end` exclusive. */
export interface PlacedPhrase extends Phrase {
  start: number;
  end: number;
}

/** Phrases of one text: a list without end says nothing of a person. */
const MOST_PHRASES = 40;
/** Words and letters of a phrase: longer ones are sentences. */
const MOST_WORDS = 6;
const LETTERS = { fewest: 4, most: 60 };
/** Lines longer than this are no headings of a job, but what somebody did there. */
const LONGEST_LINE = 140;

/** How headings of lists of skills, and of what somebody worked as, begin: without accents. */
const SKILLS =
  /^(?:[\p{L}]+ )?(?:skills|competenc|tools|technolog|fardighet|kunskap|kompetens|verktyg|teknik|outils|connaissances|savoir faire|qualifications)/u;
const WORK =
  /^(?:[\p{L}]+ )?(?:experience|employment|career|work history|jobs|erfarenhet|arbetslivserfarenhet|yrkeserfarenhet|anstallning|uppdrag|yrkesliv|emplois?|parcours|postes|stages)/u;

/** How a first line begins that says what follows, not what somebody is. */
const OPENING =
  /^(?:summary|profil|presentation|about|objecti|personal|om mig|sammanfattning|a propos|resume|cv|curriculum|contact|kontakt)/u;

/** What parts the place, the time and the title in the line of a job, and one skill from the next. */
const BETWEEN = /[,;:|•·()\t]|\s[–—-]\s|\.(?:\s|$)/u;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/**
 * Phrases of a CV that are expected to name an occupation or a skill, in their order: the parts of the lines with a
 * year under the heading of work, of the lines under a heading of skills, and of a first line that is no sentence.
 */
export function phrasesOf(cv: string): PlacedPhrase[] {
  const lines = linesOf(cv);
  const phrases: PlacedPhrase[] = [];
  let section: Phrase['kind'] | undefined;
  for (const [place, { text, start }] of lines.entries()) {
    if (phrases.length >= MOST_PHRASES) break;
    if (text === '') continue;
    const heading = headingOf(text, lines[place - 1]?.text ?? '', lines[place + 1]?.text ?? '');
    const isUsual = heading !== undefined && (SKILLS.test(plain(heading)) || WORK.test(plain(heading)));
    if (isUsual) section = SKILLS.test(plain(heading)) ? 'SKILL' : 'OCCUPATION';
    else if (
      place === 0 &&
      !OPENING.test(plain(text)) &&
      !/[.!?]$/u.test(text) &&
      text.length <= LONGEST_LINE
    )
      phrases.push(...piecesOf(text, start, 'OCCUPATION'));
    else if (heading !== undefined && !YEAR.test(text)) section = undefined;
    else if (section === 'SKILL') phrases.push(...piecesOf(text, start, 'SKILL'));
    else if (section === 'OCCUPATION' && YEAR.test(text) && text.length <= LONGEST_LINE)
      phrases.push(...piecesOf(text, start, 'OCCUPATION'));
  }
  return phrases.slice(0, MOST_PHRASES);
}

/** A title, or an item of a list, as a phrase; none where it is a sentence. */
export const phraseIn = (text: string, kind: Phrase['kind']): PlacedPhrase[] =>
  isPhrase(text.trim()) ? [placed(text, 0, kind)] : [];

/** Lines without the blanks around them, with their offsets. */
function linesOf(text: string): { text: string; start: number }[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const start = from + (line.length - line.trimStart().length);
    from += line.length + 1;
    return { text: line.trim(), start };
  });
}

function piecesOf(line: string, start: number, kind: Phrase['kind']): PlacedPhrase[] {
  const pieces: PlacedPhrase[] = [];
  let from = 0;
  for (const piece of line.split(BETWEEN)) {
    const at = line.indexOf(piece, from);
    from = at + piece.length;
    const bare = piece.replace(/^[\s*•‣◦▪–—-]+/u, '');
    if (isPhrase(bare.trim())) pieces.push(placed(bare, start + at + piece.length - bare.length, kind));
  }
  return pieces;
}

/** Whether it is a few words, without a number, that could name something. */
const isPhrase = (text: string): boolean =>
  text.length <= LETTERS.most &&
  !/\p{N}|[.!?]$/u.test(text) &&
  (text.match(/\p{L}/gu)?.length ?? 0) >= LETTERS.fewest &&
  text.split(/\s+/u).length <= MOST_WORDS;

/** The text without the blanks around it, `start` being where its first character stands. */
function placed(text: string, start: number, kind: Phrase['kind']): PlacedPhrase {
  const bare = text.trim();
  const from = start + text.length - text.trimStart().length;
  return { text: bare, kind, start: from, end: from + bare.length };
}

const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
