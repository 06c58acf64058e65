import { headingOf } from '../../embeddings/index.ts';
import { folded } from './folded.ts';
import { MASK, type Span } from './span.ts';

/** What a part of a CV is about, as far as it decides what has to be hidden there. */
export type Section = 'EDUCATION' | 'WORK' | 'FAMILY' | 'LANGUAGES' | 'OTHER';

/** A word: letters, digits and what joins them (`Aix-en-Provence`, `d'Alger`, `B.Tech`). */
export interface Word extends Span {
  /** Folded. */
  plain: string;
  capital: boolean;
  /** `KTH`, `ATEX`, `FactoryTalk`: capitals only, or one within. */
  acronym: boolean;
}

/** What stands between two punctuation marks: the smallest part that is hidden as a whole. */
export interface Clause extends Span {
  /** Whether a sentence begins with it. */
  opens: boolean;
  inBrackets: boolean;
  words: Word[];
}

/** Whether a part of the clause is hidden already: what stands beside it is said of the person, too. */
export const isPartlyHidden = ({ text }: ReadCv, { start, end }: Span): boolean =>
  text.slice(start, end).includes(MASK);

export interface Line extends Span {
  section: Section;
  clauses: Clause[];
}

/** A CV taken apart. */
export interface ReadCv {
  text: string;
  /** As long as the text: see `folded`. */
  plain: string;
  /** Without the blank ones, and without the usual headings. */
  lines: Line[];
  /** Where the part ends in which people say who they are: before their work, studies or languages. */
  head: number;
}

const HEADINGS: readonly (readonly [Section, RegExp])[] = [
  [
    'FAMILY',
    /^(famil(y|j|le)( situation| status)?|civil ?stand|marital status|situation (familiale|de famille)|etat civil)$/,
  ],
  [
    'EDUCATION',
    /\b(educati\w*|academic|academique|stud(y|ies|ier)|schools?|schooling|training|degrees?|qualifications?|courses|kurser|utbildning\w*|skola|skolgang|skolor|examina|formations?|etudes|diplomes?|etudiee?s?|scolarite|scolaire|cursus|universitaires?)\b/,
  ],
  [
    'WORK',
    /\b(work|employment|experiences?|career|jobs?|positions|assignments|projects?|arbet\w*|yrkes\w*|erfarenhet\w*|anstallning\w*|uppdrag|emplois?|carriere|parcours|missions|stages|projets?|j'ai fait)\b/,
  ],
  ['LANGUAGES', /\b(languages?|sprak\w*|langues?)\b/],
];

/** In characters: whoever has said nothing of work or studies by then has no such sections. */
const LONGEST_HEAD = 800;

/** Takes a CV apart into lines with their sections, clauses and words. Time grows with the length of the text. */
export function readCv(text: string): ReadCv {
  const plain = folded(text);
  const written = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ line, index }));
  const trimmed = (index: number): string => written[index]?.line.trim() ?? '';
  const lines: Line[] = [];
  let section: Section = 'OTHER';
  let byLabel = false;
  let head = Math.min(text.length, LONGEST_HEAD);
  for (const [number, { line, index: start }] of written.entries()) {
    if (line.trim() === '') continue;
    const end = start + line.length;
    const heading = headingAt(
      line.trim(),
      start === 0 || text.endsWith('\n\n', start),
      trimmed(number - 1),
      trimmed(number + 1),
    );
    if (heading !== undefined) {
      section = sectionOf(heading);
      byLabel = false;
      if (isUsual(section)) {
        head = Math.min(head, start);
        continue;
      }
    }
    // `Education: MSc in physics, Lund` is heading and content in one, up to a blank line or the next label.
    const label = /^\s*\p{L}+(?: \p{L}+){0,3} ?:(?=\s)/u.exec(line);
    const labelled = label && sectionOf(label[0].trim().replace(/\s*:$/, ''));
    if (labelled && labelled !== 'OTHER') [section, byLabel] = [labelled, true];
    else if (byLabel && (labelled || text.endsWith('\n\n', start))) section = 'OTHER';
    lines.push({ start, end, section, clauses: clausesOf(text, plain, start, end) });
  }
  return { text, plain, lines, head };
}

/**
 * The heading that a line is, if any. Besides those that passages are cut by, a few words after a blank line over a
 * longer line: a section that ends too late costs words that nobody had to hide.
 */
function headingAt(line: string, afterBlank: boolean, before: string, after: string): string | undefined {
  if (line.length < 3) return undefined;
  const isShort = SHORT.test(line) && (sectionOf(line) === 'FAMILY' || (afterBlank && LONGER.test(after)));
  const heading = isShort ? line : headingOf(line, afterBlank ? '' : before, after);
  return heading !== undefined && /[\d,;@]/.test(heading) ? undefined : heading;
}

const SHORT = /^\p{Lu}\p{L}*(?:[ '’-]\p{L}+){0,3} ?\??$/u;
const LONGER = /,|(?:\S+ ){4}/;

const isUsual = (section: Section): boolean =>
  section === 'EDUCATION' || section === 'WORK' || section === 'LANGUAGES';

const sectionOf = (heading: string): Section =>
  HEADINGS.find(([, words]) => words.test(folded(heading).trim()))?.[0] ?? 'OTHER';

/** A point after these ends no sentence; nor does one after a word that holds a point already (`Dipl.-Ing.`). */
const ABBREVIATED =
  /(?:^|[\s(])(?:dr|prof|st|ste|ing|dipl|nr|no|ca|kl|bl|mr|mrs|ms|mme|mlle|av|bd|tel|[a-z]|\S*\.\S*)$/;

function clausesOf(text: string, plain: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  let opens = true;
  const close = (at: number, ends: boolean) => {
    const clause = clauseOf(text, plain, from, at, opens);
    if (clause) clauses.push(clause);
    opens = ends || (opens && !clause);
  };
  for (const { index } of plain.slice(start, end).matchAll(BOUNDARIES)) {
    const at = start + index;
    const ends = boundaryAt(plain, at, start, end);
    if (ends === undefined) continue;
    close(at, ends);
    from = at + 1;
  }
  close(end, true);
  return clauses;
}

const BOUNDARIES = /[,()[\];|!?•·\t:.–—-]/g;

/** Whether a clause ends here, and if so whether the sentence does. */
function boundaryAt(plain: string, at: number, start: number, end: number): boolean | undefined {
  const unit = plain[at]!;
  const before = at > start ? plain[at - 1]! : ' ';
  const after = at + 1 < end ? plain[at + 1]! : ' ';
  if (unit === ',') return /\d/.test(before) && /\d/.test(after) ? undefined : false;
  if (/[()[\]]/.test(unit)) return false;
  if (/[;|!?•·\t]/.test(unit)) return true;
  if (unit === ':') return after === ' ' ? true : undefined;
  if (unit === '.')
    return after === ' ' && !ABBREVIATED.test(plain.slice(Math.max(start, at - 20), at)) ? true : undefined;
  if (unit === '-') return before === ' ' && after === ' ' ? false : undefined;
  if (/[–—]/.test(unit)) return before === ' ' || after === ' ' ? false : undefined;
  return undefined;
}

function clauseOf(text: string, plain: string, from: number, to: number, opens: boolean): Clause | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (start < end && /[\s.]/.test(text[end - 1]!)) end -= 1;
  if (start === end) return undefined;
  return { start, end, opens, inBrackets: text[from - 1] === '(', words: wordsOf(text, plain, start, end) };
}

function wordsOf(text: string, plain: string, start: number, end: number): Word[] {
  return [...text.slice(start, end).matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.&+-][\p{L}\p{N}\p{M}]+)*/gu)].map(
    ({ 0: word, index }) => ({
      start: start + index,
      end: start + index + word.length,
      plain: plain.slice(start + index, start + index + word.length),
      capital: /^(?:[dlDL]['’])?\p{Lu}/u.test(word),
      acronym: /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$|\p{Ll}\p{Lu}/u.test(word),
    }),
  );
}
