export { documentText, LONGEST_TEXT } from './document-text.ts';
export {
  DOCUMENT_KINDS,
  DocumentEntity,
  DocumentVectorEntity,
  EmbeddingModelEntity,
  PassageEntity,
  type Document,
  type DocumentKind,
  type EmbeddingModel,
} from './document.entity.ts';
export { textEmpty, textTooLong, textUnreadable } from './documents.failures.ts';
export { embedding, embedTask } from './documents.jobs.ts';
export { countPending, embedPending, type EmbeddingProgress } from './embed-pending.ts';
export { adoptModel, indexedVector, servingModel, type ModelIdentity } from './embedding-model.ts';
export { saveDocument, saveDocuments, type DocumentData } from './save-document.ts';
export { saveSearchTerms, weightedWords, weighSearchTerms, type WeightedText } from './search-terms.ts';
export { measureSimilarity, similarityScales, type SimilarityScale } from './similarity-scale.ts';
