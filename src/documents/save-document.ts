import { LockMode } from '@mikro-orm/core';
import type { Context } from '../access/index.ts';
import { digest, type TextLanguage } from '../kernel/index.ts';
import { DocumentEntity, type Document, type DocumentKind } from './document.entity.ts';
import { embedTask } from './documents.jobs.ts';
import type { Brief } from './requirements/requirement.ts';
import { saveSearchTerms, soughtIn } from './search-terms.ts';

/** A text with the identifier of the talent or role that it belongs to. */
export interface DocumentData {
  id: string;
  kind: DocumentKind;
  language: TextLanguage;
  /** As made by `documentText`; of a CV what is left of it when all that tells who somebody is is hidden. */
  text: string;
  /** What a role says in short besides the text: counterparts are found by its words, too. None for a CV. */
  brief?: Brief | null;
}

/** SHA-256 of all that is read of a document. */
export const documentHash = ({
  language,
  text,
  brief = null,
}: Pick<DocumentData, 'language' | 'text' | 'brief'>): string =>
  digest(JSON.stringify([language, text, brief]));

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
  const found = await context.em.find(
    DocumentEntity,
    { id: { $in: many.map(({ id }) => id) } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const stored = new Map(found.map((document) => [document.id, document]));
  const changed = new Set<string>();
  const documents = many.map(({ id, kind, language, text, brief = null }) => {
    const hash = documentHash({ language, text, brief });
    const known = stored.get(id);
    if (known?.hash !== hash) changed.add(id);
    return known
      ? context.em.assign(known, { language, text, brief, hash })
      : context.em.create(DocumentEntity, { id, kind, language, text, brief, hash });
  });
  await context.em.flush();
  // What is sought by an unchanged text has been measured, and the parts of its compounds are there.
  for (const { id, language, brief } of many)
    if (brief && changed.has(id)) await saveSearchTerms(context.em, id, language, soughtIn(brief));
  await context.jobs.enqueue(context.em, embedTask, {});
  return documents;
}
