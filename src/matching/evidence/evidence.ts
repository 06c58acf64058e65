import type { Requirement } from '../../documents/index.ts';
import type { Span } from './interaction.ts';

/** How much a passage says for a requirement. */
export const STRENGTHS = ['STRONG', 'FAIR', 'WEAK', 'NONE'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A stretch of a CV. */
export interface Quote extends Span {
  /** Null where the reader did not ask for the words. */
  text: string | null;
}

/** A requirement of the role, and the passage of the CV that speaks for it most. */
export interface Evidence {
  requirement: Requirement;
  /** Null where no passage comes near. */
  passage: Quote | null;
  /** How near they are against what is usual, in [0, 1]: 0.05 for a passage picked at random. */
  similarity: number;
  strength: Strength;
}

/**
 * The words for a similarity. Below `WEAK` the nearest passage is as near as that of a stranger's CV: shown, it would
 * claim what it does not say.
 */
const FROM = { STRONG: 0.6, FAIR: 0.3, WEAK: 0.12 } as const;

export function strengthOf(similarity: number): Strength {
  if (similarity >= FROM.STRONG) return 'STRONG';
  if (similarity >= FROM.FAIR) return 'FAIR';
  return similarity >= FROM.WEAK ? 'WEAK' : 'NONE';
}
