import { consentStands } from '../access/index.ts';
import { joined, rows, vectorText, type EntityManager, type Fragment } from '../database/index.ts';
import { indexedVector, type EmbeddingModel } from '../documents/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import { NO_CONDITION_FAILS } from './conditions/index.ts';

/** From which side a ranking is asked for. */
export type Direction = 'CANDIDATES' | 'ROLES';

/** How many each retriever puts forward; the ranking is made of their union. */
export const RETRIEVED = 200;

/** One who was put forward, with what the retrievers know. */
export interface Retrieved {
  id: string;
  language: TextLanguage;
  /** Cosine of the pooled vectors; null while the text has no vector by the serving model. */
  cosine: number | null;
  /** Sum of weight times rarity of the search words found. */
  found: number;
  /** The same over all search words of the role. */
  sought: number;
}

/** Whose counterparts are sought, and which of them count. */
export interface Search {
  direction: Direction;
  /** The role's identifier for candidates, the talent's for roles. */
  id: string;
  model: EmbeddingModel;
  vector: ArrayLike<number>;
  /** Narrows the counterparts: conditions over `talents` and `roles`. */
  narrowing: readonly Fragment[];
  /** Whether counterparts with a failed condition are left out. */
  excludeFailed: boolean;
}

/** Tables and words that differ between the two directions. */
const SIDES = {
  CANDIDATES: { subject: 'roles', sought: 'talents', kind: 'CV' },
  ROLES: { subject: 'talents', sought: 'roles', kind: 'JOB' },
} as const;

/**
 * Puts counterparts forward, in one statement: the nearest by pooled vector (HNSW), and those with the most of
 * the search words, both among the eligible only; with exact cosine and word score for every one of them.
 */
export async function retrieve(em: EntityManager, search: Search): Promise<Retrieved[]> {
  const { subject, sought, kind } = SIDES[search.direction];
  const pair = pairOf(search);
  const distance = `${indexedVector('made', search.model.dimensions)} <=> '${vectorText(search.vector)}'::vector(${search.model.dimensions})`;
  const worded = WORDED[search.direction];
  const statement = joined(
    [
      {
        sql: `WITH near AS MATERIALIZED (
          SELECT made.document_id AS id
          FROM document_vectors AS made
            JOIN ${sought} ON ${sought}.id = made.document_id
            JOIN ${subject} ON ${subject}.id = ?
          WHERE made.model_id = ? AND made.kind = '${kind}' AND `,
        parameters: [search.id, search.model.id],
      },
      pair,
      {
        sql: ` ORDER BY ${distance} LIMIT ${RETRIEVED}
        ), worded AS MATERIALIZED (${worded}
        ), heard AS (
          SELECT worded.id
          FROM worded
            JOIN ${sought} ON ${sought}.id = worded.id
            JOIN ${subject} ON ${subject}.id = ?
          WHERE `,
        parameters: [search.id, search.id],
      },
      pair,
      {
        sql: ` ORDER BY worded.found DESC, worded.id LIMIT ${RETRIEVED}
        ), forward AS (SELECT id FROM near UNION SELECT id FROM heard)
        SELECT forward.id, documents.language, 1 - (${distance}) AS cosine,
          coalesce(worded.found, 0) AS found, ${SOUGHT[search.direction]} AS sought
        FROM forward
          JOIN documents ON documents.id = forward.id
          LEFT JOIN worded ON worded.id = forward.id
          LEFT JOIN document_vectors AS made ON made.document_id = forward.id AND made.model_id = ?`,
        parameters: [...(search.direction === 'CANDIDATES' ? [search.id] : []), search.model.id],
      },
    ],
    '',
  );
  const found = await rows<Retrieved>(em, statement.sql, statement.parameters);
  return found.map((row) => ({
    ...row,
    cosine: row.cosine === null ? null : Number(row.cosine),
    found: Number(row.found),
    sought: Number(row.sought ?? 0),
  }));
}

/** Search words of a role found in CVs, by the index of the CVs' words; or the reverse, by the index of stems. */
const WORDED: Record<Direction, string> = {
  CANDIDATES: `
    SELECT cvs.id, sum(terms.weight * terms.rarity) AS found
    FROM search_terms AS terms
      JOIN documents AS cvs ON cvs.kind = 'CV' AND cvs.search @@ terms.query
    WHERE terms.document_id = ? AND terms.rarity > 0
    GROUP BY cvs.id`,
  ROLES: `
    SELECT terms.document_id AS id, sum(terms.weight * terms.rarity) AS found
    FROM search_terms AS terms
    WHERE terms.stems && (SELECT tsvector_to_array(search) FROM documents WHERE id = ?) AND terms.rarity > 0
    GROUP BY terms.document_id`,
};

const SOUGHT: Record<Direction, string> = {
  CANDIDATES: `(SELECT sum(weight * rarity) FROM search_terms WHERE document_id = ?)`,
  ROLES: `(SELECT sum(weight * rarity) FROM search_terms WHERE document_id = forward.id)`,
};

/** A condition over a row of `roles` and one of `talents`: both are there, consent stands, nothing excludes. */
function pairOf({ narrowing, excludeFailed }: Pick<Search, 'narrowing' | 'excludeFailed'>): Fragment {
  return joined(
    [ELIGIBLE, ...narrowing, ...(excludeFailed ? [{ sql: NO_CONDITION_FAILS, parameters: [] }] : [])],
    '\n AND ',
  );
}

/** Nobody is ranked who has left or has not consented, nor for a role that is closed. */
export const ELIGIBLE: Fragment = joined(
  [
    {
      sql: `talents.withdrawn_at IS NULL AND roles.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT FROM organisations WHERE id = roles.employer_id AND withdrawn_at IS NOT NULL)`,
      parameters: [],
    },
    consentStands('talents.id', 'MATCHING'),
  ],
  ' AND ',
);
