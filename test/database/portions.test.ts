import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portions } from '../../src/database/index.ts';

/** A list of what is pending, from which the test takes out what is done. */
const listOf = (pending: Set<string>) => {
  let asked = 0;
  return {
    list: async () => {
      asked += 1;
      return [...pending];
    },
    times: () => asked,
  };
};

describe('what is pending', () => {
  test('comes whole, once, in portions, and is listed once and once more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.uuid(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (ids, size) => {
          const pending = new Set(ids);
          const { list, times } = listOf(pending);
          const seen: string[] = [];
          for await (const portion of portions(list, size)) {
            expect(portion.ids.length).toBeLessThanOrEqual(size);
            expect(portion.left).toBe(ids.length - seen.length);
            for (const id of portion.ids) pending.delete(id);
            seen.push(...portion.ids);
          }
          expect(seen).toEqual(ids);
          expect(times()).toBe(ids.length === 0 ? 1 : 2);
        },
      ),
    );
  });

  test('comes again when it is pending still, and what came to it meanwhile comes too', async () => {
    const pending = new Set(['a', 'b', 'c']);
    const seen: string[] = [];
    for await (const { ids } of portions(listOf(pending).list, 2)) {
      for (const id of ids) if (id !== 'b' || seen.includes('b')) pending.delete(id);
      if (seen.length === 0) pending.add('d');
      seen.push(...ids);
    }
    expect(seen).toEqual(['a', 'b', 'c', 'b', 'd']);
  });

  test('is left when the work is called off', async () => {
    const off = new AbortController();
    const work = async () => {
      for await (const { ids } of portions(listOf(new Set(['a', 'b'])).list, 1, off.signal))
        if (ids[0] === 'a') off.abort();
    };
    await expect(work()).rejects.toThrow('aborted');
  });
});
