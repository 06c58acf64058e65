import { consentStands } from '../access/index.ts';
import { joined, rows, type EntityManager, type Fragment } from '../database/index.ts';
import { indexedVector, type EmbeddingModel } from '../documents/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import { NO_CONDITION_FAILS, rolesOn } from './conditions/index.ts';

/** From which side a ranking is asked for. */
export type Direction = 'CANDIDATES' | 'ROLES';

/**
 * How many each retriever puts forward; the ranking is made of their union, and ends with it. With 200 a ranking
 * of 32,000 takes half as long again.
 */
export const RETRIEVED = 100;

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
  /** Narrows the counterparts: conditions over `talents` and `roles`. */
  narrowing: readonly Fragment[];
  /** The calendar date, `YYYY-MM-DD`, of which the conditions are judged. */
  today: string;
  /** Whether counterparts with a failed condition are left out. */
  excludeFailed: boolean;
}

/** Nobody is ranked who has left or has not consented. */
export const ELIGIBLE_TALENT: Fragment = joined(
  [{ sql: 'talents.withdrawn_at IS NULL', parameters: [] }, consentStands('talents.id', 'MATCHING')],
  ' AND ',
);

/** Nor for a role that is closed, or whose employer has left. */
export const ELIGIBLE_ROLE: Fragment = {
  sql: `roles.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM organisations WHERE id = roles.employer_id AND withdrawn_at IS NOT NULL)`,
  parameters: [],
};

/** What differs between the two directions: who asks, and who is sought. */
const SIDES = {
  CANDIDATES: { asks: 'roles', mayAsk: ELIGIBLE_ROLE, sought: 'talents', mayBe: ELIGIBLE_TALENT, kind: 'CV' },
  ROLES: { asks: 'talents', mayAsk: ELIGIBLE_TALENT, sought: 'roles', mayBe: ELIGIBLE_ROLE, kind: 'JOB' },
} as const;

/** Puts counterparts forward: see `retrievalStatement`. */
export async function retrieve(em: EntityManager, search: Search): Promise<Retrieved[]> {
  const { sql, parameters } = retrievalStatement(search);
  const found = await rows<Retrieved>(em, sql, parameters);
  return found.map((row) => ({
    ...row,
    cosine: row.cosine === null ? null : Number(row.cosine),
    found: Number(row.found),
    sought: Number(row.sought ?? 0),
  }));
}

/**
 * One statement for the nearest by pooled vector (HNSW) and those with the most of the search words, both among the
 * eligible only; with exact cosine and word score for every one of them.
 *
 * The conditions stand in a subquery that `OFFSET 0` keeps from becoming a join: the planner, which on the embedded
 * engine has no statistics until someone asks for ANALYZE, else reads all talents and sorts them (130 ms instead
 * of 5 with 32,000). For the same reason all else is looked up by primary key.
 */
export function retrievalStatement(search: Search): Fragment {
  const { id, model, direction, today } = search;
  const { asks, mayAsk, kind } = SIDES[direction];
  const eligible = eligibleOf(search);
  const distance = `${indexedVector('made', model.dimensions)} <=> (SELECT vector FROM asked)`;
  return joined(
    [
      { sql: 'WITH subject AS MATERIALIZED (SELECT * FROM ', parameters: [] },
      rowsOf(asks, today),
      { sql: ` WHERE id = ? AND `, parameters: [id] },
      mayAsk,
      {
        sql: `), asked AS MATERIALIZED (
          SELECT ${indexedVector('made', model.dimensions)} AS vector
          FROM document_vectors AS made WHERE made.document_id = ? AND made.model_id = ?
        ), near AS MATERIALIZED (
          SELECT made.document_id AS id
          FROM document_vectors AS made, LATERAL (SELECT made.document_id AS id) AS candidate
          WHERE made.model_id = ? AND made.kind = '${kind}' AND `,
        parameters: [id, model.id, model.id],
      },
      eligible,
      {
        sql: ` ORDER BY ${distance} LIMIT ${RETRIEVED}
        ), worded AS MATERIALIZED (${WORDED[direction]}
        ), heard AS MATERIALIZED (
          SELECT candidate.id, candidate.found
          FROM (SELECT * FROM worded ORDER BY found DESC, id OFFSET 0) AS candidate
          WHERE `,
        parameters: [id],
      },
      eligible,
      {
        sql: ` ORDER BY candidate.found DESC, candidate.id LIMIT ${RETRIEVED}
        ), forward AS MATERIALIZED (
          SELECT id, max(found) AS found FROM (
            SELECT id, 0 AS found, true AS chosen FROM near
            UNION ALL SELECT id, found, true FROM heard
            UNION ALL SELECT id, found, false FROM worded) AS named
          GROUP BY id HAVING bool_or(chosen)
        )
        SELECT forward.id, forward.found, ${SOUGHT[direction]} AS sought,
          (SELECT language FROM documents WHERE documents.id = forward.id) AS language,
          (SELECT 1 - (${distance}) FROM document_vectors AS made
           WHERE made.document_id = forward.id AND made.model_id = ?) AS cosine
        FROM forward`,
        parameters: [...(direction === 'CANDIDATES' ? [id] : []), model.id],
      },
    ],
    '',
  );
}

/** Search words of a role found in CVs, by the index of the CVs' words; or the reverse, by the index of stems. */
const WORDED: Record<Direction, string> = {
  CANDIDATES: `
    SELECT cvs.id, sum(terms.weight * terms.rarity) AS found
    FROM search_terms AS terms, LATERAL (
      SELECT documents.id FROM documents WHERE documents.kind = 'CV' AND documents.search @@ terms.query OFFSET 0
    ) AS cvs
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

/** Whether `candidate.id` may be put before the subject: it is there, and no condition between the two fails. */
function eligibleOf({ direction, today, narrowing, excludeFailed }: Search): Fragment {
  const { asks, sought, mayBe } = SIDES[direction];
  const { sql, parameters } = rowsOf(sought, today);
  return joined(
    [
      {
        sql: `EXISTS (SELECT FROM ${sql}, subject AS ${asks} WHERE ${sought}.id = candidate.id`,
        parameters,
      },
      mayBe,
      ...narrowing,
      ...(excludeFailed ? [{ sql: NO_CONDITION_FAILS, parameters: [] }] : []),
      { sql: 'true OFFSET 0)', parameters: [] },
    ],
    '\n AND ',
  );
}

/** The rows of a side under its own name, those of roles with what the conditions need to know of them. */
function rowsOf(side: 'roles' | 'talents', today: string): Fragment {
  return side === 'talents'
    ? { sql: side, parameters: [] }
    : joined([rolesOn(today), { sql: 'AS roles', parameters: [] }], ' ');
}
