import type { ConceptKind } from '../concept.ts';

/**
 * How a label was met: as it is written; in another form of its words; as a compound or its last part; with a slip
 * of the pen in a long word; by the meaning of a phrase in which no label was met.
 */
export const LINK_WAYS = ['EXACT', 'INFLECTED', 'COMPOUND', 'SPELLING', 'MEANING'] as const;
export type LinkWay = (typeof LINK_WAYS)[number];

/** A place in a text that names a concept. */
export interface ConceptLink {
  conceptId: string;
  kind: ConceptKind;
  /** UTF-16 offsets; `end` is exclusive. Two links have either the same place or places that do not meet. */
  start: number;
  end: number;
  how: LinkWay;
  /**
   * How sure it is that the text means this concept, in (0, 1]: of MEANING a measured probability, of the others a
   * scale of rules.
   */
  confidence: number;
}
