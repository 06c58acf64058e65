import { columnsAtOnce, rows, type EntityManager } from '../../database/index.ts';
import {
  seenLetters,
  unpackPooled,
  unpackSeen,
  type RequirementKind,
  type RequirementSource,
  type SeenPassage,
} from '../../documents/index.ts';

/**
 * So many passages of a document are read as evidence, from its beginning: about six pages. What bounds the work
 * for a CV of sixty.
 */
export const PASSAGES_READ = 40;

/** A document as a model has read it. */
export interface ReadDocument {
  /** The passages as one; all zeros where there is nothing to read. */
  pooled: Int8Array;
  passages: SeenPassage[];
  /** Which shares of the text were not read: it repeats itself, or is in no Latin script. */
  repeated: number;
  otherScript: number;
  /** Whether it is the present text that was read. */
  fresh: boolean;
}

/** A document that the model has not come to. */
const UNREAD: ReadDocument = {
  pooled: new Int8Array(),
  passages: [],
  repeated: 0,
  otherScript: 0,
  fresh: false,
};

/** What was read of documents by a model. */
export async function readDocuments(
  em: EntityManager,
  model: { id: string; dimensions: number },
  ids: readonly string[],
): Promise<(id: string) => ReadDocument> {
  const letters = seenLetters(model.dimensions, PASSAGES_READ);
  const read = await columnsAtOnce(
    em,
    ['id', 'fresh', 'repeated', 'other', 'pooled', 'seen'],
    `SELECT document_id AS id, repeated, other_script AS other, pooled,
       CASE WHEN octet_length(seen) > ${letters} THEN substring(seen FROM 1 FOR ${letters}) ELSE seen END AS seen,
       EXISTS (SELECT FROM documents WHERE id = made.document_id AND hash = made.hash OFFSET 0) AS fresh
     FROM document_vectors AS made WHERE document_id = ANY (?) AND model_id = ?`,
    [ids, model.id],
  );
  const documents = new Map(
    read.id.map((id, place): [string, ReadDocument] => [
      id,
      {
        pooled: unpackPooled(read.pooled[place]!),
        passages: unpackSeen(read.seen[place]!, model.dimensions),
        repeated: Number(read.repeated[place]),
        otherScript: Number(read.other[place]),
        fresh: read.fresh[place] === 'true',
      },
    ]),
  );
  return (id) => documents.get(id) ?? UNREAD;
}

/** A requirement as it is compared. */
export interface SeenRequirement {
  ordinal: number;
  kind: RequirementKind;
  source: RequirementSource;
  vector: Int8Array;
}

/** The requirements of roles by a model, in the order of the identifiers given. */
export async function readRequirements(
  em: EntityManager,
  model: { id: string; dimensions: number },
  roleIds: readonly string[],
): Promise<SeenRequirement[][]> {
  const [read] = await rows<{ listed: string | null; bytes: string | null }>(
    em,
    `SELECT json_agg(own.listed ORDER BY given.place)::text AS listed,
       encode(string_agg(own.bytes, ''::bytea ORDER BY given.place), 'base64') AS bytes
     FROM unnest(?::uuid[]) WITH ORDINALITY AS given (id, place), LATERAL (
       SELECT coalesce(json_agg(json_build_array(ordinal, kind, source) ORDER BY ordinal), '[]') AS listed,
         coalesce(string_agg(vector, ''::bytea ORDER BY ordinal), '') AS bytes
       FROM requirements WHERE document_id = given.id AND model_id = ?
     ) AS own`,
    [roleIds, model.id],
  );
  const bytes = Buffer.from(read?.bytes ?? '', 'base64');
  const listed = JSON.parse(read?.listed ?? '[]') as [number, RequirementKind, RequirementSource][][];
  let at = 0;
  return listed.map((own) =>
    own.map(([ordinal, kind, source]) => {
      const vector = new Int8Array(bytes.buffer, bytes.byteOffset + at, model.dimensions);
      at += model.dimensions;
      return { ordinal, kind, source, vector };
    }),
  );
}
