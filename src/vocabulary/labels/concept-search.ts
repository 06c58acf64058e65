import { CONCEPT_KINDS } from '../concept.ts';
import type { Catalogue } from '../store/concept-catalogue.ts';
import type { TitleReader } from '../titles/index.ts';
import type { ConceptLabel, LabelIndexes } from './label-index.ts';
import type { FoundConcept, LabelSearch } from './label-search.ts';
import { isSlip, SHORTEST_SLIP } from '../linking/spelling.ts';
import { coverage, folded, foldedWords, INCOMPLETE } from './word-coverage.ts';

/** Labels less like the text than this mean something else, as a rule; what is above comes behind what is nearer. */
const LEAST_LIKENESS = 0.5;

/** A label found by words of which one was put right counts this much of it. */
const SLIPPED = 0.8;
/** Most words that one with a slip is taken for. */
const MOST_MEANT = 3;

/** The labels of a catalogue as they are looked up. */
interface Entries {
  labels: readonly (ConceptLabel & { words: string })[];
  /** Every word of a label in which slips are looked for, once. */
  words: readonly string[];
}

/**
 * Finds labels that begin with the words of the text, as they are or with a slip of the pen put right, and labels that
 * mean the same, in whatever language.
 * The score of the first is the share of the label that is covered, that of the others their cosine; of both the
 * better counts. All labels are gone through one by one.
 */
export function conceptSearch(reader: TitleReader, indexes: LabelIndexes): LabelSearch {
  const entriesOf = new WeakMap<Catalogue, Entries>();
  return {
    async search(em, catalogue, text, { kind, language }, first) {
      const sought = [...new Set(foldedWords(text))];
      if (sought.length === 0) return [];
      const best = new Map<string, Found>();
      const consider = ({ concept, label }: ConceptLabel, score: number) => {
        if (score <= (best.get(concept.id)?.score ?? 0)) return;
        const { preferred, language: own, text: shown } = label;
        best.set(concept.id, { conceptId: concept.id, label: shown, language: own, score, preferred });
      };
      let entries = entriesOf.get(catalogue);
      if (!entries) entriesOf.set(catalogue, (entries = entriesIn(catalogue)));
      for (const { words, trust } of readings(sought, entries.words))
        for (const entry of entries.labels)
          if ((!kind || entry.concept.kind === kind) && (!language || entry.label.language === language))
            consider(entry, trust * coverage(words, entry.words));
      const index = await indexes.current(em, catalogue);
      if (index.vectors > 0) {
        const [vector] = await reader.vectorsOf([text], true);
        const { labels, cosines } = await index.likenesses(vector!, {
          kinds: kind ? [kind] : CONCEPT_KINDS,
          language,
        });
        labels.forEach((label, place) => {
          if (cosines[place]! >= LEAST_LIKENESS) consider(label, INCOMPLETE * Math.min(1, cosines[place]!));
        });
      }
      return [...best.values()]
        .sort((a, b) => b.score - a.score || Number(b.preferred) - Number(a.preferred) || compare(a, b))
        .slice(0, first)
        .map(({ conceptId, label, language: own, score }) => ({ conceptId, label, language: own, score }));
    },
  };
}

type Found = FoundConcept & { preferred: boolean };

const compare = (one: FoundConcept, other: FoundConcept): number =>
  one.conceptId < other.conceptId ? -1 : 1;

function entriesIn({ concepts }: Catalogue): Entries {
  const labels = [...concepts.values()].flatMap((concept) =>
    concept.labels.map((label) => ({ concept, label, words: folded(label.text) })),
  );
  const words = new Set(labels.flatMap((label) => label.words.split(' ')));
  return { labels, words: [...words].filter((word) => word.length >= SHORTEST_SLIP) };
}

/** The words as they are; and where a long one is in no label, with those in its place that it is a slip of. */
function readings(
  sought: readonly string[],
  known: readonly string[],
): { words: readonly string[]; trust: number }[] {
  const strange = sought.findIndex(
    (word) => word.length >= SHORTEST_SLIP && !known.some((other) => other.includes(word)),
  );
  if (strange < 0) return [{ words: sought, trust: 1 }];
  return known
    .filter((word) => isSlip(sought[strange]!, word))
    .slice(0, MOST_MEANT)
    .map((word) => ({ words: sought.with(strange, word), trust: SLIPPED }));
}
