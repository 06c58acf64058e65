/**
 * Below it nothing is linked. With 0.5, 0.6, 0.7, 0.8 of the phrases of the development half that the starter vocabulary
 * names in other words 31, 23, 16, 11 of a hundred are linked rightly, and of all that is linked 74, 79, 83, 91 of a
 * hundred is right, where every other phrase means nothing that the vocabulary has; with ESCO imported 26, 19, 14, 8 and
 * 63, 69, 74, 77 (`npm run bench:meanings`; docs/vocabulary.md has the other half).
 */
export const LEAST_CONFIDENCE = 0.7;

/** Fitted on the development half of both vocabularies by `npm run bench:meanings`. */
const FIT = { bias: -4.2, cosine: 3.65, margin: 11.16 };

/**
 * How likely a phrase means the concept of its nearest label, by the cosine of the two and by how much less like it the
 * nearest label of any other concept is.
 */
export const meaningConfidence = (cosine: number, margin: number): number =>
  1 / (1 + Math.exp(-(FIT.bias + FIT.cosine * cosine + FIT.margin * margin)));

/** Changes with what decides here. */
export const CONFIDENCE_RULES = JSON.stringify([LEAST_CONFIDENCE, FIT]);
