/** A stretch of a file that should hold one JSON value. */
export interface Piece {
  /** The line on which it begins, from 1. */
  line: number;
  /** The bytes, or undefined when there were more than the limit: they are passed over, never kept. */
  bytes: Buffer | undefined;
  /** Offset in the file behind the piece. */
  end: number;
}

/** Cuts a stream of bytes into pieces; `push` gives those that a chunk completes, `finish` the rest. */
export interface Splitter {
  push(chunk: Buffer): Piece[];
  finish(): Piece[];
}

const NEWLINE = 0x0a;
const BLANK = new Set([0x20, 0x09, 0x0d, NEWLINE]);
const COMMA = 0x2c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** Gathers the bytes of the piece in hand and forgets them when there are too many. */
class Gatherer {
  private parts: Buffer[] = [];
  private length = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.limit) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  take(): Buffer | undefined {
    const bytes = this.length > this.limit ? undefined : Buffer.concat(this.parts);
    this.parts = [];
    this.length = 0;
    return bytes;
  }
}

/** A piece a line; blank lines are passed over. */
export function splitLines(limit: number): Splitter {
  const gathered = new Gatherer(limit);
  let line = 1;
  let offset = 0;
  const ended = (end: number): Piece[] => {
    const bytes = gathered.take();
    const piece = { line, bytes, end };
    line += 1;
    return bytes === undefined || bytes.some((byte) => !BLANK.has(byte)) ? [piece] : [];
  };
  return {
    push(chunk) {
      const pieces: Piece[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        gathered.add(chunk.subarray(from, at));
        pieces.push(...ended(offset + at + 1));
        from = at + 1;
      }
      gathered.add(chunk.subarray(from));
      offset += chunk.length;
      return pieces;
    },
    finish: () => ended(offset),
  };
}

/**
 * A piece a value: the elements of a list, or the document itself, or several one after the other. It minds
 * only brackets and strings, so that one broken element does not take its neighbours with it.
 */
export function splitValues(limit: number): Splitter {
  const gathered = new Gatherer(limit);
  let line = 1;
  let offset = 0;
  let depth = 0;
  let list: 'before' | 'in' | 'none' = 'before';
  /** Where the reader stands: between values, or within brackets, a string of its own, or a bare word. */
  let state: 'between' | 'brackets' | 'word' = 'between';
  let inString = false;
  let escaped = false;
  let begunOn = 1;

  return {
    push(chunk) {
      const pieces: Piece[] = [];
      let from = 0;
      const end = (at: number): void => {
        gathered.add(chunk.subarray(from, at));
        pieces.push({ line: begunOn, bytes: gathered.take(), end: offset + at });
        state = 'between';
      };
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at]!;
        if (byte === NEWLINE) line += 1;
        if (state === 'brackets') {
          if (inString) {
            if (escaped) escaped = false;
            else if (byte === BACKSLASH) escaped = true;
            else if (byte === QUOTE) inString = false;
          } else if (byte === QUOTE) inString = true;
          else if (OPEN.has(byte)) depth += 1;
          else if (CLOSE.has(byte) && --depth === 0) end(at + 1);
          continue;
        }
        if (state === 'word') {
          if (byte !== COMMA && byte !== NEWLINE && !(byte === CLOSE_LIST && list === 'in')) continue;
          end(at);
        }
        if (BLANK.has(byte) || byte === COMMA) continue;
        if (byte === OPEN_LIST && list === 'before') list = 'in';
        else if (byte === CLOSE_LIST && list === 'in') list = 'none';
        else {
          if (list === 'before') list = 'none';
          from = at;
          begunOn = line;
          state = OPEN.has(byte) ? 'brackets' : 'word';
          depth = 1;
          inString = false;
        }
      }
      if (state !== 'between') gathered.add(chunk.subarray(from));
      offset += chunk.length;
      return pieces;
    },
    finish() {
      if (state === 'between') return [];
      state = 'between';
      return [{ line: begunOn, bytes: gathered.take(), end: offset }];
    },
  };
}
