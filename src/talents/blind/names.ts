import { folded } from './folded.ts';
import type { ReadCv } from './reading.ts';
import type { Span } from './span.ts';

/** What Tandem knows of a person's identity. */
export interface Person {
  name: string;
  email?: string | null | undefined;
}

/** Parts of names that are ordinary words elsewhere: hidden only beside another part. */
const PARTICLES = new Set(
  'af ait al av ben bin da das de del della den der di do dos du el ibn la las le les los mac och ould san st van von zu'.split(
    ' ',
  ),
);
/** They tell the gender; hidden only before the name. */
const TITLES = new Set(
  'mr mrs ms miss sir mme mlle m monsieur madame mademoiselle herr fru froken'.split(' '),
);
const SHORTEST_NAME = 3;

interface NameWord extends Span {
  plain: string;
  capital: boolean;
  known: 'NAME' | 'BESIDE_A_NAME' | undefined;
  hidden: boolean;
}

/**
 * Where the person's names stand: any part of three letters and more that is written with a capital, or in any
 * letters beside another part; particles and initials beside one; second names in between; and handles made of the
 * names, such as `asample`.
 */
export function namesIn(cv: ReadCv, person: Person): Span[] {
  const words = nameWords(cv, person.name);
  for (const [index, word] of words.entries())
    word.hidden = word.known === 'NAME' && (word.capital || touchesName(cv, words, index));
  for (let index = 1; index < words.length; index += 1) hideBeside(cv, words, index - 1, index);
  for (let index = words.length - 1; index > 0; index -= 1) hideBeside(cv, words, index, index - 1);
  hideSecondNames(cv, words);
  return [...spansOf(cv, words), ...handlesIn(cv, person)];
}

function nameWords({ text, plain }: ReadCv, name: string): NameWord[] {
  const { whole, parts } = partsOf(name);
  const longest = [...whole, ...parts].filter((part) => isLong(part) && !PARTICLES.has(part));
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index: from }) => {
    // Most lines of a CV hold no part of the name.
    const own = plain.slice(from, from + line.length).replace(/\p{M}/gu, '');
    if (!longest.some((part) => own.includes(part))) return [];
    return [...line.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) =>
      nameWord(word, plain.slice(from + index, from + index + word.length), from + index, { whole, parts }),
    );
  });
}

function nameWord(word: string, inPlain: string, start: number, { whole, parts }: NameParts): NameWord {
  const plain = inPlain.replace(/\p{M}/gu, '');
  const pieces = plain.split(/['-]/).map((piece) => (parts.has(piece) ? piece : piece.replace(/s$/, '')));
  const isName =
    whole.has(plain) || pieces.some((piece) => parts.has(piece) && isLong(piece) && !PARTICLES.has(piece));
  const beside = pieces.every((piece) => parts.has(piece) || piece === '') || /^\p{Lu}$/u.test(word);
  return {
    start,
    end: start + word.length,
    plain,
    // Scripts without capitals count as written with one; in `project-Ada` the second piece counts.
    capital: word.split(/['’-]/).some((piece) => /^[^\p{Ll}]/u.test(piece)),
    known: isName ? 'NAME' : beside ? 'BESIDE_A_NAME' : undefined,
    hidden: false,
  };
}

interface NameParts {
  whole: Set<string>;
  parts: Set<string>;
}

/** The words of a name as written (`Fatima-Zahra`), and their pieces (`fatima`, `zahra`), folded. */
function partsOf(name: string): NameParts {
  const words = folded(name.normalize('NFC'))
    .split(/[^\p{L}\p{M}'-]+/u)
    .filter(Boolean);
  return {
    whole: new Set(words.filter((word) => isLong(word) && !PARTICLES.has(word))),
    parts: new Set([...words, ...words.flatMap((word) => word.split(/['-]/))].filter(Boolean)),
  };
}

/** A single letter of a script such as Chinese is half a name already; of ours it is an initial. */
const isLong = (piece: string): boolean =>
  piece.length >= SHORTEST_NAME || (piece.length === 2 && !/^[a-z]+$/.test(piece));

const gap = (cv: ReadCv, one: Span, other: Span): string =>
  one.start < other.start ? cv.text.slice(one.end, other.start) : cv.text.slice(other.end, one.start);

const isBeside = (cv: ReadCv, one: Span, other: Span): boolean => /^[ \t.,-]{1,2}$/.test(gap(cv, one, other));

const touchesName = (cv: ReadCv, words: readonly NameWord[], index: number): boolean =>
  [words[index - 1], words[index + 1]].some(
    (other) => other?.known === 'NAME' && isBeside(cv, words[index]!, other),
  );

/** Hides a particle or an initial beside a hidden word, or a title before one. */
function hideBeside(cv: ReadCv, words: readonly NameWord[], known: number, index: number): void {
  const [name, word] = [words[known]!, words[index]!];
  const belongs = word.known !== undefined || (index < known && TITLES.has(word.plain));
  if (name.hidden && belongs && isBeside(cv, name, word)) word.hidden = true;
}

/** `Ada Maria Sample`: up to two words with a capital between two hidden ones. */
function hideSecondNames(cv: ReadCv, words: readonly NameWord[]): void {
  for (let from = 0; from < words.length; from += 1)
    for (const to of [from + 2, from + 3]) {
      const run = words.slice(from, to + 1);
      const isRun = run.every(
        (word, place) => word.capital && (place === 0 || gap(cv, run[place - 1]!, word) === ' '),
      );
      if (run.length === to - from + 1 && run[0]!.hidden && run.at(-1)!.hidden && isRun)
        for (const word of run) word.hidden = true;
    }
}

/** The hidden words with what stands between two of them: a gap would show where one name ends. */
function spansOf(cv: ReadCv, words: readonly NameWord[]): Span[] {
  return words.flatMap((word, index) => {
    if (!word.hidden) return [];
    const next = words[index + 1];
    const joined = next?.hidden && isBeside(cv, word, next);
    // The genitive, and the point after an initial.
    const after = /^(?:['’]s|\.)?/.exec(cv.text.slice(word.end, word.end + 2))![0];
    const end = after === '.' && word.plain.length > 1 ? word.end : word.end + after.length;
    return [{ start: word.start, end: joined ? next.start : end }];
  });
}

/** Words such as `ada.sample`, `asample` or the part of the e-mail address before the @. */
function handlesIn({ plain }: ReadCv, { name, email }: Person): Span[] {
  const parts = folded(name)
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || last.length < SHORTEST_NAME) return [];
  const handles = [first + last, last + first, parts.join('')];
  if (last.length > SHORTEST_NAME) handles.push(first[0]! + last);
  const local = folded(email?.split('@')[0] ?? '').replace(/[^a-z0-9]/g, '');
  if (local.length > SHORTEST_NAME + 1) handles.push(local);
  return [...plain.matchAll(/[a-z0-9](?:[._-]?[a-z0-9])+/g)].flatMap(({ 0: word, index }) => {
    const letters = word.replace(/[._-]/g, '');
    const isHandle = handles.some((handle) => letters.startsWith(handle));
    return isHandle ? [{ start: index, end: index + word.length }] : [];
  });
}
