import { rows, type EntityManager } from '../../database/index.ts';
import { measureRarity, saveCompoundParts, type CompoundText } from '../../documents/index.ts';
import { keysOf, soughtBy, type SourcedLink } from './concept-keys.ts';
import type { ConceptReader } from './concept-reader.ts';

/** Documents of one transaction. */
const BATCH = 64;
/** Of each text, so many links are kept, in its order: no CV of sixty pages fills the index. */
const MOST_LINKS = 200;

interface UnlinkedDocument extends CompoundText {
  hash: string;
}

/**
 * Links every document, and finds the parts of its compounds, that changed since it was linked, or was linked by
 * another reader. What waits is read from the tables, so that nothing is lost by a crash and a second run does nothing.
 */
export async function linkPending(
  em: EntityManager,
  reader: ConceptReader,
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  let done = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const batch = await unlinkedDocuments(em, reader.id);
    if (batch.length === 0) break;
    const linked = batch.map((document) => ({ ...document, links: linksIn(document, reader) }));
    await em.transactional(async (transaction) => {
      const inside = transaction as EntityManager;
      await saveCompoundParts(inside, batch, reader.parts);
      await writeLinks(inside, reader, linked);
    });
    done += batch.length;
  }
  await measureRarity(em, {
    table: 'sought_concepts',
    term: 'key',
    type: 'bigint',
    cvs: 'linked_documents',
    holdTheTerm: 'keys @> ARRAY[given.term]',
  });
  return done;
}

const unlinkedDocuments = (em: EntityManager, linkerId: string): Promise<UnlinkedDocument[]> =>
  rows(
    em,
    `SELECT documents.id, documents.kind, documents.language, documents.hash, documents.text, documents.brief
     FROM documents LEFT JOIN linked_documents AS linked
       ON linked.document_id = documents.id AND linked.hash = documents.hash AND linked.linker_id = ?
     WHERE linked.document_id IS NULL
     LIMIT ${BATCH}`,
    [linkerId],
  );

function linksIn({ text, language, brief }: UnlinkedDocument, reader: ConceptReader): SourcedLink[] {
  const from = (of: string, source: SourcedLink['source'], item: number | null = null): SourcedLink[] =>
    reader
      .link(of, language)
      .slice(0, MOST_LINKS)
      .map((link) => ({ ...link, source, item }));
  return [
    ...(brief ? from(brief.title, 'TITLE') : []),
    ...(brief?.mustHave ?? []).flatMap((item, place) => from(item, 'MUST_HAVE', place)),
    ...(brief?.niceToHave ?? []).flatMap((item, place) => from(item, 'NICE_TO_HAVE', place)),
    ...from(text, 'TEXT'),
  ];
}

async function writeLinks(
  em: EntityManager,
  reader: ConceptReader,
  linked: readonly (UnlinkedDocument & { links: SourcedLink[] })[],
): Promise<void> {
  const ids = linked.map(({ id }) => id);
  for (const table of ['document_concepts', 'sought_concepts'])
    await rows(em, `DELETE FROM ${table} WHERE document_id = ANY (?)`, [ids]);
  const links = linked.flatMap(({ id, links: own }) =>
    own.map((link, ordinal) => ({ ...link, documentId: id, ordinal })),
  );
  await rows(
    em,
    `INSERT INTO document_concepts
       (document_id, ordinal, source, item, concept_id, kind, "start", "end", how, confidence)
     SELECT * FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::integer[],
       ?::integer[], ?::text[], ?::real[])`,
    [
      links.map(({ documentId }) => documentId),
      links.map(({ ordinal }) => ordinal),
      links.map(({ source }) => source),
      links.map(({ item }) => item),
      links.map(({ conceptId }) => conceptId),
      links.map(({ kind }) => kind),
      links.map(({ start }) => start),
      links.map(({ end }) => end),
      links.map(({ how }) => how),
      links.map(({ confidence }) => confidence),
    ],
  );
  const sought = linked
    .filter(({ kind }) => kind === 'JOB')
    .flatMap(({ id, links: own }) =>
      [...soughtBy(own, reader.iscoOf)].map(([key, weight]) => ({ id, key, weight })),
    );
  await rows(
    em,
    `INSERT INTO sought_concepts (document_id, key, weight)
     SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::real[])`,
    [sought.map(({ id }) => id), sought.map(({ key }) => key), sought.map(({ weight }) => weight)],
  );
  await rows(
    em,
    `INSERT INTO linked_documents (document_id, kind, hash, linker_id, keys)
     SELECT id, kind, hash, ?, keys::bigint[] FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
       AS linked (id, kind, hash, keys)
     ON CONFLICT (document_id) DO UPDATE
       SET hash = excluded.hash, linker_id = excluded.linker_id, keys = excluded.keys`,
    [
      reader.id,
      ids,
      linked.map(({ kind }) => kind),
      linked.map(({ hash }) => hash),
      linked.map(({ links: own }) => `{${keysOf(own, reader.iscoOf).join(',')}}`),
    ],
  );
}
