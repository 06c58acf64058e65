import type { EntityManager } from '../../database/index.ts';
import type { ConceptKind } from '../concept.ts';
import type { Catalogue } from '../store/concept-catalogue.ts';

/** What narrows a search of concepts. */
export interface ConceptSelection {
  kind?: ConceptKind | null | undefined;
  /** ISO 639-1: only labels in this language are searched. */
  language?: string | null | undefined;
}

/** A concept that was found, by which of its labels. */
export interface FoundConcept {
  conceptId: string;
  label: string;
  /** The language of the label. */
  language: string;
  /** From 0 to 1 (the label itself): comparable within one search. */
  score: number;
}

/** Finds concepts by their labels. */
export interface LabelSearch {
  /** The best, each concept once, best first. `em` is the caller's. */
  search(
    em: EntityManager,
    catalogue: Catalogue,
    text: string,
    selection: ConceptSelection,
    first: number,
  ): Promise<FoundConcept[]>;
}
