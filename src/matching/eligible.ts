import { consentStands } from '../access/index.ts';
import { columnsAtOnce, joined, type EntityManager, type Fragment } from '../database/index.ts';
import type { EmbeddingModel } from '../documents/index.ts';
import { NO_CONDITION_FAILS, rolesOn } from './conditions/index.ts';

/** From which side a ranking is asked for. */
export type Direction = 'CANDIDATES' | 'ROLES';

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
export const SIDES = {
  CANDIDATES: { asks: 'roles', mayAsk: ELIGIBLE_ROLE, sought: 'talents', mayBe: ELIGIBLE_TALENT, kind: 'CV' },
  ROLES: { asks: 'talents', mayAsk: ELIGIBLE_TALENT, sought: 'roles', mayBe: ELIGIBLE_ROLE, kind: 'JOB' },
} as const;

/** The one who asks, as `WITH` has it, if they may ask: `eligibleOf` compares with it. */
export function subjectRow({ direction, id, today }: Search): Fragment {
  const { asks, mayAsk } = SIDES[direction];
  return joined(
    [
      { sql: 'subject AS MATERIALIZED (SELECT * FROM', parameters: [] },
      rowsOf(asks, today),
      { sql: `WHERE id = ? AND`, parameters: [id] },
      mayAsk,
      { sql: ')', parameters: [] },
    ],
    ' ',
  );
}

/**
 * Whether `candidate.id` may be put before the subject. `OFFSET 0` keeps it from becoming a join: the planner, which on
 * the embedded engine has no statistics until many texts were read, else reads all talents and sorts them (130 ms
 * instead of 5 with 32,000).
 */
export const eligibleOf = (search: Search): Fragment =>
  joined(
    [
      { sql: 'EXISTS (', parameters: [] },
      eligibleRows(search, { sql: '= candidate.id', parameters: [] }),
      { sql: ' OFFSET 0)', parameters: [] },
    ],
    '',
  );

/** Those of these counterparts who are eligible, in no order. */
export async function eligibleAmong(
  em: EntityManager,
  search: Search,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { sql, parameters } = joined(
    [
      { sql: 'WITH', parameters: [] },
      subjectRow(search),
      eligibleRows(search, { sql: '= ANY (?)', parameters: [ids] }),
    ],
    ' ',
  );
  return new Set((await columnsAtOnce(em, ['id'], sql, parameters)).id);
}

/**
 * The counterparts of whom none of the conditions between them and the subject fails. Talents are compared with values
 * of the role that are looked up once: joined with its row, each comparison took half as long again, and of hundreds a
 * retrieval is made (19 → 15 ms for them, 53 → 38 for the slowest twentieth).
 * @param which narrows their identifiers.
 */
function eligibleRows({ direction, today, narrowing, excludeFailed }: Search, which: Fragment): Fragment {
  const { asks, sought, mayBe } = SIDES[direction];
  const { sql, parameters } = rowsOf(sought, today);
  const given =
    direction === 'CANDIDATES'
      ? `SELECT talents.id FROM ${sql} WHERE EXISTS (SELECT FROM subject)`
      : `SELECT roles.id FROM ${sql}, subject AS ${asks} WHERE true`;
  const noneFails =
    direction === 'CANDIDATES'
      ? NO_CONDITION_FAILS.replaceAll(/\broles\.(\w+)/g, '(SELECT $1 FROM subject)')
      : NO_CONDITION_FAILS;
  return joined(
    [
      { sql: given, parameters },
      joined([{ sql: `${sought}.id`, parameters: [] }, which], ' '),
      mayBe,
      ...narrowing,
      ...(excludeFailed ? [{ sql: noneFails, parameters: [] }] : []),
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
