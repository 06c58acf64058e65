import type { Letter } from './letter.ts';

/**
 * What became of a letter. TAKEN: handed over. REFUSED: for good, so that trying again is useless. LATER: not now, for a
 * reason that lies with this letter alone.
 */
export type Outcome = 'TAKEN' | 'REFUSED' | 'LATER';

/** A way of sending letters: one for each of the places where mail can go. */
export interface Carrier {
  /** @throws MESSAGES_CARRIER_UNAVAILABLE when no letter can be taken at present. */
  carry(letter: Letter): Promise<Outcome>;
  /** Lets go of what is open; it can carry again afterwards. */
  rest(): void;
}
