import { joined, type Fragment } from '../../database/index.ts';
import type { Role } from '../../roles/index.ts';
import { belowFloorFor } from './permit-routes.ts';

/** When the work begins, `YYYY-MM-DD`: on the latest day that helps, or today where the role names none. */
export const beginsOn = ({ startBy }: Pick<Role, 'startBy'>, today: string): string => startBy ?? today;

/**
 * The roles as the conditions see them on a day: a table expression to stand in FROM as `roles`, with all columns of
 * the table and
 * - `begins_on`, the date on which the work begins,
 * - `below_floor_for`, the groups of citizenship for whom the salary lies below the floor of every work permit.
 *
 * They depend on the role and the day alone, so a ranking of talents computes them once. A statement that does not
 * name a column does not pay for it.
 */
export const rolesOn = (today: string): Fragment =>
  joined(
    [
      { sql: `(SELECT roles.*, coalesce(roles.start_by, ?::date) AS begins_on, `, parameters: [today] },
      belowFloorFor(today),
      { sql: ` AS below_floor_for FROM roles)`, parameters: [] },
    ],
    '',
  );
