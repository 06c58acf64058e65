import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { VectorType } from 'pgvector/mikro-orm';
import type { TextLanguage } from '../kernel/index.ts';
import type { Brief } from './requirements/requirement.ts';

/** The two kinds of text that Tandem brings together. */
export const DOCUMENT_KINDS = ['CV', 'JOB'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * A CV or a job description. It has the identifier of the talent or role that it belongs to.
 * The column `search` (its words and the parts of its compounds, stemmed in its language) is kept by the database
 * itself, from the text and from the column `parts`, which `saveCompoundParts` writes.
 */
export const DocumentEntity = defineEntity({
  name: 'Document',
  tableName: 'documents',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<DocumentKind>(),
    language: p.string().$type<TextLanguage>(),
    /** Of a CV what rankings may read of it. */
    text: p.text(),
    /** What a role says in short besides its description; null for a CV. */
    brief: p.json().$type<Brief>().nullable(),
    /** SHA-256 of all that is read: vectors made from another text are known by it. */
    hash: p.string(),
  },
});

export type Document = InferEntity<typeof DocumentEntity>;

/**
 * What a document is about, as one model sees it: the pooled vector of its passages, and, in columns that only
 * statements read, what rankings compare (`packPooled`, `packSeen`).
 */
export const DocumentVectorEntity = defineEntity({
  name: 'DocumentVector',
  tableName: 'document_vectors',
  properties: {
    documentId: p.uuid().primary(),
    modelId: p.string().primary(),
    kind: p.string().$type<DocumentKind>(),
    /** The hash of the text that it was made from. */
    hash: p.string(),
    vector: p.type(VectorType).$type<number[]>(),
    /** Which share of the text was not read, because it repeats itself or is in no Latin script. */
    repeated: p.float(),
    otherScript: p.float(),
  },
});

/** FILLING while documents get their vectors; SERVING when rankings use it; RETIRED before its vectors go. */
export type ModelState = 'FILLING' | 'SERVING' | 'RETIRED';

/** An embedding model that has made vectors here. At most one is SERVING. */
export const EmbeddingModelEntity = defineEntity({
  name: 'EmbeddingModel',
  tableName: 'embedding_models',
  properties: {
    id: p.string().primary(),
    dimensions: p.integer(),
    /** How texts were read for it: see `READING`. */
    reading: p.string(),
    state: p.string().$type<ModelState>(),
  },
});

export type EmbeddingModel = InferEntity<typeof EmbeddingModelEntity>;
