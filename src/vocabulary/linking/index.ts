export { LINK_WAYS, type ConceptLink, type LinkWay } from './link.ts';
export { openLinker, type Linker } from './linker.ts';
export { meaningConfidence } from './meaning-confidence.ts';
export { meaningLinker, nearestConcept, type MeaningLinker, type Meant, type Phrase } from './meaning.ts';
