import type { Context } from '../access/index.ts';
import { digest, type TextLanguage } from '../kernel/index.ts';
import { DocumentEntity, type Document, type DocumentKind } from './document.entity.ts';
import { embedTask } from './documents.jobs.ts';
import { saveSearchTerms, type WeightedText } from './search-terms.ts';

/** A text with the identifier of the talent or role that it belongs to. */
export interface DocumentData {
  id: string;
  kind: DocumentKind;
  language: TextLanguage;
  /** As made by `documentText`. */
  text: string;
  /** By which words counterparts are found, besides by meaning. */
  searchFor?: readonly WeightedText[];
}

/**
 * Writes the text in the caller's transaction, and queues its embedding.
 * The caller has authorised the write.
 */
export async function saveDocument(context: Context, data: DocumentData): Promise<Document> {
  const { id, kind, language, text, searchFor } = data;
  const hash = digest(text);
  const stored = await context.em.findOne(DocumentEntity, { id });
  const document = stored
    ? context.em.assign(stored, { language, text, hash })
    : context.em.create(DocumentEntity, { id, kind, language, text, hash });
  await context.em.flush();
  if (searchFor) await saveSearchTerms(context.em, id, language, searchFor);
  await context.jobs.enqueue(context.em, embedTask, {});
  return document;
}
