import { rows, type EntityManager } from '../database/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import type { DocumentKind } from './document.entity.ts';
import type { Brief } from './requirements/requirement.ts';
import { savePartTerms, soughtIn, weightedWords } from './search-terms.ts';

/**
 * What a compound in small letters consists of, the last part telling what it is: `systemutvecklare` is `system` and
 * `utvecklare`. None for a word that is no compound.
 */
export type SplitCompound = (word: string, language: TextLanguage) => readonly string[];

/** A text in which compounds may stand. */
export interface CompoundText {
  id: string;
  kind: DocumentKind;
  language: TextLanguage;
  text: string;
  brief: Brief | null;
}

/**
 * How much a part of a compound counts that a role asks for: who is an utvecklare may be a systemutvecklare; who has
 * to do with a system is so far less often.
 */
const SHARE = { head: 0.5, before: 0.25 };

/** The parts of the compounds of a text, each once; none of them where nothing is a compound. */
export function partsOf(text: string, language: TextLanguage, split: SplitCompound): Set<string> {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  return new Set([...words].flatMap((word) => split(word, language)));
}

/** The parts of the compounds that are sought, with how much each matters: less than the compound itself. */
export function soughtParts(
  words: ReadonlyMap<string, number>,
  language: TextLanguage,
  split: SplitCompound,
): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [word, weight] of words)
    // The parts of `it-systemutvecklare` are those of its word behind the hyphen.
    for (const bare of word.match(/\p{L}+/gu) ?? [])
      split(bare, language).forEach((part, place, { length }) => {
        const share = weight * (place === length - 1 ? SHARE.head : SHARE.before);
        if (!words.has(part)) parts.set(part, Math.max(parts.get(part) ?? 0, share));
      });
  return parts;
}

/**
 * Writes the parts of compounds beside the words of CVs, and among the words that roles look for, in the caller's
 * transaction: so `utvecklare` finds `systemutvecklare`, and the reverse.
 */
export async function saveCompoundParts(
  em: EntityManager,
  documents: readonly CompoundText[],
  split: SplitCompound,
): Promise<void> {
  const cvs = documents.filter(({ kind }) => kind === 'CV');
  // Rows that stay as they are, which is most of them, are not written: their words would be stemmed again.
  await rows(
    em,
    `UPDATE documents SET parts = found.parts FROM unnest(?::uuid[], ?::text[]) AS found (id, parts)
     WHERE documents.id = found.id AND documents.parts <> found.parts`,
    [
      cvs.map(({ id }) => id),
      cvs.map(({ text, language }) => [...partsOf(text, language, split)].sort().join(' ')),
    ],
  );
  for (const { id, language, brief } of documents)
    if (brief)
      await savePartTerms(em, id, language, soughtParts(weightedWords(soughtIn(brief)), language, split));
}
