import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { columnsAtOnce, rows, type EntityManager } from '../../src/database/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService();

describe('statements that the engine keeps', () => {
  let em: EntityManager;
  const kept = async (inside = em, like = '%') =>
    Number(
      (
        await rows<{ n: unknown }>(
          inside,
          `SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE '${like}'`,
        )
      )[0]!.n,
    );
  beforeAll(async () => {
    em = tandem.service.database.em.fork() as EntityManager;
    await rows(em, `CREATE TABLE shelves (id integer PRIMARY KEY, label text, sizes integer[], since date)`);
  });
  afterAll(() => rows(em, `DROP TABLE shelves`));

  test('are those with parameters', async () => {
    await em.transactional(async (transaction) => {
      const inside = transaction as EntityManager;
      for (const n of [1, 2])
        expect(await rows(inside, `SELECT ?::integer AS given`, [n])).toEqual([{ given: n }]);
      await rows(inside, `SELECT 3 AS written`);
      expect(await kept(inside, '%AS given')).toBe(1);
      expect(await kept(inside, '%AS written')).toBe(0);
    });
  });

  test('take and give values of every kind, again and again', async () => {
    for (const id of [1, 2, 3]) {
      const label = id === 2 ? null : `the ${id}st "shelf", \\ and 'all'`;
      await rows(em, `INSERT INTO shelves VALUES (?, ?, ?, ?)`, [id, label, [id, 7], '2026-11-22']);
      expect(
        await rows(em, `SELECT label, sizes, since::text AS since FROM shelves WHERE id = ?`, [id]),
      ).toEqual([{ label, sizes: [id, 7], since: '2026-11-22' }]);
    }
    expect(await rows(em, `DELETE FROM shelves WHERE id = ANY (?) RETURNING id`, [[1, 2]])).toHaveLength(2);
  });

  test('take identifiers in any number, and refuse what is none', async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    const back = (given: readonly string[]) =>
      rows(em, `SELECT id::text FROM unnest(?::uuid[]) AS given (id)`, [given]);
    expect(await back(ids)).toEqual(ids.map((id) => ({ id })));
    expect(await back([])).toEqual([]);
    for (const none of [['nobody'], [ids[0]!, ids[1]!.slice(1)], [`${ids[0]!}0`, ids[1]!.slice(1)]])
      await expect(back(none)).rejects.toMatchObject({ code: '22P02' });
  });

  test('that fail leave the connection as it was, inside a transaction and outside', async () => {
    const twice = (inside: EntityManager) => rows(inside, `INSERT INTO shelves (id) VALUES (?)`, [3]);
    await expect(twice(em)).rejects.toMatchObject({ code: '23505' });
    await expect(em.transactional((inside) => twice(inside as EntityManager))).rejects.toMatchObject({
      code: '23505',
    });
    await expect(rows(em, `SELECT 1 / ?::integer AS n`, [0])).rejects.toMatchObject({ code: '22012' });
    await expect(rows(em, `SELECT nothing FROM nowhere WHERE id = ?`, [1])).rejects.toMatchObject({
      code: '42P01',
    });
    await expect(rows(em, `SELECT nothing FROM nowhere`)).rejects.toMatchObject({ code: '42P01' });
    expect(await rows(em, `SELECT id FROM shelves WHERE id = ?`, [3])).toEqual([{ id: 3 }]);
  });

  test('see a table that has changed, at the second time at the latest', async () => {
    const all = () => rows(em, `SELECT * FROM shelves WHERE id = ?`, [3]);
    await all();
    await rows(em, `ALTER TABLE shelves ADD COLUMN depth integer DEFAULT 4`);
    await all().catch(() => {});
    expect(await all()).toMatchObject([{ id: 3, depth: 4 }]);
  });

  test.skipIf(inject('server') !== null)('are no more than 200, those used last', async () => {
    for (let n = 0; n < 250; n += 1)
      expect(await rows(em, `SELECT ?::integer + ${n} AS sum`, [1])).toEqual([{ sum: n + 1 }]);
    expect(await kept()).toBe(200);
  });
});

test('columns come whole, those of no rows empty, and none that would slip against the others', async () => {
  const { em } = tandem.as('operator');
  const read = (statement: string) =>
    columnsAtOnce(
      em,
      ['number', 'word'],
      `SELECT * FROM (VALUES ${statement}) AS own (number, word) WHERE number > 0`,
    );
  expect(await read(`(1, 'one'), (2, ''), (3, 'three')`)).toEqual({
    number: ['1', '2', '3'],
    word: ['one', '', 'three'],
  });
  expect(await read(`(0, 'none')`)).toEqual({ number: [], word: [] });
  await expect(read(`(1, 'one'), (2, NULL)`)).rejects.toThrow('number, word');
  await expect(read(`(1, 'one, two')`)).rejects.toThrow('number, word');
});
