import { portions, rows, type EntityManager } from '../../database/index.ts';
import { measureRarity, saveCompoundParts, type CompoundText } from '../../documents/index.ts';
import type { ConceptLink } from '../../vocabulary/index.ts';
import { keysOf, soughtBy, type LinkSource, type SourcedLink } from './concept-keys.ts';
import type { ConceptReader } from './concept-reader.ts';
import { phraseIn, phrasesOf, type PlacedPhrase } from './phrases.ts';

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
  for await (const { ids } of portions(() => unlinkedIds(em, reader.id), BATCH, options.signal)) {
    const batch = await unlinkedDocuments(em, reader.id, ids);
    const links = await linksIn(em, batch, reader);
    const linked = batch.map((document, place) => ({ ...document, links: links[place]! }));
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

/** `OFFSET 0` has each looked up by its key: joined, all that is linked was read for every portion. */
const IS_UNLINKED = `NOT EXISTS (SELECT FROM linked_documents AS linked
  WHERE linked.document_id = documents.id AND linked.hash = documents.hash AND linked.linker_id = ? OFFSET 0)`;

async function unlinkedIds(em: EntityManager, linkerId: string): Promise<string[]> {
  const unlinked = await rows<{ id: string }>(em, `SELECT id FROM documents WHERE ${IS_UNLINKED}`, [
    linkerId,
  ]);
  return unlinked.map(({ id }) => id);
}

/** Those of the documents that are unlinked still: another worker may have read them meanwhile. */
const unlinkedDocuments = (
  em: EntityManager,
  linkerId: string,
  ids: readonly string[],
): Promise<UnlinkedDocument[]> =>
  rows(
    em,
    `SELECT id, kind, language, hash, text, brief FROM documents WHERE id = ANY (?) AND ${IS_UNLINKED}`,
    [ids, linkerId],
  );

/** A text of a document, with the phrases in it that are expected to name a concept. */
interface Part {
  text: string;
  source: LinkSource;
  item: number | null;
  phrases: PlacedPhrase[];
}

/** The texts that are linked one by one: of a role title, items and description, of a CV the whole. */
function partsToLink({ text, brief }: CompoundText): Part[] {
  if (!brief) return [{ text, source: 'TEXT', item: null, phrases: phrasesOf(text) }];
  const items = (list: readonly string[], source: LinkSource): Part[] =>
    list.map((item, place) => ({ text: item, source, item: place, phrases: phraseIn(item, 'SKILL') }));
  return [
    { text: brief.title, source: 'TITLE', item: null, phrases: phraseIn(brief.title, 'OCCUPATION') },
    ...items(brief.mustHave, 'MUST_HAVE'),
    ...items(brief.niceToHave, 'NICE_TO_HAVE'),
    { text, source: 'TEXT', item: null, phrases: [] },
  ];
}

/** The links of each document: by the labels that its texts hold, and by what the phrases without a link mean. */
async function linksIn(
  em: EntityManager,
  documents: readonly UnlinkedDocument[],
  reader: ConceptReader,
): Promise<SourcedLink[][]> {
  const read = documents.map((document) =>
    partsToLink(document).map((part) => {
      const links = reader.link(part.text, document.language).slice(0, MOST_LINKS);
      return {
        part,
        links,
        phrases: part.phrases.filter((phrase) => !links.some((link) => meet(link, phrase))),
      };
    }),
  );
  const meant = (
    await reader.meant(
      em,
      read.flatMap((parts) => parts.flatMap(({ phrases }) => phrases)),
    )
  ).values();
  return read.map((parts) =>
    parts.flatMap(({ part: { source, item }, links, phrases }) => {
      const byMeaning = phrases.flatMap(({ kind, start, end }): ConceptLink[] => {
        const found = meant.next().value;
        return found ? [{ ...found, kind, start, end, how: 'MEANING' }] : [];
      });
      return [...links, ...byMeaning]
        .sort((one, other) => one.start - other.start)
        .map((link) => ({ ...link, source, item }));
    }),
  );
}

const meet = (link: ConceptLink, { start, end }: PlacedPhrase): boolean =>
  link.start < end && start < link.end;

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
