export { saveCompoundParts, type CompoundText, type SplitCompound } from './compound-parts.ts';
export { documentText, LONGEST_TEXT } from './document-text.ts';
export {
  DOCUMENT_KINDS,
  DocumentEntity,
  DocumentVectorEntity,
  EmbeddingModelEntity,
  type Document,
  type DocumentKind,
  type EmbeddingModel,
} from './document.entity.ts';
export { textEmpty, textTooLong, textUnreadable } from './documents.failures.ts';
export { embedTask } from './documents.jobs.ts';
export { countPending, embedPending, type EmbeddingProgress } from './embed-pending.ts';
export {
  adoptModel,
  indexedVector,
  servingModel,
  type Adoption,
  type ModelIdentity,
} from './embedding-model.ts';
export { measureRarity, type SoughtTerms } from './rarity.ts';
export { holdVectors } from './held/hold-vectors.ts';
export { isCopy } from './reading/prints.ts';
export { seenLetters, unpackPooled, unpackSeen, type SeenPassage } from './reading/seen-passages.ts';
export {
  REQUIREMENT_KINDS,
  REQUIREMENT_SOURCES,
  type Brief,
  type Requirement,
  type RequirementKind,
  type RequirementSource,
} from './requirements/requirement.ts';
export { documentHash, saveDocument, saveDocuments, type DocumentData } from './save-document.ts';
export { saveSearchTerms, weightedWords, weighSearchTerms, type WeightedText } from './search-terms.ts';
export { similarityScales, type SimilarityScale, type SimilarityScales } from './usual/similarity-scale.ts';
