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
 * How much of the weight of a compound that a role asks for goes to what it is, and how much to all that stands before:
 * who is an utvecklare may be a systemutvecklare; who has to do with a system is so far less often. The rest stays with
 * the compound, so that whoever names it gains nothing by its parts.
 */
const SHARE = { head: 0.4, before: 0.1 };

/** The parts of the compounds of a text, each once; none of them where nothing is a compound. */
export function partsOf(text: string, language: TextLanguage, split: SplitCompound): Set<string> {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  return new Set([...words].flatMap((word) => split(word, language)));
}

/** Words that are sought, and the parts of the compounds among them, with how much each matters. */
export function sharedOut(
  words: ReadonlyMap<string, number>,
  language: TextLanguage,
  split: SplitCompound,
): { words: Map<string, number>; parts: Map<string, number> } {
  const parts = new Map<string, number>();
  const left = new Map<string, number>();
  for (const [word, weight] of words) {
    let rest = weight;
    // The parts of `it-systemutvecklare` are those of its word behind the hyphen.
    for (const bare of word.match(/\p{L}+/gu) ?? [])
      split(bare, language).forEach((part, place, { length }) => {
        if (words.has(part)) return;
        const share = weight * (place === length - 1 ? SHARE.head : SHARE.before / (length - 1));
        parts.set(part, Math.max(parts.get(part) ?? 0, share));
        rest -= share;
      });
    // Of a chain of compounds something is left, too.
    left.set(word, Math.max(rest, weight * (1 - SHARE.head - SHARE.before)));
  }
  return { words: left, parts };
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
      await savePartTerms(em, id, language, sharedOut(weightedWords(soughtIn(brief)), language, split));
}
