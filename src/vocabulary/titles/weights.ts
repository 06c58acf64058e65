/** How much likeness of meaning and of letters count, each in about [0, 1]. */
export interface Weights {
  vector: number;
  text: number;
}

/**
 * With vectors of grams, which have learned most of what letters say. Reciprocal rank for a weight of letters of 0,
 * 0.05, 0.1, 0.2, 0.4, where the titles of 202 ISCO-08 unit groups ask for the labels of their occupations: Swedish
 * 0.750, 0.751, 0.748, 0.741, 0.742; French 0.671, 0.675, 0.664, 0.663, 0.640; Swedish to English 0.694, 0.690,
 * 0.689, 0.677, 0.663. Reciprocal rank fusion of the same rankings was far worse (Swedish to English 0.33 for 0.56),
 * and so was adding words by BM25. Feedback from the first titles found, and smoothing over likenesses among them,
 * changed nothing beyond chance.
 */
export const REFINED: Weights = { vector: 1, text: 0.05 };

/**
 * With embeddings alone, moved so that their mean is 0. On 600 synonyms a weight of 0.25 was best for Swedish (0.575;
 * vectors alone 0.567) and within 0.004 of the best for English and French.
 */
export const PLAIN: Weights = { vector: 1, text: 0.25 };

/**
 * How an occupation's labels are weighed together, how much the title's own score counts beside, and what is taken off
 * an occupation's score where hardly any of the titles is a label: those few must not be preferred for being one.
 *
 * On a fifth of the development half, with all of ESCO as the vocabulary: the smooth maximum over the root of the
 * number of labels gave 0.624, 0.627, 0.898, 0.757 (Swedish, Swedish to English, French to English, English to
 * Swedish) against 0.588, 0.589, 0.678, 0.515 without concepts; the plain maximum 0.625, 0.632, 0.905, 0.775, but in
 * English 0.766 for 0.789. With the starter vocabulary, English to Swedish: 0.737 with nothing taken off, 0.795 with
 * 0.3, 0.804 with everything. On titles that nobody made from ESCO (`docs/evaluation.md`), of the half for development,
 * 0.3, 0.2 and 0.1 gave 0.728, 0.745, 0.746 for Swedish words and 0.638, 0.644, 0.671 for French groups, both in
 * English, and 0.570, 0.592, 0.600 for English titles in Swedish; ESCO's own labels, English to Swedish, 0.808, 0.801,
 * 0.804, and Swedish to English 0.809, 0.802, 0.795.
 */
export const BRIDGE = { temperature: 0.1, own: 0.6, strangeness: 0.2 };
