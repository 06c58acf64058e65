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
  const [document] = await saveDocuments(context, [data]);
  return document!;
}

/**
 * Writes many texts in the caller's transaction, with one reading, one writing and one job for all of them:
 * what imports need, since each round trip to PGlite takes about a millisecond.
 * The caller has authorised the writes; no identifier comes twice.
 */
export async function saveDocuments(context: Context, many: readonly DocumentData[]): Promise<Document[]> {
  if (many.length === 0) return [];
  const found = await context.em.find(DocumentEntity, { id: { $in: many.map(({ id }) => id) } });
  const stored = new Map(found.map((document) => [document.id, document]));
  const documents = many.map(({ id, kind, language, text }) => {
    const hash = digest(text);
    const known = stored.get(id);
    return known
      ? context.em.assign(known, { language, text, hash })
      : context.em.create(DocumentEntity, { id, kind, language, text, hash });
  });
  await context.em.flush();
  for (const { id, language, searchFor } of many)
    if (searchFor) await saveSearchTerms(context.em, id, language, searchFor);
  await context.jobs.enqueue(context.em, embedTask, {});
  return documents;
}
