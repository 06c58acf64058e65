import { headingOf, isListItem } from './headings.ts';
import { isSpace, sentenceEnd } from './sentences.ts';
import { tokenEstimate } from './token-estimate.ts';

/** What lies before a piece: a new section, a blank line, a list mark, a line or a sentence end. */
export type Boundary = 'section' | 'paragraph' | 'item' | 'sentence';

/** A stretch of text that is not cut any further: a sentence, a list item, or a part of an overlong one. */
export interface Piece {
  /** Offsets in UTF-16 units; neither end is white space. */
  start: number;
  end: number;
  /** Where its text begins after the lines of a heading: `start` where there is none over it. */
  body: number;
  follows: Boundary;
  heading: string | undefined;
  /** Length in words; a long or unspaced word counts as several. */
  words: number;
  /** No model here makes more tokens of it than this. */
  tokens: number;
}

/** The most that one piece may hold. */
export interface PieceLimit {
  words: number;
  tokens: number;
}

interface Line {
  start: number;
  end: number;
}

/** The pieces of a text in order; together they hold every character that is not white space. */
export function piecesOf(text: string, limit: PieceLimit): Piece[] {
  const pieces: Piece[] = [];
  const lines = linesOf(text);
  const lineAt = (i: number): string => {
    const line = lines[i];
    return line === undefined ? '' : text.slice(line.start, Math.min(line.end, line.start + 500));
  };
  let heading: string | undefined;
  // Where the heading lines begin that no piece has taken in yet.
  let headedFrom: number | undefined;
  let blankBefore = false;
  let nextFilled = 0;

  lines.forEach((line, i) => {
    if (line.start === line.end) {
      blankBefore = true;
      return;
    }
    nextFilled = Math.max(nextFilled, i + 1);
    while (nextFilled < lines.length && lines[nextFilled]!.start === lines[nextFilled]!.end) nextFilled += 1;
    const content = lineAt(i);
    const found = nextFilled < lines.length ? headingOf(content, lineAt(i - 1), lineAt(i + 1)) : undefined;
    if (found !== undefined && line.end - line.start === content.length) {
      heading = found;
      headedFrom ??= line.start;
      return;
    }
    let follows: Boundary =
      headedFrom !== undefined
        ? 'section'
        : blankBefore
          ? 'paragraph'
          : isListItem(content)
            ? 'item'
            : 'sentence';
    let from = line.start;
    const last = pieces.at(-1);
    if (follows === 'sentence' && last !== undefined && continues(text, last, line)) {
      const end = sentenceEnd(text, from, line.end);
      const more = sizeOf(text, from, end);
      pieces[pieces.length - 1] = {
        ...last,
        end,
        words: last.words + more.words,
        tokens: last.tokens + more.tokens,
      };
      from = skipSpace(text, end, line.end);
    }
    while (from < line.end) {
      const start = headedFrom ?? from;
      const end = sentenceEnd(text, from, line.end);
      pieces.push({ start, end, body: from, follows, heading, ...sizeOf(text, start, end) });
      headedFrom = undefined;
      from = skipSpace(text, end, line.end);
      follows = 'sentence';
    }
    blankBefore = false;
  });
  return pieces.flatMap((piece) => cutToSize(text, piece, limit));
}

/** Whether a line goes on with the sentence of the line above, as in text wrapped at a column. */
function continues(text: string, last: Piece, line: Line): boolean {
  return /[^.!?:;]/.test(text[last.end - 1]!) && /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Length of a stretch: words are separated by white space; one of more than 10 tokens counts as several. */
function sizeOf(text: string, start: number, end: number): { words: number; tokens: number } {
  let words = 0;
  let tokens = 0;
  for (const word of wordsOf(text, start, end)) {
    const wordTokens = tokenEstimate(text, word.start, word.end);
    tokens += wordTokens;
    words += Math.max(1, wordTokens / 5);
  }
  return { words, tokens };
}

/** Cuts a piece that holds too much between words, and a word that holds too much between characters. */
function cutToSize(text: string, piece: Piece, limit: PieceLimit): Piece[] {
  if (piece.tokens <= limit.tokens && piece.words <= 1.5 * limit.words) return [piece];
  const parts: Piece[] = [];
  let start = -1;
  let end = -1;
  let words = 0;
  let tokens = 0;
  const flush = () => {
    if (start < 0) return;
    const follows = parts.length === 0 ? piece.follows : 'sentence';
    const body = Math.min(Math.max(start, piece.body), end);
    parts.push({ start, end, body, follows, heading: piece.heading, words, tokens });
    start = -1;
    words = 0;
    tokens = 0;
  };
  for (const word of wordsOf(text, piece.start, piece.end)) {
    for (const part of cutWord(text, word, limit.tokens)) {
      const size = sizeOf(text, part.start, part.end);
      if (tokens + size.tokens > limit.tokens || words + size.words > limit.words) flush();
      if (start < 0) start = part.start;
      end = part.end;
      words += size.words;
      tokens += size.tokens;
    }
  }
  flush();
  return parts;
}

/** Marks that belong to the character before them, and what a zero-width joiner ties together. */
const BELONGS = /^[\p{M}\p{Emoji_Modifier}\u200d]/u;
const ZERO_WIDTH_JOINER = 0x200d;

function cutWord(text: string, word: Line, limit: number): Line[] {
  if (tokenEstimate(text, word.start, word.end) <= limit) return [word];
  const parts: Line[] = [];
  let start = word.start;
  let tokens = 0;
  for (let at = word.start; at < word.end;) {
    const code = text.codePointAt(at)!;
    const next = at + (code > 0xffff ? 2 : 1);
    const cost = tokenEstimate(text, at, next);
    const tied = BELONGS.test(String.fromCodePoint(code)) || text.charCodeAt(at - 1) === ZERO_WIDTH_JOINER;
    // 32 tokens before the end a cut inside a character made of several code points is still avoided.
    if (at > start && (tokens + cost > limit || (tokens + cost > limit - 32 && !tied && limit > 64))) {
      parts.push({ start, end: at });
      start = at;
      tokens = 0;
    }
    tokens += cost;
    at = next;
  }
  parts.push({ start, end: word.end });
  return parts;
}

function* wordsOf(text: string, start: number, end: number): Generator<Line> {
  let at = start;
  while (at < end) {
    while (at < end && isSpace(text.charCodeAt(at))) at += 1;
    const from = at;
    while (at < end && !isSpace(text.charCodeAt(at))) at += 1;
    if (at > from) yield { start: from, end: at };
  }
}

/** The lines of a text without the white space at their ends; a blank line has equal offsets. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = -1;
  let end = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 10;
    const breaks = code === 10 || code === 12 || code === 0x2028 || code === 0x2029;
    if (breaks || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      lines.push(start < 0 ? { start: at, end: at } : { start, end });
      start = -1;
    } else if (!isSpace(code)) {
      if (start < 0) start = at;
      end = at + 1;
    }
  }
  return lines;
}
