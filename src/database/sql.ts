import type { EntityName } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/**
 * Runs one statement inside the entity manager's transaction, if it has one, and returns its rows with the
 * column names as the statement spells them. Each `?` stands for a bound parameter: the values are never
 * part of the text. (MikroORM's own `execute` writes them into the text, and arrays as bare lists.)
 */
export async function rows<Row extends object>(
  em: EntityManager,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  let place = 0;
  const numbered = statement.replaceAll('?', () => `$${++place}`);
  if (place !== parameters.length)
    throw new Error(`The statement has ${place} places for ${parameters.length} parameters`);
  const connection = em.getConnection();
  await connection.ensureConnection();
  const client = (em.getTransactionContext() ?? connection.getClient()) as ReturnType<
    typeof connection.getClient
  >;
  const result = await client.executeQuery<Row>(CompiledQuery.raw(numbered, [...parameters]));
  return result.rows;
}

/**
 * The rows of a statement that reads, as one value of JSON: for many rows, of which the embedded engine and the program
 * take 7 µs each to hand over one by one. Instants and long integers come as JSON has them, NaN as a text.
 */
export async function rowsAtOnce<Row extends object>(
  em: EntityManager,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const [read] = await rows<{ found: string | null }>(
    em,
    `SELECT json_agg(own)::text AS found FROM (${statement}) AS own`,
    parameters,
  );
  return JSON.parse(read?.found ?? '[]') as Row[];
}

/**
 * The columns of a statement that reads, each as one text that is taken apart here: for long texts and many rows, of
 * which JSON takes twice as long. What stands in them is no NULL and has no comma.
 */
export async function columnsAtOnce<Column extends string>(
  em: EntityManager,
  columns: readonly Column[],
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<Record<Column, string[]>> {
  const [read] = await rows<Record<Column, string | null>>(
    em,
    `SELECT ${columns.map((column) => `string_agg("${column}"::text, ',') AS "${column}"`).join(', ')}
     FROM (${statement}) AS own`,
    parameters,
  );
  const listed = columns.map((column) => read?.[column]?.split(',') ?? []);
  if (new Set(listed.map(({ length }) => length)).size > 1)
    throw new Error(`A NULL or a comma stands in one of the columns ${columns.join(', ')}`);
  return Object.fromEntries(columns.map((column, place) => [column, listed[place]])) as unknown as Record<
    Column,
    string[]
  >;
}

/** Part of a statement with the values of its `?` placeholders, in order. */
export interface Fragment {
  sql: string;
  parameters: readonly unknown[];
}

/** Puts fragments together with a word between them: `joined([a, b], ' AND ')`. */
export function joined(fragments: readonly Fragment[], separator: string): Fragment {
  return {
    sql: fragments.map(({ sql }) => sql).join(separator),
    parameters: fragments.flatMap(({ parameters }) => parameters),
  };
}

/** A vector in pgvector's text form: `[0.1,0.2]`. */
export const vectorText = (vector: ArrayLike<number>): string => `[${Array.from(vector).join(',')}]`;

/** A text as a literal, for statements that define things and so take no parameters. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Rows by primary key as plain objects with the entity's property names: for many rows that are only read. They take a
 * quarter of the time of as many entities; instants come as ISO 8601 texts.
 */
export const plainRows = <Entity extends { id: string }>(
  em: EntityManager,
  entity: EntityName<Entity>,
  ids: readonly string[],
): Promise<Entity[]> => plainRowsWhere(em, entity, { sql: 'id = ANY (?)', parameters: [ids] });

/** The same of rows that meet a condition, in an order that may stand behind it. */
export function plainRowsWhere<Entity extends { id: string }>(
  em: EntityManager,
  entity: EntityName<Entity>,
  { sql, parameters }: Fragment,
): Promise<Entity[]> {
  const { tableName, props } = em.getMetadata().get(entity);
  const columns = props.map(({ name, fieldNames }) => `"${fieldNames[0]}" AS "${name}"`);
  return rowsAtOnce(em, `SELECT ${columns.join(', ')} FROM "${tableName}" WHERE ${sql}`, parameters);
}
