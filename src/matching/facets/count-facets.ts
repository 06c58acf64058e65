import { levelRank, LANGUAGE_LEVELS, type LanguageLevel } from '../../kernel/index.ts';

/** A value of a facet, and how many a ranking would have left to choose from if it were narrowed by it. */
export interface Counted<Value> {
  value: Value;
  count: number;
}

/** The most values that a facet lists: the commonest. */
export const LONGEST_FACET = 100;

/** So many rows with the same values of the columns that are counted. */
export type Group<Column extends string> = Record<Column, string | null> & { count: number };

/**
 * Counts the values of one column over groups of rows, under every chosen value but the column's own: beside a chosen
 * country stands how many there are in each other one, so that it can be changed without being taken away first.
 * Rows without a value are in no count of the column.
 */
export function facetOf<Column extends string>(
  groups: readonly Group<Column>[],
  column: Column,
  chosen: Partial<Record<Column, string | null | undefined>>,
): Counted<string>[] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const value = group[column];
    if (value !== null && fits(group, chosen, column))
      counts.set(value, (counts.get(value) ?? 0) + group.count);
  }
  return commonest([...counts].map(([value, count]) => ({ value, count })));
}

/** How many fit every chosen value. */
export const totalOf = <Column extends string>(
  groups: readonly Group<Column>[],
  chosen: Partial<Record<Column, string | null | undefined>>,
): number => groups.filter((group) => fits(group, chosen)).reduce((total, { count }) => total + count, 0);

const fits = <Column extends string>(
  group: Group<Column>,
  chosen: Partial<Record<Column, string | null | undefined>>,
  but?: Column,
): boolean =>
  Object.entries<string | null | undefined>(chosen).every(
    ([column, value]) => column === but || value == null || group[column as Column] === value,
  );

/** Most first, equals by their value. */
export const commonest = <Value>(values: readonly Counted<Value>[]): Counted<Value>[] =>
  values
    .toSorted((one, other) => other.count - one.count || (keyOf(one.value) < keyOf(other.value) ? -1 : 1))
    .slice(0, LONGEST_FACET);

const keyOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A language at a level or above. */
export interface SpokenAt {
  language: string;
  level: LanguageLevel;
}

/**
 * How many speak each language at each level or above, from how many speak it at exactly that level: what narrowing
 * by it would leave.
 */
export function spokenAtLeast(
  exactly: readonly { language: string; level: LanguageLevel; count: number }[],
): Counted<SpokenAt>[] {
  const byLanguage = Map.groupBy(exactly, ({ language }) => language);
  return commonest(
    [...byLanguage].flatMap(([language, levels]) =>
      LANGUAGE_LEVELS.flatMap((level) => {
        const reaching = levels.filter((one) => levelRank(one.level) >= levelRank(level));
        const count = reaching.reduce((sum, one) => sum + one.count, 0);
        return count === 0 ? [] : [{ value: { language, level }, count }];
      }),
    ),
  );
}
