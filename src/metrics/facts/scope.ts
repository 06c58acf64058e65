import { isRegionCode } from '../../kernel/index.ts';
import type { Fragment } from '../../database/index.ts';

/** What a report is about: occasions and campaigns, all of them or what one employer has in them. */
export interface Scope {
  occasionIds: readonly string[];
  campaignIds: readonly string[];
  /** The employer whose part it is; null for the whole. */
  employerId: string | null;
}

/** A country or one of its regions: ISO 3166-1 alpha-2, or ISO 3166-2. */
export type Territory = string;

/** A condition over the columns `country` and `region` of a table. */
export const inTerritory = (table: 'roles' | 'organisations', territory: Territory): Fragment =>
  isRegionCode(territory)
    ? {
        sql: `${table}.country = ? AND ${table}.region = ?`,
        parameters: [territory.slice(0, 2), territory],
      }
    : { sql: `${table}.country = ?`, parameters: [territory] };

/** An instant in a statement as milliseconds since 1970: the engines give instants in types of their own. */
export const milliseconds = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;
