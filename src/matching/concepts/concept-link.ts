/** Something that a text names: an occupation, a group of them, or a skill, apart from any language. */
export interface ConceptLink {
  conceptId: string;
  kind: 'GROUP' | 'OCCUPATION' | 'SKILL';
  /** Offsets into the text in UTF-16 units, `end` exclusive. */
  start: number;
  end: number;
  how: 'EXACT' | 'INFLECTED' | 'COMPOUND' | 'SPELLING' | 'MEANING';
  /** In [0, 1]. */
  confidence: number;
}
