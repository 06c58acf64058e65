export {
  CONCEPT_KINDS,
  SKILL_KINDS,
  type Concept,
  type ConceptKind,
  type Label,
  type SkillKind,
} from './concept.ts';
export { ConceptResolver } from './concept.resolver.ts';
export { ConceptType, toConceptType } from './concept.type.ts';
export { importVocabulary, type VocabularyImportReport } from './import-vocabulary.ts';
export { conceptSearch } from './labels/concept-search.ts';
export { countPendingLabels, embedLabels, type LabelProgress } from './labels/embed-labels.ts';
export { labelIndexes, type LabelIndex, type LabelIndexes } from './labels/label-index.ts';
export { type ConceptSelection, type FoundConcept, type LabelSearch } from './labels/label-search.ts';
export { labelVectors, type LabelVectors } from './labels/label-vectors.ts';
export {
  readConcept,
  readConcepts,
  searchConcepts,
  type ConceptMatch,
  type VocabularyContext,
} from './read-concepts.ts';
export { loadStarter } from './starter/load-starter.ts';
export { starterVocabulary, type StarterConcept } from './starter/starter-vocabulary.ts';
export {
  LINK_WAYS,
  meaningConfidence,
  meaningLinker,
  nearestConcept,
  openLinker,
  type ConceptLink,
  type Linker,
  type LinkWay,
  type MeaningLinker,
  type Meant,
  type Phrase,
} from './linking/index.ts';
export { SOURCES, type Source } from './store/change-source.ts';
export {
  conceptCatalogue,
  vocabularyDigest,
  type Catalogue,
  type CatalogueConcept,
  type ConceptCatalogue,
} from './store/concept-catalogue.ts';
export {
  openGramVectors,
  openTitleIndex,
  TITLE_RETRIEVERS,
  titleReader,
  type FoundTitle,
  type GramVectors,
  type Title,
  type TitleIndex,
  type TitleIndexOptions,
  type TitleReader,
  type TitleRetriever,
} from './titles/index.ts';
export { vocabularyStatus, type SourceStatus } from './vocabulary-status.ts';
export { embeddingLabels, embedLabelsTask } from './vocabulary.jobs.ts';
