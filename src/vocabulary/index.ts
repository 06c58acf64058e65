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
export { type ConceptSelection, type FoundConcept, type LabelSearch } from './label-search.ts';
export {
  readConcept,
  readConcepts,
  searchConcepts,
  type ConceptMatch,
  type VocabularyContext,
} from './read-concepts.ts';
export { loadStarter } from './starter/load-starter.ts';
export { starterVocabulary, type StarterConcept } from './starter/starter-vocabulary.ts';
export { LINK_WAYS, openLinker, type ConceptLink, type Linker, type LinkWay } from './linking/index.ts';
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
  type FoundTitle,
  type GramVectors,
  type Title,
  type TitleIndex,
  type TitleIndexOptions,
  type TitleRetriever,
} from './titles/index.ts';
export { countPendingLabels, embedLabels, type LabelProgress } from './vectors/embed-labels.ts';
export { labelVectors, type LabelVectors } from './vectors/label-vectors.ts';
export { vocabularyStatus, type SourceStatus } from './vocabulary-status.ts';
export { wordSearch } from './word-search.ts';
export { embeddingLabels, embedLabelsTask } from './vocabulary.jobs.ts';
