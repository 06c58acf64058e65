import { createReadStream } from 'node:fs';
import type { Failure } from '../../kernel/index.ts';
import { recordNotJson, recordNotUtf8, recordTooLong } from '../exchange.failures.ts';
import { CHUNK, splitterOf } from './inspect-file.ts';
import type { Piece } from './split.ts';

/** The most that one record, or one JSON document that is no list, may be. */
export const LONGEST_RECORD = 32 * 1024 * 1024;

/** A record of a file, or what stands where one should be. */
export interface ReadRecord {
  line: number;
  /** Where in the value of that line: `['@graph', 3]`. */
  place: readonly (string | number)[];
  /** Undefined when it could not be read. */
  value?: unknown;
  /** What was there instead of a value, as far as it is text. */
  text?: string;
  failure?: Failure;
  /** Bytes of the file behind which everything has been given out, up to this record. */
  end: number;
}

/** The records of a file in their order, in constant memory. What is no JSON comes as a failure. */
export async function* readRecords(file: string, limit = LONGEST_RECORD): AsyncGenerator<ReadRecord> {
  const splitter = splitterOf(file, limit);
  let first = true;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    const bytes = chunk as Buffer;
    const marked = first && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
    first = false;
    for (const piece of splitter.push(marked ? bytes.subarray(3) : bytes)) yield* recordsIn(piece, limit);
  }
  for (const piece of splitter.finish()) yield* recordsIn(piece, limit);
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const utf8 = new TextDecoder('utf-8', { fatal: true });

function* recordsIn({ line, bytes, end }: Piece, limit: number): Generator<ReadRecord> {
  const whole = { line, place: [], end };
  if (bytes === undefined) {
    yield { ...whole, failure: recordTooLong({ limit }) };
    return;
  }
  let text: string;
  try {
    text = utf8.decode(bytes).trim();
  } catch (cause) {
    yield { ...whole, text: bytes.toString('latin1'), failure: recordNotUtf8(undefined, { cause }) };
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    yield { ...whole, text, failure: recordNotJson({ reason: reasonOf(cause, text) }) };
    return;
  }
  for (const { place, part } of partsOf(value, [])) yield { ...whole, place, value: part };
}

/** Where JSON goes wrong is looked for in texts up to this length. */
const SEARCHED = 1024 * 1024;

/** The engine's own words quote the text, which is personal data: only the place is told. */
function reasonOf(cause: unknown, text: string): string {
  const place = placeOf(cause) ?? (text.length <= SEARCHED ? longestBeginning(text) : undefined);
  if (place === undefined) return 'it has something else in the middle';
  return place >= text.length
    ? `it ends after ${text.length} characters without being complete`
    : `it goes wrong at character ${place + 1}`;
}

const placeOf = (cause: unknown): number | undefined => {
  const message = cause instanceof Error ? cause.message : '';
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : Number(position);
};

/**
 * How much of the text could be the beginning of JSON, for the errors of which V8 tells no position. A beginning
 * fails at its end only, and of two beginnings the shorter is one too, so that halving finds the longest.
 */
function longestBeginning(text: string): number {
  let [good, bad] = [0, text.length];
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (failsAtItsEnd(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return failsAtItsEnd(text) ? text.length : good;
}

function failsAtItsEnd(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (cause) {
    const ended = cause instanceof Error && /end of JSON input/.test(cause.message);
    return ended || (placeOf(cause) ?? -1) >= beginning.length;
  }
}

interface Part {
  place: readonly (string | number)[];
  part: unknown;
}

/**
 * The records within a value: the elements of a list, the nodes of a JSON-LD `@graph`. Of a graph the
 * organisations come first, since postings refer to them, and nodes of other kinds (the page, its author) are
 * left out.
 */
function partsOf(value: unknown, place: readonly (string | number)[]): Part[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => partsOf(element, [...place, index]));
  const graph =
    typeof value === 'object' && value !== null && '@graph' in value ? value['@graph'] : undefined;
  if (!Array.isArray(graph)) return [{ place, part: value }];
  const nodes = graph.map((part: unknown, index) => ({ part, place: [...place, '@graph', index] }));
  const typed = (pattern: RegExp) => nodes.filter(({ part }) => pattern.test(typesOf(part)));
  const postings = typed(/\bJobPosting\b/);
  const known = [...typed(/\b\w*(?:Organization|Corporation|Business)\b/), ...postings];
  return known.length > 0 ? known : [{ place, part: value }];
}

function typesOf(node: unknown): string {
  const types = typeof node === 'object' && node !== null && '@type' in node ? node['@type'] : undefined;
  return [types].flat().map(String).join(' ');
}
