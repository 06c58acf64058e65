/** How much likeness of meaning and of letters count, each in about [0, 1]. */
export interface Weights {
  vector: number;
  text: number;
}

/** With vectors of grams. */
export const REFINED: Weights = { vector: 1, text: 0.05 };

/** With embeddings alone, moved so that their mean is 0. */
export const PLAIN: Weights = { vector: 1, text: 0.25 };

/**
 * How an occupation's labels are weighed together, how much the title's own score counts beside, and what is taken off
 * an occupation's score where hardly any of the titles is a label: those few must not be preferred for being one.
 */
export const BRIDGE = { temperature: 0.1, own: 0.6, strangeness: 0.3 };
