import type { EntityManager } from '../../database/index.ts';
import type { ConceptKind } from '../concept.ts';
import type { LabelIndexes, Likenesses } from '../labels/label-index.ts';
import type { Catalogue } from '../store/concept-catalogue.ts';
import type { TitleReader } from '../titles/index.ts';
import { CONFIDENCE_RULES, LEAST_CONFIDENCE, meaningConfidence } from './meaning-confidence.ts';

/** A short text that is expected to name a concept, in which no label was met. */
export interface Phrase {
  text: string;
  kind: Extract<ConceptKind, 'OCCUPATION' | 'SKILL'>;
}

/** The concept that a phrase means, and how sure that is. */
export interface Meant {
  conceptId: string;
  confidence: number;
}

/** Finds the concepts that phrases mean by the nearest of all labels. */
export interface MeaningLinker {
  /** Changes with the rules and with what makes the vectors. */
  readonly id: string;
  /**
   * Whether phrases can be linked: every label has its vector, so that what is nearest is, and the vectors are those
   * that confidence was measured with.
   */
  isReady(em: EntityManager, catalogue: Catalogue): Promise<boolean>;
  /** What each phrase means; undefined where it is too unsure. */
  meant(em: EntityManager, catalogue: Catalogue, phrases: readonly Phrase[]): Promise<(Meant | undefined)[]>;
}

/** Goes up when the same phrases are to be linked in another way. */
const RULES = 1;

/** Phrases whose meaning is remembered: the same titles and skills come in text after text. */
const REMEMBERED = 20_000;

/** Links by the index that searches look in, too. */
export function meaningLinker(reader: TitleReader, indexes: LabelIndexes): MeaningLinker {
  const remembered = new WeakMap<Catalogue, Map<string, Meant | undefined>>();
  const memoryOf = (catalogue: Catalogue) => {
    let memory = remembered.get(catalogue);
    if (!memory || memory.size > REMEMBERED) remembered.set(catalogue, (memory = new Map()));
    return memory;
  };
  return {
    id: `${RULES} ${CONFIDENCE_RULES} ${reader.modelId} ${reader.reading}`,
    isReady: async (em, catalogue) => reader.refined && (await indexes.areComplete(em, catalogue)),
    async meant(em, catalogue, phrases) {
      const memory = memoryOf(catalogue);
      const keyOf = ({ text, kind }: Phrase) => `${kind} ${text}`;
      const unknown = new Map(
        phrases.filter((phrase) => !memory.has(keyOf(phrase))).map((phrase) => [keyOf(phrase), phrase]),
      );
      if (unknown.size > 0) {
        const index = await indexes.current(em, catalogue);
        const vectors = await reader.vectorsOf([...unknown.values()].map(({ text }) => text));
        let place = 0;
        for (const [key, { kind }] of unknown) {
          memory.set(key, meaningBy(await index.likenesses(vectors[place++]!, { kinds: [kind] })));
        }
      }
      return phrases.map((phrase) => memory.get(keyOf(phrase)));
    },
  };
}

/** The concept with the nearest label; how sure it is depends also on how far off the next concept is. */
function meaningBy(likenesses: Likenesses): Meant | undefined {
  const { conceptId, cosine, margin } = nearestConcept(likenesses);
  const confidence = meaningConfidence(cosine, margin);
  return conceptId === undefined || confidence < LEAST_CONFIDENCE ? undefined : { conceptId, confidence };
}

/** The concept with the nearest label that points the same way, and by how much it is nearer than any other concept. */
export function nearestConcept({ labels, cosines }: Likenesses): {
  conceptId: string | undefined;
  cosine: number;
  margin: number;
} {
  let [first, second] = [0, 0];
  let conceptId: string | undefined;
  cosines.forEach((cosine, place) => {
    if (cosine <= second) return;
    const { id } = labels[place]!.concept;
    if (cosine <= first) {
      if (id !== conceptId) second = cosine;
      return;
    }
    if (id !== conceptId) second = first;
    [first, conceptId] = [cosine, id];
  });
  return { conceptId, cosine: first, margin: first - second };
}
