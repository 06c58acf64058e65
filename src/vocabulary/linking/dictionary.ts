import type { TextLanguage } from '../../kernel/index.ts';
import type { Concept, ConceptKind } from '../concept.ts';
import { titleForms } from '../titles/index.ts';
import { compoundSplitter, type Split } from '../words/compounds.ts';
import { stemsOf } from '../words/stems.ts';
import { wordsOf } from '../words/tokens.ts';
import { caseRuleOf, type CaseRule } from './label-case.ts';
import { slipCorrector, type Correct } from './spelling.ts';
import { Trie } from './trie.ts';

/** A way to write a label. */
export interface Entry {
  concept: Concept;
  /** As the vocabulary has it, for its capitals. */
  label: string;
  /** Its words in small letters, with one space between. */
  surface: string;
  rule: CaseRule;
  /** Whether it is a label of the text's language. */
  own: boolean;
}

/** Everything that labels are looked up in for texts of one language. */
export interface Dictionary {
  /** By stems: labels of the text's language. */
  inflected: Trie<Entry>;
  /** By words as they are: labels of all languages. */
  exact: Trie<Entry>;
  /** Swedish only; elsewhere nothing is split. */
  split: Split;
  correct: Correct;
}

/** In a text of another language a single word must have this many letters, or capitals of its own, to count. */
const FOREIGN_LETTERS = 6;

/** Prepositions and their like stand in front of words without making a compound that has the meaning of its parts. */
const PARTICLES = new Set(
  'med för till från över under mot vid och inom utan hos per genom mellan som den det ett alla upp ned ner bort fram åter sam före när var vara alla andra egen flera'.split(
    ' ',
  ),
);

/** A label with all the ways to write it. */
export interface WrittenLabel {
  concept: Concept;
  language: string;
  label: string;
  rule: CaseRule;
  /** Words in small letters, with one space between. */
  surfaces: string[];
}

/** The labels of all concepts, whatever the language of the texts to come. */
export const writtenLabels = (concepts: readonly Concept[]): WrittenLabel[] =>
  concepts.flatMap((concept) =>
    concept.labels.map(({ language, text }) => ({
      concept,
      language,
      label: text,
      rule: caseRuleOf(text),
      surfaces: surfacesOf(text, concept.kind),
    })),
  );

/** Reads the labels for texts of one language. */
export function dictionaryFor(labels: readonly WrittenLabel[], language: TextLanguage): Dictionary {
  const inflected = new Trie<Entry>();
  const exact = new Trie<Entry>();
  const words = new Set<string>();
  for (const { concept, language: labelLanguage, label, rule, surfaces } of labels) {
    const own = labelLanguage === language;
    for (const surface of surfaces) {
      if (!own && isTooShort(surface, rule)) continue;
      const entry: Entry = { concept, label, surface, rule, own };
      const parts = surface.split(' ');
      exact.add(parts, entry);
      if (!own) continue;
      for (const part of parts) words.add(part);
      inflected.add(
        parts.map((part) => stemsOf(part, language)[0]),
        entry,
      );
    }
  }
  return {
    inflected,
    exact,
    split:
      language === 'sv'
        ? compoundSplitter([...words].filter((word) => !PARTICLES.has(word)))
        : () => undefined,
    correct: slipCorrector(words),
  };
}

/**
 * A label's words; also with those joined that a hyphen parts (back-end, backend), and for occupations also turned
 * round and without slashes.
 */
function surfacesOf(label: string, kind: ConceptKind): string[] {
  const forms = [label, label.replace(/(?<=\p{L})-(?=\p{L})/gu, '')];
  if (kind !== 'SKILL' && /[,/(·•]/u.test(label)) forms.push(...titleForms(label).forms);
  return [...new Set(forms.map((form) => wordsOf(form.normalize('NFC')).join(' ')))].filter(Boolean);
}

const isTooShort = (surface: string, rule: CaseRule): boolean =>
  !surface.includes(' ') && surface.length < FOREIGN_LETTERS && rule === 'any';
