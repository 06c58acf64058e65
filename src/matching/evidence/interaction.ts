import { cosine, poolVectors } from '../../embeddings/index.ts';
import { isCopy, type SeenPassage, type SimilarityScale } from '../../documents/index.ts';
import { similarityPart } from '../score.ts';
import { nearestPassages } from './nearest.ts';
import type { SeenRequirement } from './read-documents.ts';

/** A stretch of a text: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A requirement with what of the CV speaks for it. */
export interface Pair {
  /** The requirement's place in the role. */
  ordinal: number;
  /** Where the passage stands in what is read of the CV; null where the CV has none. */
  passage: Span | null;
  /** How near they are against what is usual, in [0, 1]. */
  similarity: number;
}

/** What late interaction finds between a role and a CV. */
export interface Interaction {
  /** The mean of the similarities, what is asked for counting most; in [0, 1]. */
  part: number;
  pairs: Pair[];
  /** The passages of the CV that can be evidence, in its order. */
  passages: readonly Pick<SeenPassage, 'start' | 'length'>[];
  /** Which share of the CV is copied from the role's own description. */
  copied: number;
  /** Cosine of the two texts as wholes without what was copied; undefined where nothing was. */
  cosine?: number;
}

/** What CVs are held against, made ready once for all of them. */
export interface Asking {
  requirements: readonly SeenRequirement[];
  vectors: readonly Int8Array[];
  /** The role's own text. */
  description: readonly SeenPassage[];
  prints: ReadonlySet<number>;
}

/** What a role asks for: its requirements and its own text, as a model has read them. */
export const askingOf = (
  requirements: readonly SeenRequirement[],
  description: readonly SeenPassage[],
): Asking => ({
  requirements,
  vectors: requirements.map(({ vector }) => vector),
  description,
  prints: new Set(description.flatMap(({ prints }) => [...prints])),
});

/** What the title and the lists say in short weighs as much as two sentences. */
const WEIGHT = { TITLE: 2, MUST_HAVE: 2, NICE_TO_HAVE: 1, DESCRIPTION: 1 } as const;

/**
 * Holds what a role asks for against the passages of a CV. Passages that the CV copies from the description
 * say nothing of the person: they are no evidence, and the likeness of the whole texts is taken without them.
 */
export function interactionOf(
  { requirements, vectors, description, prints }: Asking,
  cv: readonly SeenPassage[],
  scale: SimilarityScale,
): Interaction {
  const own = cv.filter((passage) => !isCopy(passage.prints, prints));
  const nearest = nearestPassages(vectors, own);
  const pairs = requirements.map(({ ordinal }, index) => {
    const { passage, cosine: near } = nearest[index]!;
    return {
      ordinal,
      passage: passage === null ? null : spanOf(own[passage]!),
      similarity: passage === null ? 0 : similarityPart(near, scale),
    };
  });
  let sum = 0;
  let weights = 0;
  requirements.forEach(({ source }, index) => {
    sum += WEIGHT[source] * pairs[index]!.similarity;
    weights += WEIGHT[source];
  });
  const characters = (passages: readonly SeenPassage[]) =>
    passages.reduce((total, { length }) => total + length, 0);
  const part = weights === 0 ? 0 : sum / weights;
  if (own.length === cv.length) return { part, pairs, passages: own, copied: 0 };
  return {
    part,
    pairs,
    passages: own,
    copied: 1 - characters(own) / characters(cv),
    cosine: own.length === 0 || description.length === 0 ? 0 : cosine(whole(own), whole(description)),
  };
}

/** Where a passage stands in its text. */
export const spanOf = ({ start, length }: Pick<SeenPassage, 'start' | 'length'>): Span => ({
  start,
  end: start + length,
});

/** Passages as one, as they are stored for the document. */
const whole = (passages: readonly SeenPassage[]): Float32Array =>
  poolVectors(
    passages.map(({ vector }) => poolVectors([vector])),
    passages.map(({ length }) => length),
  );
