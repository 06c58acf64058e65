import { digest, type TextLanguage } from '../../kernel/index.ts';
import type { Concept } from '../concept.ts';
import { stemsOf } from '../words/stems.ts';
import { tokensOf, type Token } from '../words/tokens.ts';
import { compoundMatch, SHORTEST_COMPOUND } from './compound-match.ts';
import {
  dictionaryFor,
  writtenLabels,
  type Dictionary,
  type Entry,
  type WrittenLabel,
} from './dictionary.ts';
import { meetsCase } from './label-case.ts';
import type { ConceptLink, LinkWay } from './link.ts';

/** Finds the concepts that a text names. */
export interface Linker {
  /** 64 hexadecimal digits that change with the rules or the labels. */
  readonly id: string;
  /** The links in a text, by their place. Texts of any kind and length are read; it takes time in proportion. */
  link(text: string, language: TextLanguage): ConceptLink[];
  /** What a word in small letters consists of, each part a word of a label; nothing where it is no compound. */
  parts(word: string, language: TextLanguage): readonly string[];
}

/** Goes up when the same labels are to be linked in another way. */
const RULES = 2;

/** How much each way of meeting a label is trusted, before the rest is known. */
export const TRUST: Record<Exclude<LinkWay, 'MEANING'>, number> = {
  EXACT: 1,
  INFLECTED: 0.95,
  COMPOUND: 0.9,
  SPELLING: 0.7,
};
/** Of a label in another language than the text. */
const FOREIGN = 0.9;
/** A place that so many concepts share says too little about any of them. */
const MOST_CONCEPTS = 4;

/** Words of a text whose analysis is remembered. */
const REMEMBERED = 50_000;

/** A word of a text, as the dictionary sees it. */
interface Word {
  text: string;
  exact: number | undefined;
  inflected: readonly number[];
  /** The stems of the word that was meant, where this one is unknown. */
  meant: readonly number[];
  /** What it says as a compound. */
  compound: Match | undefined;
}

/** Some labels met at a place. */
export interface Match {
  entries: readonly Entry[];
  how: LinkWay;
  /** Words that it takes. */
  words: number;
  trust: number;
}

/** Reads the vocabulary. What a language needs is built when its first text comes. */
export function openLinker(concepts: Iterable<Concept>): Linker {
  const all = [...concepts];
  const readers = new Map<TextLanguage, Reader>();
  const said = all.map(({ id, labels: own }) => [id, own.map(({ language, text }) => [language, text])]);
  let labels: WrittenLabel[] | undefined;
  const readerFor = (language: TextLanguage): Reader => {
    let reader = readers.get(language);
    if (!reader) {
      labels ??= writtenLabels(all);
      const dictionary = dictionaryFor(labels, language);
      reader = { dictionary, link: readerOf(dictionary, language) };
      readers.set(language, reader);
    }
    return reader;
  };
  return {
    id: digest(JSON.stringify([RULES, said])),
    link: (text, language) => readerFor(language).link(text),
    parts: (word, language) =>
      word.length < SHORTEST_COMPOUND ? [] : (readerFor(language).dictionary.split(word) ?? []),
  };
}

/** What texts of one language are read by. */
interface Reader {
  dictionary: Dictionary;
  link(text: string): ConceptLink[];
}

function readerOf(dictionary: Dictionary, language: TextLanguage): Reader['link'] {
  const remembered = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const known = remembered.get(text);
    if (known) return known;
    const word = analysed(text, dictionary, language);
    if (remembered.size === REMEMBERED) remembered.clear();
    remembered.set(text, word);
    return word;
  };
  return (text) => {
    const lower = smallLetters(text);
    const tokens = tokensOf(text);
    const words = tokens.map(({ start, end }) => wordOf(lower.slice(start, end).normalize('NFC')));
    const links: ConceptLink[] = [];
    for (let at = 0; at < tokens.length;) {
      const match = longestMatch(dictionary, text, tokens, words, at) ?? words[at]!.compound;
      if (match) links.push(...linksOf(match, tokens[at]!.start, tokens[at + match.words - 1]!.end));
      at += match?.words ?? 1;
    }
    return links;
  };
}

/** Small letters at the same offsets: the few letters that become two of them stay as they are. */
function smallLetters(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replace(/\p{Lu}/gu, (letter) =>
        letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
      );
}

function analysed(text: string, dictionary: Dictionary, language: TextLanguage): Word {
  const { exact, inflected, split, correct } = dictionary;
  const numbersOf = (word: string) =>
    stemsOf(word, language).flatMap((stem) => inflected.wordNumber(stem) ?? []);
  const own = numbersOf(text);
  const number = exact.wordNumber(text);
  const isKnown = own.length > 0 || number !== undefined || split(text) !== undefined;
  const meant = isKnown ? undefined : correct(text);
  return {
    text,
    exact: number,
    inflected: own,
    meant: meant === undefined ? [] : numbersOf(meant),
    compound: compoundMatch(dictionary, text, language),
  };
}

/** The longest row of words from here on that is a label, by words as they are before stems, before slips. */
function longestMatch(
  dictionary: Dictionary,
  text: string,
  tokens: readonly Token[],
  words: readonly Word[],
  from: number,
): Match | undefined {
  const { exact, inflected } = dictionary;
  let best: Match | undefined;
  const consider = (entries: readonly Entry[], to: number, slips: boolean, asWritten = false) => {
    if (entries.length === 0) return;
    const found = text.slice(tokens[from]!.start, tokens[to]!.end);
    const possible = asWritten
      ? entries.filter(({ label }) => label.toLowerCase() === found.toLowerCase())
      : entries;
    const match = matchOf(possible, found, words.slice(from, to + 1), slips);
    if (
      match &&
      (!best || match.words > best.words || (match.words === best.words && match.trust > best.trust))
    )
      best = match;
  };
  const goOn = (to: number) =>
    to + 1 < tokens.length && areJoined(text, tokens[to]!.end, tokens[to + 1]!.start);
  // Behind a comma or a bracket only a label goes on that has the same one.
  let asWritten = false;
  for (let at = from, node: number | undefined = 0; at < tokens.length; at += 1) {
    const word: number | undefined = words[at]!.exact;
    node = word === undefined ? undefined : exact.step(node, word);
    if (node === undefined) break;
    consider(exact.valuesAt(node), at, false, asWritten);
    asWritten ||= !goOn(at);
  }
  const walk = (at: number, node: number, slips: boolean): void => {
    const take = (numbers: readonly number[], slipped: boolean) => {
      for (const number of numbers) {
        const next = inflected.step(node, number);
        if (next === undefined) continue;
        consider(inflected.valuesAt(next), at, slipped);
        if (goOn(at)) walk(at + 1, next, slipped);
      }
    };
    take(words[at]!.inflected, slips);
    take(words[at]!.meant, true);
  };
  walk(from, 0, false);
  return best;
}

/** Characters that may stand between the words of a label. */
const JOINTS = new Set(" \u00a0\t\n\r-\u2010\u2011\u2013/'’&.");

/** Whether only a blank, a hyphen or their like stands between two words; a point only between letters. */
function areJoined(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at += 1)
    if (!JOINTS.has(text[at]!) || (text[at] === '.' && to - from > 1)) return false;
  return true;
}

/** What of the labels that end here fits the text, and how well. */
function matchOf(
  entries: readonly Entry[],
  found: string,
  words: readonly Word[],
  slips: boolean,
): Match | undefined {
  const surface = words.map(({ text }) => text).join(' ');
  const cased = entries.filter(({ rule, label }) => meetsCase(rule, label, found));
  const exact = cased.filter((entry) => entry.surface === surface);
  const native = exact.filter((entry) => entry.own);
  if (exact.length > 0)
    return {
      entries: native.length > 0 ? native : exact,
      how: 'EXACT',
      words: words.length,
      trust: native.length > 0 ? TRUST.EXACT : TRUST.EXACT * FOREIGN,
    };
  const how = slips ? 'SPELLING' : 'INFLECTED';
  const likely = cased.filter(
    ({ rule, surface: own }) =>
      rule !== 'as written' && (slips || own.split(' ').every((word, w) => isForm(word, words[w]!.text))),
  );
  return likely.length === 0 ? undefined : { entries: likely, how, words: words.length, trust: TRUST[how] };
}

/** Letters that two forms of a word may have behind what they share. */
const LONGEST_ENDING = 5;

/** Whether two words of one stem may be forms of one word: stems of short words bring strangers together. */
function isForm(one: string, other: string): boolean {
  if (one === other) return true;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  const longer = Math.max(one.length, other.length);
  return shared >= 3 && longer - shared <= LONGEST_ENDING && shared * 2 >= longer;
}

/** A link for each concept; groups only where no occupation or skill is meant. */
function linksOf({ entries, how, trust }: Match, start: number, end: number): ConceptLink[] {
  const concepts = new Map(entries.map(({ concept }) => [concept.id, concept]));
  const particular = [...concepts.values()].filter(({ kind }) => kind !== 'GROUP');
  const meant = particular.length > 0 ? particular : [...concepts.values()];
  if (meant.length > MOST_CONCEPTS) return [];
  return meant
    .map(({ id, kind }) => ({ conceptId: id, kind, start, end, how, confidence: trust / meant.length }))
    .sort((a, b) => (a.conceptId < b.conceptId ? -1 : 1));
}
