/** GROUP: a group of ISCO-08, of any of its four levels. */
export const CONCEPT_KINDS = ['GROUP', 'OCCUPATION', 'SKILL'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** One name of a concept. */
export interface Label {
  /** ISO 639-1. */
  language: string;
  text: string;
  /** Whether it is the one to show in its language. */
  preferred: boolean;
}

/** An occupation, a skill, or a group of occupations, apart from any language. */
export interface Concept {
  /** The ESCO URI where known; else `tandem:occupation/<slug>` or `tandem:skill/<slug>`. Groups: `isco:<code>`. */
  id: string;
  kind: ConceptKind;
  /** ISCO-08: a unit group of four digits for occupations, the group's own code for groups, none for skills. */
  isco: string | null;
  /** Where it takes a licence: ISO 3166-1 alpha-2 or ISO 3166-2 codes, in order. */
  regulatedIn: string[];
  /** Identifiers of the next wider concepts. */
  broader: string[];
  labels: Label[];
}
