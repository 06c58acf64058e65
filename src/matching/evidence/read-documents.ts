import { rows, type EntityManager } from '../../database/index.ts';
import {
  seenLetters,
  unpackSeen,
  type RequirementKind,
  type RequirementSource,
  type SeenDocument,
} from '../../documents/index.ts';

/**
 * So many passages of a document are read as evidence, from its beginning: about six pages. What bounds the work
 * for a CV of sixty.
 */
export const PASSAGES_READ = 40;

/** A document as a model has read it. */
export interface ReadDocument extends SeenDocument {
  /** Which shares of the text were not read: it repeats itself, or is in no Latin script. */
  repeated: number;
  otherScript: number;
  /** Whether it is the present text that was read. */
  fresh: boolean;
}

/** A document that the model has not come to. */
const UNREAD: ReadDocument = {
  pooled: new Float32Array(),
  passages: [],
  repeated: 0,
  otherScript: 0,
  fresh: false,
};

/**
 * What was read of documents by a model. Each table is looked into once, and each column is handed over as one text:
 * of 120 documents, values of JSON took 2 ms more.
 */
export async function readDocuments(
  em: EntityManager,
  model: { id: string; dimensions: number },
  ids: readonly string[],
): Promise<(id: string) => ReadDocument> {
  const letters = seenLetters(model.dimensions, PASSAGES_READ);
  const [found] = await rows<
    Record<'present' | 'present_hash' | 'id' | 'hash' | 'left_out' | 'seen', string | null>
  >(
    em,
    `SELECT * FROM (
       SELECT string_agg(id::text, ',') AS present, string_agg(hash, ',') AS present_hash
       FROM documents WHERE id = ANY (?)
     ) AS present, (
       SELECT string_agg(document_id::text, ',') AS id, string_agg(hash, ',') AS hash,
         string_agg(repeated || ' ' || other_script, ',') AS left_out,
         string_agg(
           CASE WHEN octet_length(seen) > ${letters} THEN substring(seen FROM 1 FOR ${letters}) ELSE seen END, ',') AS seen
       FROM document_vectors WHERE document_id = ANY (?) AND model_id = ?
     ) AS made`,
    [ids, ids, model.id],
  );
  const listed = (column: keyof NonNullable<typeof found>) => found![column]?.split(',') ?? [];
  const presentHashes = listed('present_hash');
  const presentHashOf = new Map(listed('present').map((id, place) => [id, presentHashes[place]]));
  const [hashes, leftOut, seen] = [listed('hash'), listed('left_out'), listed('seen')];
  const read = new Map(
    listed('id').map((id, place): [string, ReadDocument] => {
      const [repeated, otherScript] = leftOut[place]!.split(' ').map(Number);
      return [
        id,
        {
          ...unpackSeen(seen[place]!, model.dimensions),
          repeated: repeated!,
          otherScript: otherScript!,
          fresh: hashes[place] === presentHashOf.get(id),
        },
      ];
    }),
  );
  return (id) => read.get(id) ?? UNREAD;
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
