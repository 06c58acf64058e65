/**
 * How often the concept that a phrase is linked to by meaning is the right one: an alternative label of a concept asks
 * for it, where the vocabulary lacks that label and what is written like it, and no other way links it. Once the
 * concept is there, once it is not: then whatever is linked is wrong.
 */
import { TEXT_LANGUAGES, type TextLanguage } from '../../../src/kernel/index.ts';
import {
  nearestConcept,
  openLinker,
  type Catalogue,
  type CatalogueConcept,
  type LabelIndex,
  type TitleReader,
} from '../../../src/vocabulary/index.ts';
import { halfOf, shuffled, type Half } from './taxonomy.ts';
import { isAlike } from './title-sets.ts';

const KINDS = ['OCCUPATION', 'SKILL'] as const;
type Kind = (typeof KINDS)[number];

/** A phrase, and the concept that it is a label of. */
export interface AskedPhrase {
  concept: CatalogueConcept;
  kind: Kind;
  language: TextLanguage;
  text: string;
}

/** What was found for a phrase, the concept being there or not. */
export interface Answer extends AskedPhrase {
  half: Half;
  isThere: boolean;
  cosine: number;
  margin: number;
  /** Whether it is the concept itself. */
  right: boolean;
  /** Whether it is of the same ISCO-08 unit group. */
  near: boolean;
}

/** A label of each concept and language by chance, and the vocabulary without them and what is written like them. */
export function askedAndRest(
  concepts: readonly CatalogueConcept[],
  digest: string,
): { asked: AskedPhrase[]; rest: Catalogue } {
  const asked: AskedPhrase[] = [];
  const rest = concepts.map((concept): CatalogueConcept => {
    const { kind } = concept;
    if (kind === 'GROUP') return concept;
    const own = TEXT_LANGUAGES.flatMap((language): AskedPhrase[] => {
      const [label] = concept.labels
        .filter((one) => one.language === language && !one.preferred)
        .sort((a, b) => (shuffled(concept.id + a.text) < shuffled(concept.id + b.text) ? -1 : 1));
      return label ? [{ concept, kind, language, text: label.text }] : [];
    });
    const labels = concept.labels.filter(({ text }) => !own.some((phrase) => isAlike(phrase.text, text)));
    if (labels.length === 0) return concept;
    asked.push(...own);
    return { ...concept, labels };
  });
  const linker = openLinker(rest);
  return {
    asked: asked.filter(({ text, language }) => linker.link(text, language).length === 0),
    rest: {
      digest,
      concepts: new Map(rest.map((concept) => [concept.id, concept])),
      attributions: new Map(),
    },
  };
}

/** A sample of at most `most` phrases of each half, kind and language. */
export const sampled = (asked: readonly AskedPhrase[], most: number): AskedPhrase[] =>
  [
    ...Map.groupBy(
      asked,
      ({ concept, kind, language }) => `${halfOf(concept.id)} ${kind} ${language}`,
    ).values(),
  ].flatMap((group) =>
    group.sort((a, b) => (shuffled(a.concept.id) < shuffled(b.concept.id) ? -1 : 1)).slice(0, most),
  );

/** The answers to each phrase with its concept there, and without. */
export async function answers(
  asked: readonly AskedPhrase[],
  index: LabelIndex,
  reader: TitleReader,
  concepts: ReadonlyMap<string, CatalogueConcept>,
): Promise<Answer[]> {
  const vectors = await reader.vectorsOf(asked.map(({ text }) => text));
  const given: Answer[] = [];
  for (const [place, phrase] of asked.entries()) {
    const { labels, cosines } = await index.likenesses(vectors[place]!, { kinds: [phrase.kind] });
    for (const isThere of [true, false]) {
      const among = isThere
        ? cosines
        : cosines.map((cosine, at) => (labels[at]!.concept.id === phrase.concept.id ? -1 : cosine));
      const { conceptId, cosine, margin } = nearestConcept({ labels, cosines: among });
      const isco = conceptId === undefined ? null : concepts.get(conceptId)!.isco;
      given.push({
        ...phrase,
        half: halfOf(phrase.concept.id),
        isThere,
        cosine,
        margin,
        right: conceptId === phrase.concept.id,
        near: isco !== null && isco === phrase.concept.isco,
      });
    }
  }
  return given;
}
