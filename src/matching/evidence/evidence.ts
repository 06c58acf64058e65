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
  /**
   * How near the nearest passage is against what is usual, in [0, 1]: 0.05 for a passage picked at random. What the
   * score counts, also where another passage is shown because it names the requirement.
   */
  similarity: number;
  strength: Strength;
}

/**
 * The words for a similarity. On the development half of the cast (e5-small), a passage comes so near to what is asked
 * of those who fit, and of those of other trades: in 56 % and 3 % from 0.85 on, 78 % and 16 % from 0.5, 91 % and 46 %
 * from 0.2. Below that the nearest passage is that of anybody's CV: shown, it would claim what it
 * does not say.
 */
const FROM = { STRONG: 0.85, FAIR: 0.5, WEAK: 0.2 } as const;

export function strengthOf(similarity: number): Strength {
  if (similarity >= FROM.STRONG) return 'STRONG';
  if (similarity >= FROM.FAIR) return 'FAIR';
  return similarity >= FROM.WEAK ? 'WEAK' : 'NONE';
}
