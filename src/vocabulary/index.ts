export { CONCEPT_KINDS, type Concept, type ConceptKind, type Label } from './concept.ts';
