import { joined, literal, type Fragment } from '../../../src/database/index.ts';
import { indexedVector, type EmbeddingModel, type ModelIdentity } from '../../../src/documents/index.ts';
import { NO_CONDITION_FAILS, rolesOn } from '../../../src/matching/conditions/index.ts';
import { nearestByIndex } from '../../../src/matching/by-index.ts';
import {
  ELIGIBLE_ROLE,
  ELIGIBLE_TALENT,
  eligibleOf,
  subjectRow,
  type Search,
} from '../../../src/matching/eligible.ts';
import { AKIN, RETRIEVED, WORDED } from '../../../src/matching/retrieval.ts';

/** So many candidates make a page, and a measured neighbourhood. */
export const TOP = 50;

/** The day of which the bare statements judge the conditions. */
const TODAY = '2026-11-22';

/** With what the bare statement narrows: nothing, or everything that Tandem's ranking does by default. */
export const NARROWINGS = ['nothing', 'conditions'] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/**
 * The nearest CVs to a role in one bare statement: what any program on the same database has to pay for a
 * ranking. `nothing` lets HNSW alone decide; `conditions` adds consent and the hard conditions.
 */
export function nearest(model: ModelIdentity, roleId: string, narrowing: Narrowing): Fragment {
  const made = indexedVector('made', model.dimensions);
  const role = indexedVector('role', model.dimensions);
  const distance = {
    sql: `${made} <=> (SELECT ${role} FROM document_vectors AS role WHERE role.document_id = ? AND role.model_id = ?)`,
    parameters: [roleId, model.id],
  };
  const conditions: Fragment[] =
    narrowing === 'nothing'
      ? []
      : [
          { sql: ' AND ', parameters: [] },
          joined([ELIGIBLE_TALENT, ELIGIBLE_ROLE, { sql: NO_CONDITION_FAILS, parameters: [] }], ' AND '),
        ];
  const both: Fragment[] =
    narrowing === 'nothing'
      ? []
      : [
          { sql: ' JOIN talents ON talents.id = made.document_id JOIN ', parameters: [] },
          rolesOn(TODAY),
          { sql: ` AS roles ON roles.id = ${literal(roleId)}`, parameters: [] },
        ];
  return joined(
    [
      { sql: 'SELECT made.document_id AS id, ', parameters: [] },
      distance,
      {
        sql: ' AS distance FROM document_vectors AS made',
        parameters: [],
      },
      ...both,
      { sql: ` WHERE made.model_id = ${literal(model.id)} AND made.kind = 'CV'`, parameters: [] },
      ...conditions,
      { sql: ' ORDER BY ', parameters: [] },
      distance,
      { sql: ` LIMIT ${TOP}`, parameters: [] },
    ],
    '',
  );
}

/**
 * The first candidates by vectors and words, with consent and the hard conditions, and their rows: the question
 * that a ranking answers, put to the database alone.
 */
export function ranked(model: EmbeddingModel, roleId: string): Fragment {
  const forward = putForward(searchOf(model, roleId));
  return joined(
    [
      {
        sql: 'SELECT forward.id, near.distance, to_jsonb(talents) AS talent FROM (',
        parameters: [],
      },
      forward,
      {
        sql: `) AS forward JOIN talents ON talents.id = forward.id, LATERAL (
            SELECT made.vector <=> (SELECT vector FROM document_vectors WHERE document_id = ? AND model_id = ?) AS distance
            FROM document_vectors AS made WHERE made.document_id = forward.id AND made.model_id = ? OFFSET 0) AS near
          ORDER BY 0.7 * near.distance - 0.3 * coalesce(forward.found / nullif(forward.sought, 0), 0) LIMIT ${TOP}`,
        parameters: [roleId, model.id, model.id],
      },
    ],
    '',
  );
}

/** What a ranking for the role looks for. */
export const searchOf = (model: EmbeddingModel, roleId: string): Search => ({
  direction: 'CANDIDATES',
  id: roleId,
  model,
  narrowing: [],
  today: TODAY,
  excludeFailed: true,
});

/** Those whom each of the retrievers puts forward, with its figures, in one statement. */
function putForward(search: Search): Fragment {
  const eligible = eligibleOf(search);
  const top = (name: string, from: string, by: string): Fragment =>
    joined(
      [
        {
          sql: `${name} AS MATERIALIZED (
            SELECT candidate.id FROM (SELECT * FROM ${from} ORDER BY ${by} DESC, id OFFSET 0) AS candidate WHERE`,
          parameters: [],
        },
        eligible,
        { sql: `ORDER BY candidate.${by} DESC, candidate.id LIMIT ${RETRIEVED})`, parameters: [] },
      ],
      ' ',
    );
  return joined(
    [
      { sql: 'WITH', parameters: [] },
      joined(
        [
          subjectRow(search),
          joined(
            [
              { sql: 'near AS MATERIALIZED (', parameters: [] },
              nearestByIndex(search, RETRIEVED),
              { sql: ')', parameters: [] },
            ],
            '',
          ),
          {
            sql: `worded (id, found) AS MATERIALIZED (${WORDED.CANDIDATES}),
              akin (id, shared) AS MATERIALIZED (${AKIN.CANDIDATES})`,
            parameters: [search.id, search.id],
          },
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
      {
        sql: `SELECT forward.id, forward.found, forward.shared,
            coalesce((SELECT sum(weight * rarity) FROM search_terms WHERE document_id = ?), 0) AS sought,
            coalesce((SELECT sum(weight * rarity) FROM sought_concepts WHERE document_id = ?), 0) AS named
          FROM forward`,
        parameters: [search.id, search.id],
      },
    ],
    ' ',
  );
}

/** What the ranking is asked for: every field that a page of candidates shows, with the evidence for each. */
export const RANKED_CANDIDATES = `query RankedCandidates($roleId: ID!) {
  rankedCandidates(roleId: $roleId, first: ${TOP}) {
    considered modelId
    pageInfo { hasNextPage endCursor }
    edges {
      cursor
      node {
        score
        parts { vector text concepts evidence conditions wishes }
        conditions { condition verdict reason }
        evidence { requirement { kind source item text start end } passage { start end } similarity strength }
        talent {
          id country region citizenship rightToWorkIn segment earliestStart relocate
          languages { language level } wishedRegions wishedEngagements household { partner children }
        }
      }
    }
  }
}`;
