export { CONCEPT_KINDS, type Concept, type ConceptKind, type Label } from './concept.ts';
export {
  openTitleIndex,
  openTitleModel,
  TITLE_RETRIEVERS,
  type FoundTitle,
  type Title,
  type TitleIndex,
  type TitleIndexOptions,
  type TitleModel,
  type TitleRetriever,
} from './titles/index.ts';
