import { consentStands } from '../access/index.ts';
import { joined, literal, rowsAtOnce, type EntityManager, type Fragment } from '../database/index.ts';
import { indexedVector, type EmbeddingModel } from '../documents/index.ts';
import { NO_CONDITION_FAILS, rolesOn } from './conditions/index.ts';

/** From which side a ranking is asked for. */
export type Direction = 'CANDIDATES' | 'ROLES';

/** How many each of the three retrievers puts forward; the ranking is made of their union, and ends with it. */
export const RETRIEVED = 70;

/** One who was put forward, with what the retrievers know. */
export interface Retrieved {
  id: string;
  /** Sum of weight times rarity of the search words found. */
  found: number;
  /** The same over all search words of the role. */
  sought: number;
  /** Sum of weight times rarity of the role's concepts that the CV names, too. */
  shared: number;
  /** The same over all concepts of the role. */
  named: number;
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
export function retrieve(em: EntityManager, search: Search): Promise<Retrieved[]> {
  const { sql, parameters } = retrievalStatement(search);
  return rowsAtOnce(em, sql, parameters);
}

/** What the retrievers know of these counterparts, whether they would put them forward or not. */
export function retrieveThese(
  em: EntityManager,
  search: Pick<Search, 'direction' | 'id'>,
  ids: readonly string[],
): Promise<Retrieved[]> {
  const { sql, parameters } = joined(
    [
      { sql: 'WITH ', parameters: [] },
      joined(
        [
          sharedOf(search),
          {
            sql: `forward AS MATERIALIZED (
                SELECT given.id, max(found) AS found, max(shared) AS shared FROM (
                  SELECT id, 0 AS found, 0 AS shared FROM unnest(?::uuid[]) AS these (id)
                  UNION ALL SELECT id, found, 0 FROM worded UNION ALL SELECT id, 0, shared FROM akin) AS given
                WHERE given.id = ANY (?) GROUP BY given.id)`,
            parameters: [ids, ids],
          },
        ],
        ', ',
      ),
      figuresOf(search),
    ],
    ' ',
  );
  return rowsAtOnce(em, sql, parameters);
}

/**
 * One statement for the nearest by pooled vector (HNSW), those with the most of the search words, and those who share
 * the most concepts, all among the eligible only; with the exact figures of each retriever for every one of them.
 *
 * The conditions stand in a subquery that `OFFSET 0` keeps from becoming a join: the planner, which on the embedded
 * engine has no statistics until someone asks for ANALYZE, else reads all talents and sorts them (130 ms instead
 * of 5 with 32,000). For the same reason all else is looked up by primary key.
 */
export function retrievalStatement(search: Search): Fragment {
  const { id, model, direction, today } = search;
  const { asks, mayAsk, kind } = SIDES[direction];
  const eligible = eligibleOf(search);
  const top = (name: string, from: string, by: string): Fragment =>
    joined(
      [
        {
          sql: `${name} AS MATERIALIZED (
            SELECT candidate.id FROM (SELECT * FROM ${from} ORDER BY ${by} DESC, id OFFSET 0) AS candidate WHERE `,
          parameters: [],
        },
        eligible,
        { sql: ` ORDER BY candidate.${by} DESC, candidate.id LIMIT ${RETRIEVED})`, parameters: [] },
      ],
      '',
    );
  return joined(
    [
      { sql: 'WITH subject AS MATERIALIZED (SELECT * FROM ', parameters: [] },
      rowsOf(asks, today),
      { sql: ` WHERE id = ? AND `, parameters: [id] },
      mayAsk,
      { sql: '), ', parameters: [] },
      joined(
        [
          askedOf(search),
          joined(
            [
              {
                sql: `near AS MATERIALIZED (
                  SELECT made.document_id AS id
                  FROM document_vectors AS made, LATERAL (SELECT made.document_id AS id) AS candidate
                  WHERE made.model_id = ${literal(model.id)} AND made.kind = '${kind}' AND `,
                parameters: [],
              },
              eligible,
              {
                sql: ` ORDER BY ${indexedVector('made', model.dimensions)} <=> (SELECT vector FROM asked) LIMIT ${RETRIEVED})`,
                parameters: [],
              },
            ],
            '',
          ),
          sharedOf(search),
          top('heard', 'worded', 'found'),
          top('linked', 'akin', 'shared'),
          {
            sql: `forward AS MATERIALIZED (
              SELECT id, max(found) AS found, max(shared) AS shared FROM (
                SELECT id, 0 AS found, 0 AS shared, true AS chosen FROM near
                UNION ALL SELECT id, 0, 0, true FROM heard
                UNION ALL SELECT id, 0, 0, true FROM linked
                UNION ALL SELECT id, found, 0, false FROM worded
                UNION ALL SELECT id, 0, shared, false FROM akin) AS given
              GROUP BY id HAVING bool_or(chosen))`,
            parameters: [],
          },
        ],
        ', ',
      ),
      figuresOf(search),
    ],
    '',
  );
}

/** The vector of the one who asks. */
const askedOf = ({ id, model }: Pick<Search, 'id' | 'model'>): Fragment => ({
  sql: `asked AS MATERIALIZED (
    SELECT ${indexedVector('made', model.dimensions)} AS vector
    FROM document_vectors AS made WHERE made.document_id = ? AND made.model_id = ?)`,
  parameters: [id, model.id],
});

/** All counterparts with a word or a concept in common. */
const sharedOf = ({ direction, id }: Pick<Search, 'direction' | 'id'>): Fragment => ({
  sql: `worded AS MATERIALIZED (${WORDED[direction]}), akin AS MATERIALIZED (${AKIN[direction]})`,
  parameters: [id, id],
});

/** What is known of each of those put forward. */
function figuresOf({ direction, id }: Pick<Search, 'direction' | 'id'>): Fragment {
  const role = direction === 'CANDIDATES' ? '?' : 'forward.id';
  return {
    sql: ` SELECT forward.id, forward.found, forward.shared,
        coalesce((SELECT sum(weight * rarity) FROM search_terms WHERE document_id = ${role}), 0) AS sought,
        coalesce((SELECT sum(weight * rarity) FROM sought_concepts WHERE document_id = ${role}), 0) AS named
      FROM forward`,
    parameters: direction === 'CANDIDATES' ? [id, id] : [],
  };
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

/** Concepts of a role named in CVs, by the index of the CVs' keys; or the reverse. */
const AKIN: Record<Direction, string> = {
  CANDIDATES: `
    SELECT cvs.id, sum(sought.weight * sought.rarity) AS shared
    FROM sought_concepts AS sought, LATERAL (
      SELECT cv.document_id AS id FROM linked_documents AS cv
      WHERE cv.kind = 'CV' AND cv.keys @> ARRAY[sought.key] OFFSET 0
    ) AS cvs
    WHERE sought.document_id = ? AND sought.rarity > 0
    GROUP BY cvs.id`,
  ROLES: `
    SELECT sought.document_id AS id, sum(sought.weight * sought.rarity) AS shared
    FROM sought_concepts AS sought
    WHERE sought.key IN (SELECT unnest(keys) FROM linked_documents WHERE document_id = ?) AND sought.rarity > 0
    GROUP BY sought.document_id`,
};

/**
 * Whether `candidate.id` may be put before the subject: it is there, and no condition between the two fails. Talents
 * are compared with values of the role that are looked up once: joined with its row, each comparison took half as long
 * again, and of hundreds a retrieval is made (19 → 15 ms for the whole statement, 53 → 38 for the slowest twentieth).
 */
function eligibleOf({ direction, today, narrowing, excludeFailed }: Search): Fragment {
  const { asks, sought, mayBe } = SIDES[direction];
  const { sql, parameters } = rowsOf(sought, today);
  const given: Fragment =
    direction === 'CANDIDATES'
      ? { sql: `EXISTS (SELECT FROM ${sql} WHERE EXISTS (SELECT FROM subject) AND`, parameters }
      : { sql: `EXISTS (SELECT FROM ${sql}, subject AS ${asks} WHERE`, parameters };
  const noneFails =
    direction === 'CANDIDATES'
      ? NO_CONDITION_FAILS.replaceAll(/\broles\.(\w+)/g, '(SELECT $1 FROM subject)')
      : NO_CONDITION_FAILS;
  return joined(
    [
      joined([given, { sql: `${sought}.id = candidate.id`, parameters: [] }], ' '),
      mayBe,
      ...narrowing,
      ...(excludeFailed ? [{ sql: noneFails, parameters: [] }] : []),
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
