import { rows, type EntityManager } from '../../database/index.ts';
import { PRINTS, type RequirementKind, type RequirementSource } from '../../documents/index.ts';
import type { SeenPassage } from './nearest.ts';

/**
 * So many passages of a document are read as evidence, from its beginning: about six pages. What bounds the work
 * for a CV of sixty.
 */
export const PASSAGES_READ = 40;

const PRINT_BYTES = 4 * PRINTS;
const PLACE_BYTES = 8;

/**
 * The passages of documents by a model, in one value: as rows they took three times as long. In the order of the
 * identifiers given.
 */
export async function readPassages(
  em: EntityManager,
  model: { id: string; dimensions: number },
  ids: readonly string[],
): Promise<SeenPassage[][]> {
  const [read] = await rows<{ counts: string | null; bytes: string | null }>(
    em,
    `SELECT string_agg(own.count::text, ',' ORDER BY given.place) AS counts,
       encode(string_agg(own.bytes, ''::bytea ORDER BY given.place), 'base64') AS bytes
     FROM unnest(?::uuid[]) WITH ORDINALITY AS given (id, place), LATERAL (
       SELECT count(*) AS count,
         coalesce(
           string_agg(vector || prints || int4send("start") || int4send("end"), ''::bytea ORDER BY ordinal), '') AS bytes
       FROM (SELECT * FROM passages WHERE document_id = given.id AND model_id = ?
             ORDER BY ordinal LIMIT ${PASSAGES_READ}) AS first
     ) AS own`,
    [ids, model.id],
  );
  const bytes = Buffer.from(read?.bytes ?? '', 'base64');
  let at = 0;
  return (read?.counts ?? '').split(',').map((count) =>
    Array.from({ length: Number(count) }, () => {
      const from = at;
      const printsFrom = from + model.dimensions;
      const placeFrom = printsFrom + PRINT_BYTES;
      at = placeFrom + PLACE_BYTES;
      const prints = new Uint32Array(PRINTS);
      for (let i = 0; i < PRINTS; i += 1) prints[i] = bytes.readUInt32LE(printsFrom + 4 * i);
      const start = bytes.readInt32BE(placeFrom);
      return {
        vector: new Int8Array(bytes.buffer, bytes.byteOffset + from, model.dimensions),
        prints,
        start,
        length: bytes.readInt32BE(placeFrom + 4) - start,
      };
    }),
  );
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
